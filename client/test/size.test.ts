import * as methods from '@capexgraph/client/methods';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { BUNDLE, bundledSize, here } from '../bench/bundled-size.ts';

const CORE = await bundledSize("export { createCoreClient } from '@capexgraph/client'");

test('the core client is at most 3 kB gzipped, and the one with every method at most 6 kB', async () => {
  expect(CORE).toBeLessThanOrEqual(3_000);
  const whole = await bundledSize("export { createClient } from '@capexgraph/client'");
  expect(whole).toBeLessThanOrEqual(6_000);
});

test('everything that the package exports at its root, each document included, is at most 8 kB', async () => {
  expect(await bundledSize("export * from '@capexgraph/client'")).toBeLessThanOrEqual(8_000);
});

const METHODS = Object.keys(methods);

/** It asks for two groups, and for what tells them apart. */
const MOST: Record<string, number> = { comparison: 530 };

test.each(METHODS)('the method %s alone adds at most 0.5 kB to the core', async (name) => {
  const source = `export { createCoreClient } from '@capexgraph/client';
    export { ${name} } from '@capexgraph/client/methods';`;
  expect((await bundledSize(source)) - CORE).toBeLessThanOrEqual(MOST[name] ?? 500);
});

test.each(METHODS)('the bundle of %s has its document, and no other', async (name) => {
  const { outputFiles } = await build({
    ...BUNDLE,
    stdin: { contents: `export { ${name} } from '@capexgraph/client/methods'`, resolveDir: here },
  });
  const document = name[0]!.toUpperCase() + name.slice(1);
  const found = [...outputFiles[0]!.text.matchAll(/query ([A-Z]\w+)/g)].map(([, query]) => query);
  expect(found).toEqual([document]);
});

test('what is imported and not used weighs nothing', async () => {
  const unused = "import { createClient, ScreenDocument } from '@capexgraph/client'; export {}";
  expect(await bundledSize(unused)).toBeLessThan(30);
});
