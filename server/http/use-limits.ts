import type { Plugin } from 'graphql-yoga';
import { MAX_TOKENS, sizeLimit } from '../graphql/limits.ts';

/** Yoga plugin: bounds what a document may be before anything of it is executed. */
export function useLimits(): Plugin {
  return {
    onParse({ parseFn, setParseFn }) {
      setParseFn((source, options) => parseFn(source, { ...options, maxTokens: MAX_TOKENS }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(sizeLimit);
    },
  };
}
