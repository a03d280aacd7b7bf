import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { executeCodegen } from '@graphql-codegen/cli';
import { transform } from 'esbuild';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentServer, startDocumentServer } from '../sdk/test/document-server.ts';
import { compile, installPackage, linkPackages, run } from './installed.ts';

// Documents that others make from the schema in the package, with the client as it is packed.

const SCHEMA = 'node_modules/@capexgraph/client/schema.graphql';

const OWN =
  'query Own($slug: String!) { company(by: { slug: $slug }) { id name } dataset { version } }';

/** What makes the document, and how a program has it. */
const PROGRAMS: Record<string, string> = {
  parsed: "import { OwnDocument as document } from './parsed/graphql';",
  texts: "import { OwnDocument as document } from './texts/graphql';",
  persisted: "import { OwnDocument as document } from './persisted/graphql';",
  tada: `import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection';
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { ID: string; Decimal: string } }>();
const document = graphql(\`${OWN}\`);`,
};

let server: DocumentServer;
let folder: string;
let diagnostics: Record<string, string[]>;
beforeAll(async () => {
  [server, folder] = await Promise.all([startDocumentServer(), installPackage()]);
  await linkPackages(folder, [
    '@graphql-codegen/add',
    '@graphql-codegen/client-preset',
    '@graphql-typed-document-node/core',
    'gql.tada',
    'graphql',
  ]);
  await Promise.all([runPreset(), writeIntrospection()]);
  const files = Object.keys(PROGRAMS).map((name) => `${name}.ts`);
  for (const [name, document] of Object.entries(PROGRAMS)) {
    await writeProgram(`${name}.ts`, programWith(document));
  }
  diagnostics = await compile(folder, files, { module: 'ESNext', moduleResolution: 'Bundler' });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A program that sends a document of the user's own, and uses its types. */
const programWith = (document: string) => `
import { createCoreClient } from '@capexgraph/client';
${document}
const { request } = createCoreClient({ url: '${server.url}' });
const { company, dataset } = await request(document, { slug: 'nobody' });
const version: string = dataset.version;
console.log(company?.name, version);
// @ts-expect-error: the variable is required.
void (() => request(document, {}));
// @ts-expect-error: that was not asked for.
company?.ticker;
`;

/** Runs the client preset in its modes, as a user's project would. */
async function runPreset(): Promise<void> {
  await writeFile(join(folder, 'own.graphql'), OWN);
  const modes = {
    parsed: {},
    texts: { documentMode: 'string' },
    persisted: { documentMode: 'string' },
  };
  const { result, error } = await executeCodegen({
    schema: SCHEMA,
    documents: 'own.graphql',
    generates: Object.fromEntries(
      Object.entries(modes).map(([name, mode]) => [
        `${name}/`,
        {
          preset: 'client',
          presetConfig:
            name === 'persisted' ? { persistedDocuments: { hashAlgorithm: 'sha256' } } : {},
          config: { defaultScalarType: 'string', useTypeImports: true, ...mode },
        },
      ]),
    ),
    cwd: folder,
    silent: true,
  });
  if (error) throw error;
  for (const { filename, content } of result) await writeProgram(filename, content);
}

async function writeIntrospection(): Promise<void> {
  const schema = buildSchema(await readFile(join(folder, SCHEMA), 'utf8'));
  const introspection = JSON.stringify(introspectionFromSchema(schema));
  await writeProgram('introspection.ts', `export type introspection = ${introspection};`);
}

/** Writes a file, and what Node runs of it. */
async function writeProgram(file: string, content: string): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  if (!file.endsWith('.ts')) return;
  const { code } = await transform(content, { loader: 'ts' });
  await writeFile(path.replace(/\.ts$/, '.js'), code.replace(/from "(\.\/[^"]+)"/, 'from "$1.js"'));
}

test.each([
  ["the client preset's documents, parsed as by default", 'parsed', 'GET by text 200'],
  ["the client preset's documents as texts", 'texts', 'GET by text 200'],
  ["the client preset's persisted documents, by their ids,", 'persisted', 'GET by id 200'],
  ["gql.tada's documents", 'tada', 'GET by text 200'],
])('%s are sent with their types', async (_, name, logged) => {
  const manifest = await readFile(join(folder, 'persisted/persisted-documents.json'), 'utf8');
  for (const [id, text] of Object.entries<string>(JSON.parse(manifest))) {
    server.documents.set(id, text);
  }
  expect(diagnostics[`${name}.ts`]).toEqual([]);
  expect(await run(folder, process.execPath, `${name}.js`)).toBe('undefined 1\n');
  expect(server.log.at(-1)).toBe(logged);
});
