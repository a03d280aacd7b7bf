import { expect, test } from 'vitest';
import { readDataset } from '../importers/csv/read-dataset.ts';
import { REVIEWED_DATASET } from '../importers/load-reviewed.ts';
import { TABLE_NAMES, tableNamed } from '../importers/tables/tables.ts';
import { printedTotals, sumsOf } from './annual-totals.ts';
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

test('no fact or guidance is older than the document that is cited for it', async () => {
  const { facts, guidance, sources } = await reading;
  const printed = new Map(sources.map(({ slug, published_on }) => [slug, published_on]));
  const cited = [
    ...facts.map(({ source, published_on }, row) => ({ source, day: published_on, row })),
    ...guidance.map(({ source, said_on }, row) => ({ source, day: said_on, row })),
  ];
  const tooOld = cited.flatMap(({ source, day, row }) => {
    const printedOn = printed.get(source);
    return printedOn && day < printedOn
      ? [`line ${row + 2}: known on ${day}, but ${source} is of ${printedOn}`]
      : [];
  });
  expect(tooOld).toEqual([]);
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

test('where all quarters of a printed year are there, they add up to it', async () => {
  const dataset = await reading;
  const compared = printedTotals(dataset, REVIEWED_DATASET)
    .map((total) => ({ ...total, sums: sumsOf(total, dataset) }))
    .filter(({ sums }) => sums.length > 0);
  expect(compared.length).toBeGreaterThan(0);
  const wrong = compared.filter(
    ({ value, sums }) => !sums.some(({ sum, tolerance }) => Math.abs(sum - value) <= tolerance),
  );
  expect(wrong).toEqual([]);
});
