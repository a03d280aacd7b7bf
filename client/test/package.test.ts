import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { executeCodegen } from '@graphql-codegen/cli';
import { build, transform } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server/test/testkit.ts';
import { documentExamples } from '../sdk/test/document-examples.ts';
import { compile, inClient, installPackage, linkPackages, run } from './installed.ts';

let server: TestServer;
let folder: string;
let diagnostics: Record<string, string[]>;
const readme = await readFile(inClient('sdk/README.md'), 'utf8');
const readmeExamples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code).join('\n');

/** Where the package is, as it was installed. */
const installed = () => join(folder, 'node_modules/@capexgraph/client');

/** A user's program: what it prints is what Alibaba spent. */
const PROGRAM = `
import { createClient, type CompanyQuartersQuery } from '@capexgraph/client';
import { toNumber } from '@capexgraph/client/decimals';
const client = createClient({ url: 'http://127.0.0.1:4000/graphql' });
const company: CompanyQuartersQuery['company'] = await client.companyQuarters({
  company: { slug: 'alibaba' }, from: '2025Q2', to: '2025Q2',
});
const capex = company?.quarters.nodes[0]?.capex.amount ?? null;
console.log(toNumber(capex, 'BILLION'));
`;

/** The examples in the comments above the documents, which are those of the methods, too. */
const METHOD_EXAMPLES = `
import { createClient } from '@capexgraph/client';
const client = createClient({ url: 'http://127.0.0.1:4000/graphql' });
${[...documentExamples.values()].map((example) => `{\n${example}}`).join('\n')}
`;

/** The same for the methods as functions. */
const FUNCTION_EXAMPLES = METHOD_EXAMPLES.replace(
  "from '@capexgraph/client';",
  "from '@capexgraph/client';\nimport * as methods from '@capexgraph/client/methods';",
)
  .replace(/client\.(\w+)\(\)/g, 'methods.$1(client)')
  .replace(/client\.(?!request)(\w+)\(/g, 'methods.$1(client, ');

beforeAll(async () => {
  [server, folder] = await Promise.all([startServer(), installPackage()]);
  const programs = {
    'program.ts': PROGRAM,
    'wrong.ts': PROGRAM.replace("slug: 'alibaba'", "name: 'alibaba'").replace('.amount', '.sum'),
    'src/readme.ts': readmeExamples,
    'methods.ts': METHOD_EXAMPLES,
    'functions.ts': FUNCTION_EXAMPLES,
  };
  await mkdir(join(folder, 'src'));
  for (const [name, code] of Object.entries(programs)) {
    const source = code.replaceAll('http://127.0.0.1:4000', server.url);
    await writeFile(join(folder, name), source);
    const { code: script } = await transform(source, { loader: 'ts' });
    await writeFile(join(folder, name.replace('.ts', '.js')), script);
  }
  await linkPackages(folder, [
    '@graphql-codegen/typed-document-node',
    '@graphql-codegen/typescript-operations',
    '@graphql-typed-document-node/core',
    '@tanstack/react-query',
    '@urql/core',
  ]);
  await generateOwnDocuments();
  diagnostics = await compile(folder, [...Object.keys(programs), 'own.ts']);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

test('installed into an empty project, the package compiles under strict and runs in Node', async () => {
  const { 'wrong.ts': _, ...others } = diagnostics;
  expect(Object.keys(others)).toContain('node_modules/@capexgraph/client/dist/client.d.ts');
  expect(Object.values(others).flat()).toEqual([]);
  expect(await run(folder, process.execPath, 'program.js')).toBe('38.676\n');
});

test("a wrong variable and a field that does not exist fail the user's compiler", () => {
  expect(diagnostics['wrong.ts']).toEqual([
    expect.stringMatching(/^6: .*'name' does not exist in type 'CompanyBy'/),
    expect.stringMatching(/^8: Property 'sum' does not exist/),
  ]);
});

/** Documents of a user's own, those of the README among them and with its settings, and a program that sends one. */
async function generateOwnDocuments(): Promise<void> {
  const [, settings] = readme.match(/```js\n(.*?)```/s)!;
  await writeFile(join(folder, 'codegen.js'), settings!);
  const [, documents] = readme.match(/```graphql\n(.*?)```/s)!;
  const document =
    'query Own($slug: String!) { group(by: { slug: $slug }) { name members { slug } } }';
  await writeFile(join(folder, 'src/own.graphql'), `${documents}${document}`);
  const { default: config } = await import(join(folder, 'codegen.js'));
  const { result, error } = await executeCodegen({ ...config, silent: true, cwd: folder });
  if (error) throw error;
  const generated = result[0]!.content;
  await writeFile(join(folder, 'src/documents.ts'), generated);
  const program = `
    import { createCoreClient } from '@capexgraph/client';
    import { OwnDocument } from './src/documents.js';
    const { request } = createCoreClient({ url: '${server.url}/graphql' });
    const { group } = await request(OwnDocument, { slug: 'us-cloud' });
    const name: string | undefined = group?.name;
    console.log(name);`;
  await writeFile(join(folder, 'own.ts'), program);
  for (const file of ['own', 'src/documents']) {
    const source = await readFile(join(folder, `${file}.ts`), 'utf8');
    const { code } = await transform(source, { loader: 'ts' });
    await writeFile(join(folder, `${file}.js`), code);
  }
}

test("documents of a user's own, made from the schema in the package, are sent with their types", async () => {
  expect(diagnostics['own.ts']).toEqual([]);
  expect(await run(folder, process.execPath, 'own.js')).toBe('US cloud providers\n');
});

test('it runs where there is nothing of Node.js, as in an edge worker', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: PROGRAM.replaceAll('http://127.0.0.1:4000', server.url),
      loader: 'ts',
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    format: 'esm',
  });
  // Scripts have no `await` at their top.
  const script = `(async () => { ${outputFiles[0]!.text} })()`;
  const printed: unknown[] = [];
  const console = { log: (line: unknown) => printed.push(line) };
  const { AbortController, Headers, URL, performance, setTimeout, clearTimeout } = globalThis;
  const web = {
    AbortController,
    Headers,
    URL,
    clearTimeout,
    console,
    fetch,
    performance,
    setTimeout,
  };
  await runInNewContext(script, web);
  expect(printed).toEqual([38.676]);
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: installed(), level: 'suggestion', pack: false });
  expect(messages).toEqual([]);
});

