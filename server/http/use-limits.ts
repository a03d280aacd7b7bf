import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Cost } from '../graphql/cost-weights.ts';
import type { ErrorCode } from '../graphql/error-codes.ts';
import { badUserInput } from '../graphql/errors.ts';
import { MAX_TOKENS, sizeLimit } from '../graphql/limits.ts';
import { isTooDeep, isTooNested, MAX_NESTING } from '../graphql/nesting.ts';

/** Yoga plugin: bounds what a document and its variables may be before anything of them is read or executed. */
export function useLimits(limit: Cost): Plugin {
  return {
    onParams({ params, setResult }) {
      const error = nestingOf(params);
      if (error) setResult({ errors: [error] });
    },
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: MAX_TOKENS }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(sizeLimit(limit));
    },
  };
}

/** Deep enough nesting would overflow the stack of whatever reads it. */
function nestingOf({
  query,
  variables,
}: {
  query?: unknown;
  variables?: unknown;
}): GraphQLError | undefined {
  if (typeof query === 'string' && isTooNested(query)) {
    const code: ErrorCode = 'QUERY_TOO_DEEP';
    return new GraphQLError(`Brackets stand more than ${MAX_NESTING} deep in brackets.`, {
      extensions: { code, http: { status: 400 } },
    });
  }
  if (!isTooDeep(variables)) return undefined;
  const error = badUserInput(`The variables are nested more than ${MAX_NESTING} deep.`);
  error.extensions.http = { status: 400 };
  return error;
}
