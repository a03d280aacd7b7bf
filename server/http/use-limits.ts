import type { DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { Budget } from '../graphql/budget.ts';
import type { Context } from '../graphql/context.ts';
import { MAX_TOKENS, sizeLimit, sizeOf } from '../graphql/limits.ts';

/** Yoga plugin: bounds what a document may be, and what its execution may ask for. */
export function useLimits(): Plugin<Context> {
  const fields = new WeakMap<DocumentNode, number>();
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: MAX_TOKENS }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(sizeLimit);
    },
    onExecute({ args: { document, contextValue } }) {
      let count = fields.get(document);
      if (count === undefined) {
        count = sizeOf(document).fields;
        fields.set(document, count);
      }
      contextValue.budget = new Budget(count);
    },
  };
}
