import type { DocumentNode, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Cost } from '../graphql/cost-weights.ts';
import { refusal } from '../graphql/errors.ts';
import { type DocumentLimits, sizeLimit } from '../graphql/limits.ts';
import { isTooNested } from '../graphql/nesting.ts';
import { repetitionIn } from '../graphql/repetition.ts';

/** Yoga plugin: bounds what a document may be before anything of it is read or executed. */
export function useLimits(limit: Cost, limits: DocumentLimits): Plugin {
  const { tokens: maxTokens } = limits;
  return {
    onParse({ params, parseFn, setParseFn }) {
      // Deep enough, it would overflow the stack of the parser, or of what comes after it.
      if (isTooNested(String(params.source), limits.brackets)) throw tooNested(limits.brackets);
      setParseFn((source, options) => {
        try {
          return parseFn(source, { ...options, maxTokens });
        } catch (error) {
          throw TOO_MANY_TOKENS.test(String(error)) ? tooManyTokens(maxTokens) : error;
        }
      });
    },
    onValidate({ params, addValidationRule, setResult }) {
      const repetition = repetitionIn(params.documentAST as DocumentNode, limits);
      if (repetition) {
        const message = `The document has ${repetition}; ask for each of them once.`;
        setResult([refusal('QUERY_TOO_LARGE', message)]);
      }
      addValidationRule(sizeLimit(limit, limits));
    },
  };
}

/** GraphQL.js' own words. */
const TOO_MANY_TOKENS = /contains more tha[nt] \d+ tokens/;

function tooManyTokens(maxTokens: number): GraphQLError {
  const message = `The document has more than the ${maxTokens} tokens that are allowed.`;
  return refusal('QUERY_TOO_LARGE', message);
}

function tooNested(most: number): GraphQLError {
  return refusal('QUERY_TOO_DEEP', `Brackets stand more than ${most} deep in brackets.`);
}
