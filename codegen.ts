import type { CodegenConfig } from '@graphql-codegen/cli';
import * as interfaceFragments from './client/codegen/interface-fragments.ts';
import * as methods from './client/codegen/methods.ts';
import * as tools from './client/codegen/tools.ts';
import * as typedDocuments from './client/codegen/typed-documents.ts';

const ours: Record<string, typeof methods> = {
  '@graphql-codegen/typed-documents': typedDocuments,
  '@graphql-codegen/methods': methods,
  '@graphql-codegen/tools': tools,
};

/**
 * Typed documents of the client and its methods, from its `.graphql` files and the schema that the
 * server prints.
 */
const config: CodegenConfig = {
  pluginLoader: async (name) => ours[name] ?? import(name),
  schema: 'client/sdk/schema.graphql',
  documents: 'client/sdk/src/documents/*.graphql',
  generates: {
    'client/sdk/src/generated/operations.ts': {
      documentTransforms: [interfaceFragments],
      plugins: ['typescript-operations', 'typed-documents'],
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        pureMagicComment: true,
        inlineFragmentTypes: 'combine',
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
    'client/sdk/src/generated/methods.ts': { plugins: ['methods'] },
    'server/http/mcp/generated/tools.ts': { plugins: ['tools'] },
  },
};

export default config;
