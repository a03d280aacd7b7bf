import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { ErrorCode } from '../graphql/error-codes.ts';
import type { KnownDocuments } from './known-documents.ts';

const DOCUMENT_NOT_ALLOWED: ErrorCode = 'DOCUMENT_NOT_ALLOWED';

/** Yoga plugin: answers known documents and no others. Compiled operations have passed it once. */
export function useKnownDocuments(documents: KnownDocuments): Plugin {
  return {
    async onParams({ params: { query }, setResult }) {
      // What is no text is refused as it is everywhere.
      if (typeof query !== 'string' || (await documents.hasText(query))) return;
      const message =
        'This server answers only documents that it knows, and this is none of them: ask for one by its `documentId`, or have this one added.';
      const extensions = { code: DOCUMENT_NOT_ALLOWED, http: { status: 403 } };
      setResult({ errors: [new GraphQLError(message, { extensions })] });
    },
  };
}
