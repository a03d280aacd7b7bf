import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inProject } from '../../paths.ts';
import { checkEntry } from '../gate.ts';
import { claimFileSchema } from './file-schema.ts';
import { readClaims } from './read-claims.ts';

const CLAIMS = inProject('prisma/data/claims');
const MODELINE = '# yaml-language-server: $schema=./claim.schema.json\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-claim-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ofEditors = new Ajv({ allowUnionTypes: true }).compile(claimFileSchema());

/** Whether an import takes a claim's file, as far as its form goes. */
async function isTaken(text: string): Promise<boolean> {
  await writeFile(join(folder, 'a.yaml'), text);
  for await (const entry of readClaims(folder)) if (checkEntry(entry).refusals) return false;
  return true;
}

test('the schema that editors read is the one that imports check by', async () => {
  const written = JSON.parse(await readFile(join(CLAIMS, 'claim.schema.json'), 'utf8'));
  expect(written, 'npm run codegen').toEqual(claimFileSchema());
});

const files = (await readdir(CLAIMS)).filter((name) => name.endsWith('.yaml'));

test.each(files)('%s names the schema, and keeps to it', async (name) => {
  const text = await readFile(join(CLAIMS, name), 'utf8');
  expect(text.startsWith(MODELINE)).toBe(true);
  expect(ofEditors(parse(text)), JSON.stringify(ofEditors.errors)).toBe(true);
  expect(await isTaken(text)).toBe(true);
});

const GOOD = await readFile(join(CLAIMS, 'alibaba-growth.yaml'), 'utf8');

test.each([
  ['a key that there is not', 'measure:', 'mesure:'],
  ['one in a reading', 'basis: over', 'bases: over'],
  ['no source', /^source.*\n/m, ''],
  ['another unit', 'unit: "%"', 'unit: percent'],
  ['a slug with a gap', 'slug: alibaba-growth', 'slug: alibaba growth'],
  ['a figure in words', 'published: 57', 'published: many'],
  ['maybe', 'stated: yes', 'stated: maybe'],
  ['a sentence for a basis', 'basis: over the year', 'basis: Over the year.'],
  ['nothing for a basis', 'basis: over the year', 'basis: "  "'],
  ['an outlook without a sentence', /$/, 'later:\n  query: a\n'],
  ['no readings', /readings:.*/s, 'readings: []\n'],
  ['readings that are a text', /readings:.*/s, 'readings: over the year\n'],
])('%s is refused by both', async (_, from, to) => {
  const text = GOOD.replace(from, to);
  expect(text).not.toBe(GOOD);
  expect(ofEditors(parse(text))).toBe(false);
  expect(await isTaken(text)).toBe(false);
});