test('attw finds the types of every entry point, whatever looks for them', async () => {
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  const content = createPackageFromTarballData(
    new Uint8Array(await readFile(join(folder, tarball!))),
  );
  const options = { excludeEntrypoints: ['./documents.json', './schema.graphql'] };
  const { types, entrypoints, problems } = (await checkPackage(content, options)) as {
    types: unknown;
    entrypoints: object;
    problems: { kind: string; resolutionKind?: string }[];
  };
  expect(types).toBeTruthy();
  expect(Object.keys(entrypoints)).toContain('./documents');
  // Node's old resolution finds types by `typesVersions` alone, and needs nothing else of TypeScript.
  const isForTypes = ({ kind, resolutionKind }: (typeof problems)[0]) =>
    !(kind === 'NoResolution' && resolutionKind === 'node10');
  expect(problems.filter(isForTypes)).toEqual([]);
});

test.each([
  'schema.graphql',
  'documents.json',
  'CHANGELOG.md',
])('%s comes with it', async (file) => {
  const installedFile = await readFile(join(installed(), file), 'utf8');
  expect(installedFile).toBe(await readFile(inClient(`sdk/${file}`), 'utf8'));
});

test('the examples of the README compile, run, and print what it says', async () => {
  expect(diagnostics['src/readme.ts']).toEqual([]);
  const printed = await run(folder, process.execPath, 'src/readme.js');
  const promised = [...readmeExamples.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line);
  expect(promised.length).toBeGreaterThan(15);
  expect(printed.trim().split(/\r?\n/)).toEqual(promised);
});

test('the examples of the methods compile, and so they do as functions', () => {
  expect(diagnostics['methods.ts']).toEqual([]);
  expect(diagnostics['functions.ts']).toEqual([]);
});
