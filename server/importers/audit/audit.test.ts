import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../../database/client.ts';
import { TAXONOMY } from '../../domain/measures.ts';
import { exportDataset } from '../../files/export-dataset.ts';
import { FIXTURE, readTable } from '../../test/dataset.ts';
import { createDatabase } from '../../test/testkit.ts';
import { auditDatabase } from './audit-database.ts';
import { auditFolder } from './audit-folder.ts';

let root: string;
let database: Database;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'capexgraph-audit-'));
  database = connect(await createDatabase());
});
afterAll(async () => {
  await database.close();
  await rm(root, { recursive: true, force: true });
});

/** A copy of the fixture in which a text of a file is another one. */
async function altered(file: string, from: string | RegExp, to: string): Promise<string> {
  const folder = await mkdtemp(join(root, 'altered-'));
  await cp(FIXTURE, folder, { recursive: true });
  const text = await readFile(join(folder, file), 'utf8');
  expect(text.search(from)).toBeGreaterThan(0);
  await writeFile(join(folder, file), text.replace(from, to));
  return folder;
}

test('nothing is said of a sound dataset, in files or in a database', async () => {
  expect(await auditFolder(FIXTURE)).toEqual([]);
  expect(await auditDatabase(database.pool)).toEqual([]);
});

const JUNE = 'alibaba,CAPEX,purchases-gross,2025-04-01,2025-06-30,38676000000';

test.each([
  ['a value in other units', 'facts.csv', JUNE, `${JUNE}000`, 'value', 'neighbours'],
  [
    'a value that the year contradicts',
    'facts.csv',
    'intelligent-cloud-2024,2025-01-01,2025-03-31,26751000000',
    'intelligent-cloud-2024,2025-01-01,2025-03-31,27751000000',
    'value',
    'add up to',
  ],
  [
    'a document of a later day',
    'sources.csv',
    '%20Results.pdf,2025-08-29',
    '%20Results.pdf,2025-08-30',
    'published_on',
    'is before',
  ],
  [
    'a day that is none',
    'facts.csv',
    '2025-08-29',
    '2025-08-32',
    'published_on',
    'expected a date',
  ],
  ['no document', 'facts.csv', 'BABA-PR-2025Q2', 'nothing', 'source', 'no document'],
  [
    'no definition',
    'facts.csv',
    ',purchases-gross,',
    ',purchases,',
    'definition',
    'not in definitions.csv',
  ],
  ['an address without a host', 'sources.csv', /https:\/\/[^/,]+\//, 'https:///', 'url', 'address'],
  ['an address with a gap in it', 'sources.csv', 'https://www.', 'https://www .', 'url', 'address'],
])('%s is found, with file, line and column', async (_, file, from, to, column, reason) => {
  const found = await auditFolder(await altered(file, from, to));
  expect(found).toContainEqual(
    expect.objectContaining({
      file: expect.stringMatching(/\.csv$/),
      line: expect.any(Number),
      column,
      reason: expect.stringContaining(reason),
    }),
  );
});

/** A folder's copy in which one cell of a table is another text; the rows are counted from the first below the header. */
async function withCell(folder: string, file: string, row: number, column: string, text: string) {
  const copy = await mkdtemp(join(root, 'cell-'));
  await cp(folder, copy, { recursive: true });
  const rows: string[][] = parse(await readFile(join(folder, file), 'utf8'));
  const place = rows[0]!.indexOf(column);
  rows[row + 1]![place] = text;
  const lines = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join());
  await writeFile(join(copy, file), `${lines.join('\n')}\n`);
  return { copy, line: row + 2 };
}

const facts = readTable('facts');
const sources = readTable('sources');
const days = new Map(sources.map(({ slug, published_on }) => [slug, published_on]));
const any = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

const seriesOf = (row: (typeof facts)[number]) => {
  const quarters = Math.round((Date.parse(row.period_end) - Date.parse(row.period_start)) / 7.9e9);
  return [row.company, row.concept, row.definition, row.currency, quarters].join();
};
const inSeries = facts.map(seriesOf);
/** Places of the facts that have another one of their series beside them, and no sign of their own. */
const comparable = facts.flatMap((row, place) => {
  const isAlone = inSeries.filter((series) => series === inSeries[place]).length < 2;
  return isAlone || 'mayBeNegative' in TAXONOMY[row.concept as keyof typeof TAXONOMY] ? [] : place;
});
const dated = facts.flatMap(({ source }, place) => (days.get(source) ? place : []));
const placed = sources.flatMap(({ url }, place) => (url ? place : []));

