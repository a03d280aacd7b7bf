import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataPackage } from '../files/data-package.ts';
import { auditFolder, readTables } from '../importers/audit/audit-folder.ts';
import { accessionIn } from '../importers/audit/audit-rows.ts';
import { readDataset } from '../importers/csv/read-dataset.ts';
import { REVIEWED_DATASET } from '../importers/load-reviewed.ts';
import { TABLE_NAMES, tableNamed } from '../importers/tables/tables.ts';
import { quarterOfMidpoint } from './dataset.ts';

// What a reviewer of new figures may not get wrong. All other tests run on a copy that stands still.

const reading = readDataset(REVIEWED_DATASET);
const slugsOf = async (table: 'companies' | 'definitions' | 'sources') =>
  new Set((await reading)[table].map(({ slug }) => slug));

test('every row reads', async () => {
  await expect(reading).resolves.toBeDefined();
});

test('nothing stands twice', async () => {
  const dataset = await reading;
  const keys = TABLE_NAMES.flatMap((name) => {
    const rows: readonly Record<string, unknown>[] = dataset[name];
    return rows.map((row) =>
      [name, ...tableNamed(name).identity.map((column) => row[column])].join(' '),
    );
  });
  const known = new Set<string>();
  expect(keys.filter((key) => known.size === known.add(key).size)).toEqual([]);
});

test('every company, definition and source that a row names is there', async () => {
  const { groups, ...tables } = await reading;
  const there = {
    company: await slugsOf('companies'),
    definition: await slugsOf('definitions'),
    source: await slugsOf('sources'),
  };
  const named = Object.entries(tables).flatMap(([table, rows]) =>
    (rows as readonly Record<string, unknown>[]).map((row, place) => ({
      table,
      line: place + 2,
      row,
    })),
  );
  const members = groups.flatMap(({ members }, place) =>
    members.split(' ').map((company) => ({ table: 'groups', line: place + 2, row: { company } })),
  );
  const unknown = [...named, ...members].flatMap(({ table, line, row }) =>
    Object.entries(there)
      .map(([column, slugs]) => ({ slug: (row as Record<string, string>)[column], slugs }))
      .filter(({ slug, slugs }) => slug !== undefined && !slugs.has(slug))
      .map(({ slug }) => `${table}.csv, line ${line}: ${slug}`),
  );
  expect(unknown).toEqual([]);
});

test('no fact says what a non-disclosure says is not published', async () => {
  const { facts, 'non-disclosures': silences } = await reading;
  const contradicted = silences.filter(({ company, concept, from, until }) =>
    facts.some((fact) => {
      const quarter = quarterOfMidpoint(fact.period_start, fact.period_end);
      const isWithin = (from ?? '') <= quarter && quarter <= (until ?? '9999Q4');
      return fact.company === company && fact.concept === concept && isWithin;
    }),
  );
  expect(silences.length).toBeGreaterThan(0);
  expect(contradicted).toEqual([]);
});

test('a document that the archive of the SEC has is told by its filing, and only one that was filed has a form', async () => {
  const { sources } = await reading;
  const wrong = sources.filter(
    ({ title, form, url, accession }) =>
      accession !== (accessionIn(url ?? '') ?? null) ||
      (form !== null && accession === null && !title.includes(form)),
  );
  expect(sources.filter(({ form, accession }) => form && accession).length).toBeGreaterThan(200);
  expect(wrong).toEqual([]);
});

test('guidance gives one end at least, the lower one first, of a period that runs forward', async () => {
  const { guidance } = await reading;
  const wrong = guidance.filter(
    ({ low, high, period_start, period_end }) =>
      (low === null && high === null) ||
      (low !== null && high !== null && Number(low) > Number(high)) ||
      (period_start !== null && period_end !== null && period_start > period_end),
  );
  expect(guidance.length).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
});

test('an audit finds nothing', async () => {
  expect(await auditFolder(REVIEWED_DATASET)).toEqual([]);
});

test('its description is up to date (npm run codegen), so that no cell is altered unseen', async () => {
  const { version } = await readTables(REVIEWED_DATASET);
  const described = JSON.parse(await readFile(join(REVIEWED_DATASET, 'datapackage.json'), 'utf8'));
  const tables = TABLE_NAMES.filter((name) => existsSync(join(REVIEWED_DATASET, `${name}.csv`)));
  expect(described).toEqual(dataPackage({ version }, tables));
});
