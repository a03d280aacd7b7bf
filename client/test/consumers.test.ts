import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { executeCodegen } from '@graphql-codegen/cli';
import { transform } from 'esbuild';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentServer, startDocumentServer } from '../sdk/test/document-server.ts';
import { compile, installPackage, linkPackages, run } from './installed.ts';
import { OLD_TSC } from './tsc.ts';

// Programs of other kinds than ES modules on Node, and other makers of documents than ours, with the
// package as it is packed.

let server: DocumentServer;
let folder: string;
beforeAll(async () => {
  [server, folder] = await Promise.all([startDocumentServer(), installPackage()]);
  await linkPackages(folder, [
    '@graphql-codegen/add',
    '@graphql-codegen/client-preset',
    '@graphql-typed-document-node/core',
    'gql.tada',
    'graphql',
  ]);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const PROGRAM = `
import { createClient, type DatasetQuery } from '@capexgraph/client';
import { dataset } from '@capexgraph/client/methods';
import { formatGrowth } from '@capexgraph/client/format';
async function main(url: string): Promise<void> {
  const answer: DatasetQuery['dataset'] = await dataset(createClient({ url }));
  console.log(answer.version, formatGrowth(0.5714));
  // @ts-expect-error: there is no such field.
  answer.nothing;
}
void main(process.argv[2]!);
declare const process: { readonly argv: string[] };
`;

test('a CommonJS program requires it where Node, as Jest, knows no other way', async () => {
  const { code } = await transform(PROGRAM, { loader: 'ts', format: 'cjs' });
  await writeFile(join(folder, 'program.cjs'), code);
  const node = [process.execPath, '--no-experimental-require-module'] as const;
  expect(await run(folder, ...node, 'program.cjs', server.url)).toBe('1 +57.1%\n');
});

const OLD = {
  module: 'CommonJS',
  moduleResolution: 'Node',
  verbatimModuleSyntax: false,
  // The others check the package's own types; this one is slow.
  skipLibCheck: true,
};

test.each([
  ['an ES module', 'esm.mts', {}],
  ['CommonJS', 'commonjs.cts', { verbatimModuleSyntax: false }],
  ['a bundler', 'bundled.ts', { module: 'ESNext', moduleResolution: 'Bundler' }],
  ["Node's old resolution", 'old.ts', OLD, OLD_TSC],
])('the types are there for %s', async (_, file, options, tsc?: string) => {
  await writeFile(join(folder, file), PROGRAM);
  expect((await compile(folder, [file], options, tsc))[file]).toEqual([]);
});

const OWN =
  'query Own($slug: String!) { company(by: { slug: $slug }) { id name } dataset { version } }';

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

async function runProgram(name: string, program: string): Promise<string> {
  const files = [`${name}.ts`];
  await writeFile(join(folder, files[0]!), program);
  expect(
    (await compile(folder, files, { module: 'ESNext', moduleResolution: 'Bundler' }))[files[0]!],
  ).toEqual([]);
  const { code } = await transform(program, { loader: 'ts' });
  await writeFile(join(folder, `${name}.js`), code.replace(/from "(\.\/[^"]+)"/, 'from "$1.js"'));
  return run(folder, process.execPath, `${name}.js`);
}

test.each([
  ['its default mode, of parsed documents', 'parsed', {}],
  ['texts', 'texts', { documentMode: 'string' }],
])("the client preset's documents are sent with their types: %s", async (_, name, config) => {
  await generate(name, config);
  const document = `import { OwnDocument as document } from './${name}/graphql';`;
  expect(await runProgram(name, programWith(document))).toBe('undefined 1\n');
  expect(server.log.at(-1)).toBe('GET by text 200');
});

test("the client preset's persisted documents are sent by their ids", async () => {
  const presetConfig = { persistedDocuments: { hashAlgorithm: 'sha256' } };
  const files = await generate('persisted', { documentMode: 'string' }, presetConfig);
  const manifest = files.find(({ filename }) => filename.endsWith('persisted-documents.json'))!;
  for (const [id, text] of Object.entries<string>(JSON.parse(manifest.content))) {
    server.documents.set(id, text);
  }
  const document = "import { OwnDocument as document } from './persisted/graphql';";
  expect(await runProgram('persisted', programWith(document))).toBe('undefined 1\n');
  expect(server.log.at(-1)).toBe('GET by id 200');
});

/** Runs the client preset, as a user's project would. */
async function generate(name: string, config: object, presetConfig: object = {}) {
  await writeFile(join(folder, 'own.graphql'), OWN);
  const { result, error } = await executeCodegen({
    schema: 'node_modules/@capexgraph/client/schema.graphql',
    documents: 'own.graphql',
    generates: {
      [`${name}/`]: {
        preset: 'client',
        presetConfig,
        config: { defaultScalarType: 'string', useTypeImports: true, ...config },
      },
    },
    cwd: folder,
    silent: true,
  });
  if (error) throw error;
  for (const { filename, content } of result) {
    const path = join(folder, filename);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    if (!filename.endsWith('.ts')) continue;
    const { code } = await transform(content, { loader: 'ts' });
    await writeFile(path.replace(/\.ts$/, '.js'), code);
  }
  return result;
}

test("gql.tada's documents are sent with their types", async () => {
  const schema = await readFile(
    join(folder, 'node_modules/@capexgraph/client/schema.graphql'),
    'utf8',
  );
  const introspection = JSON.stringify(introspectionFromSchema(buildSchema(schema)));
  await writeFile(
    join(folder, 'introspection.ts'),
    `export type introspection = ${introspection};`,
  );
  const document = `import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './introspection';
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { ID: string; Decimal: string } }>();
const document = graphql(\`${OWN}\`);`;
  expect(await runProgram('tada', programWith(document))).toBe('undefined 1\n');
});