/** Alterations that break a law, each of one cell. What stays plausible (another last digit, a later day, another page) is seen by its version only. */
const alterations = fc.oneof(
  fc.record({
    ...{ file: fc.constant('facts.csv'), column: fc.constant('value'), row: any(comparable) },
    to: any([(value: string) => `${value}0000`, (value: string) => value.slice(0, -4)]),
  }),
  fc.record({
    ...{ file: fc.constant('facts.csv'), column: any(['value', 'published_on', 'period_end']) },
    row: any(facts.map((_, place) => place)),
    to: any([() => '', () => 'n/a', (text: string) => `${text}-`, (text: string) => `x${text}`]),
  }),
  fc.record({
    ...{ file: fc.constant('facts.csv'), column: fc.constant('published_on'), row: any(dated) },
    to: fc.nat(500).map((more) => (_: string, row: number) => {
      const printed = Date.parse(days.get(facts[row]!.source)!);
      return new Date(printed - (more + 1) * 86_400_000).toISOString().slice(0, 10);
    }),
  }),
  fc.record({
    ...{ file: fc.constant('sources.csv'), column: fc.constant('url'), row: any(placed) },
    to: any([
      (url: string) => url.replace('https:', 'javascript:'),
      (url: string) => url.replace('://', ':/ /'),
      (url: string) => url.replace(/\/\/[^/]*/, '//'),
      (url: string) => url.replace(/\/\/[^/]*/, '//intranet'),
      (url: string) => url.replace('.', '. '),
      (url: string) => `${url}<a>`,
    ]),
  }),
);

test('whichever value, day or address is altered so that it breaks a law, its cell is named', async () => {
  await fc.assert(
    fc.asyncProperty(alterations, async ({ file, column, row, to }) => {
      const before = (file === 'facts.csv' ? facts : sources)[row]!;
      const text = to(before[column as keyof typeof before], row);
      const { copy, line } = await withCell(FIXTURE, file, row, column, text);
      const found = await auditFolder(copy);
      const named = found.map((one) => `${basename(one.file)} ${one.line} ${one.column}`);
      expect(named, text).toContain(`${file} ${line} ${column}`);
      await rm(copy, { recursive: true });
    }),
    { numRuns: 12 },
  );
});

test('whichever cell of an exported folder is altered, and however little, it is found', async () => {
  const folder = join(root, 'cells');
  await exportDataset(database.pool, folder);
  const cell = fc.record({ row: fc.nat(facts.length - 1), digit: fc.integer({ min: 1, max: 9 }) });
  await fc.assert(
    fc.asyncProperty(cell, async ({ row, digit }) => {
      const { copy } = await withCell(
        folder,
        'facts.csv',
        row,
        'value',
        `${facts[row]!.value}.${digit}`,
      );
      expect((await auditFolder(copy)).map(({ column }) => column)).toContain('version');
      await rm(copy, { recursive: true });
    }),
    { numRuns: 6 },
  );
});

describe('of what was exported, or is stored, each altered cell is found', () => {
  test('in files', async () => {
    const folder = join(root, 'exported');
    await exportDataset(database.pool, folder);
    expect(await auditFolder(folder)).toEqual([]);
    const file = join(folder, 'facts.csv');
    await writeFile(
      file,
      (await readFile(file, 'utf8')).replace(JUNE, JUNE.replace('38676', '38677')),
    );
    expect(await auditFolder(folder)).toMatchObject([
      { column: 'version', reason: expect.stringContaining('have been altered') },
    ]);
  });

  test('in a database, where the row is named as well', async () => {
    await database.pool.query(
      `update fact set value = value * 1000, published_on = published_on - 1
       where period_end = '2025-06-30' and concept = 'CAPEX'
         and company_id = (select id from company where slug = 'alibaba')`,
    );
    const found = await auditDatabase(database.pool);
    const reasons = found.map(({ file, column, reason }) => `${file} ${column} ${reason}`);
    expect(reasons).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^facts alibaba CAPEX .*published_on: .* is before/),
        expect.stringMatching(/^facts alibaba CAPEX .*value: .* far from its neighbours/),
        expect.stringMatching(/^import \d+ rows have been altered/),
      ]),
    );
  });
});
