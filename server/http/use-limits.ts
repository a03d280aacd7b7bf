import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Cost } from '../graphql/cost-weights.ts';
import type { ErrorCode } from '../graphql/error-codes.ts';
import { MAX_TOKENS, sizeLimit } from '../graphql/limits.ts';
import { isTooNested, MAX_NESTING } from '../graphql/nesting.ts';

/** Yoga plugin: bounds what a document may be before anything of it is read or executed. */
export function useLimits(limit: Cost): Plugin {
  return {
    onParse({ params, parseFn, setParseFn }) {
      // Deep enough, it would overflow the stack of the parser, or of what comes after it.
      if (isTooNested(String(params.source))) throw tooNested();
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: MAX_TOKENS }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(sizeLimit(limit));
    },
  };
}

function tooNested(): GraphQLError {
  const code: ErrorCode = 'QUERY_TOO_DEEP';
  return new GraphQLError(`Brackets stand more than ${MAX_NESTING} deep in brackets.`, {
    extensions: { code, http: { status: 400 } },
  });
}
