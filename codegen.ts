import type { CodegenConfig } from '@graphql-codegen/cli';
import * as describedTypes from './client/codegen/described-types.ts';
import { errorCodes } from './client/codegen/error-codes.ts';
import * as interfaceFragments from './client/codegen/interface-fragments.ts';
import { functions, methods } from './client/codegen/methods.ts';
import { manifest, plugin as typedDocuments } from './client/codegen/typed-documents.ts';
import { ERROR_CODES } from './server/graphql/error-codes.ts';

type Plugin = Awaited<ReturnType<NonNullable<CodegenConfig['pluginLoader']>>>;

const ours: Record<string, Plugin> = {
  '@graphql-codegen/described-types': describedTypes,
  '@graphql-codegen/typed-documents': { plugin: typedDocuments },
  '@graphql-codegen/manifest': { plugin: manifest },
  '@graphql-codegen/functions': { plugin: functions },
  '@graphql-codegen/methods': { plugin: methods },
  '@graphql-codegen/error-codes': { plugin: errorCodes(ERROR_CODES) },
};

const documentTransforms = [interfaceFragments];

/**
 * Typed documents of the client, their manifest and its methods, from its `.graphql` files and the
 * schema that the server prints; and the codes of the server's errors.
 */
const config: CodegenConfig = {
  pluginLoader: async (name) => ours[name] ?? import(name),
  schema: 'client/sdk/schema.graphql',
  documents: 'client/sdk/src/documents/*.graphql',
  generates: {
    'client/sdk/src/generated/operations.ts': {
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
    'client/sdk/documents.json': { documentTransforms, plugins: ['manifest'] },
    'client/sdk/src/generated/methods.ts': { plugins: ['functions'] },
    'client/sdk/src/generated/bound-methods.ts': { plugins: ['methods'] },
    'client/sdk/src/generated/error-codes.ts': { plugins: ['error-codes'] },
  },
};

export default config;
