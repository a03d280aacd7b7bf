import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DocumentServer, startDocumentServer } from '../sdk/test/document-server.ts';
import { compile, installPackage, run } from './installed.ts';
import { OLD_TSC } from './tsc.ts';

// Programs of other kinds than ES modules on Node, with the package as it is packed.

let server: DocumentServer;
let folder: string;
beforeAll(async () => {
  [server, folder] = await Promise.all([startDocumentServer(), installPackage()]);
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
