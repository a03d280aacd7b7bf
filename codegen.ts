import type { CodegenConfig } from '@graphql-codegen/cli';
import * as describedTypes from './client/codegen/described-types.ts';
import { errorCodes } from './client/codegen/error-codes.ts';
import * as interfaceFragments from './client/codegen/interface-fragments.ts';
import { functions, methods } from './client/codegen/methods.ts';
import * as tools from './client/codegen/tools.ts';
import { manifest, plugin as typedDocuments } from './client/codegen/typed-documents.ts';
import { ERROR_CODES } from './server/graphql/error-codes.ts';

type Plugin = Awaited<ReturnType<NonNullable<CodegenConfig['pluginLoader']>>>;

const ours: Record<string, Plugin> = {
  '@graphql-codegen/described-types': describedTypes,
  '@graphql-codegen/typed-documents': { plugin: typedDocuments },
  '@graphql-codegen/manifest': { plugin: manifest },
  '@graphql-codegen/functions': { plugin: functions },
  '@graphql-codegen/methods': { plugin: methods },
  '@graphql-codegen/tools': tools,
  '@graphql-codegen/error-codes': { plugin: errorCodes(ERROR_CODES) },
};

const documentTransforms = [interfaceFragments];

const documents = 'client/sdk/src/documents/*.graphql';

/**
 * Typed documents of the client, their manifest and its methods, from its `.graphql` files and the
 * schema that the server prints; the tools of agents; and the codes of the server's errors.
 */
const config: CodegenConfig = {
  pluginLoader: async (name) => ours[name] ?? import(name),
  schema: 'client/sdk/schema.graphql',
  generates: {
    'client/sdk/src/generated/operations.ts': {
      documents,
      documentTransforms,
      plugins: ['described-types', 'typed-documents'],
      config: {
        enumsAsTypes: true,
        useTypeImports: true,
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
    'client/sdk/documents.json': { documents, documentTransforms, plugins: ['manifest'] },
    'server/http/mcp/generated/tools.ts': { documents, plugins: ['tools'] },
    'client/sdk/src/generated/methods.ts': { documents, plugins: ['functions'] },
    'client/sdk/src/generated/bound-methods.ts': { documents, plugins: ['methods'] },
    'client/sdk/src/generated/error-codes.ts': { plugins: ['error-codes'] },
    // As the client's README tells others to make theirs.
    'client/page/src/generated/documents.ts': {
      documents: 'client/page/src/queries/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        defaultScalarType: 'string',
      },
    },
  },
};

export default config;
