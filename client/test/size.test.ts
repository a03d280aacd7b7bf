import * as sdk from '@capexgraph/client';
import { expect, test } from 'vitest';
import { bundledSize } from '../bench/bundled-size.ts';

const CORE = await bundledSize("export { createCoreClient } from '@capexgraph/client'");

test('the core client is at most 2 kB gzipped, and the one with every method at most 3.5 kB', async () => {
  expect(CORE).toBeLessThanOrEqual(2_000);
  const whole = await bundledSize("export { createClient } from '@capexgraph/client'");
  expect(whole).toBeLessThanOrEqual(3_500);
});

test('everything that the package exports at its root, each document included, is at most 8 kB', async () => {
  expect(await bundledSize("export * from '@capexgraph/client'")).toBeLessThanOrEqual(8_000);
});

const documents = Object.keys(sdk).filter((name) => name.endsWith('Document'));

test.each(documents)('%s alone adds at most half a kilobyte to the core', async (name) => {
  const source = `export { createCoreClient, ${name} } from '@capexgraph/client'`;
  expect((await bundledSize(source)) - CORE).toBeLessThanOrEqual(500);
});

test('what is imported and not used weighs nothing', async () => {
  const unused = "import { createClient, ScreenDocument } from '@capexgraph/client'; export {}";
  expect(await bundledSize(unused)).toBeLessThan(30);
});
