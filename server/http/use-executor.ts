import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Execute, Executor } from '../execution/executor.ts';
import type { Context } from '../graphql/context.ts';

/**
 * Yoga plugin: reads and validates a document once, and executes repeated operations as compiled code; the rest is left
 * to Yoga's executor. Only documents that passed are kept, and no errors: whoever sends others fills no memory. Nor are those
 * kept that wait for a place: hundreds of them would drive out those that are asked again and again.
 */
export function useExecutor({ documents, execute }: Executor): Plugin<object, object, Context> {
  const passed = new WeakSet<DocumentNode>();
  return {
    onParse({ params, setParsedDocument }) {
      const document = documents.get(String(params.source));
      if (document) setParsedDocument(document);
    },
    onValidate({ params, setResult }) {
      const document = params.documentAST as DocumentNode;
      const text = document.loc?.source.body;
      if (text === undefined) return;
      if (documents.get(text) === document) return setResult([]);
      return ({ valid }) => {
        if (valid) passed.add(document);
      };
    },
    onExecute({ args: { document, operationName, contextValue }, executeFn, setExecuteFn }) {
      setExecuteFn((args) => execute(args, executeFn as Execute));
      const text = document.loc?.source.body;
      if (text === undefined || !passed.delete(document)) return undefined;
      return {
        onExecuteDone() {
          if ((contextValue as Context).budget.isMissed) return;
          documents.set(text, document);
          documents.seen(text, operationName ?? null);
        },
      };
    },
  };
}
