import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents of the client, from its `.graphql` files and the schema that the server prints. */
const config: CodegenConfig = {
  schema: 'client/sdk/schema.graphql',
  documents: 'client/sdk/src/documents/*.graphql',
  generates: {
    'client/sdk/src/generated/documents.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        pureMagicComment: true,
        strictScalars: true,
        scalars: {
          ID: 'string',
          CalendarQuarter: 'string',
          Date: 'string',
          DateTime: 'string',
          Decimal: 'string',
          URL: 'string',
        },
      },
    },
  },
};

export default config;
