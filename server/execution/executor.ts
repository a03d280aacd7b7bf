import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import { databaseFaultOf } from '../database/outage.ts';
import type { Context } from '../graphql/context.ts';
import { operationCost } from '../graphql/limits.ts';
import type { Compiled } from './compile.ts';
import { DocumentCache } from './document-cache.ts';

/** Executes an operation of a document that has been validated. */
export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** An executor that compiles repeated operations. */
export interface Executor {
  /**
   * Executes an operation. What compiled code cannot answer (directives, variables that are refused,
   * fields that fail) `fallBack` answers, in a context of its own. Resolvers may thus run twice, so it is
   * for queries only.
   */
  execute(args: ExecutionArgs, fallBack: Execute): ReturnType<Execute>;
  /** The compiled operation of a document that has been executed before, by its text. */
  find(text: string, operationName: string | null): Compiled | undefined;
  /** Documents that passed validation, by their texts. */
  readonly documents: Pick<DocumentCache, 'get' | 'set' | 'bytes'>;
}

export function createExecutor(
  schema: GraphQLSchema,
  freshContext: (context: Context) => Context,
  documentCacheBytes?: number,
): Executor {
  const documents = new DocumentCache(schema, documentCacheBytes);
  return {
    documents,
    find: (text, operationName) => documents.compiled(text, operationName),
    execute(args, fallBack) {
      const context = args.contextValue as Context;
      const interpret = (contextValue: Context) => {
        const { document, operationName } = args;
        contextValue.budget.spend(operationCost(schema, document, operationName));
        return fallBack({ ...args, contextValue });
      };
      const text = args.document.loc?.source.body;
      const compiled =
        text === undefined ? undefined : documents.seen(text, args.operationName ?? null);
      if (!compiled) return interpret(context);
      const again = () => interpret(freshContext(context));
      try {
        const result = compiled(context, args.variableValues);
        if (!result) return again();
        if (!('then' in result)) return result;
        return result.then((settled) => settled ?? again(), unlessOutage(again));
      } catch (error) {
        return unlessOutage(again)(error);
      }
    },
  };
}

/** Does something else after an error, but not where the database did not answer: it would not answer that either. */
function unlessOutage<Result>(otherwise: () => Result): (error: unknown) => Result {
  return (error) => {
    if (databaseFaultOf(error)) throw error;
    return otherwise();
  };
}
