import { expect, test } from 'vitest';
import { readDataset } from '../importers/csv/read-dataset.ts';
import { REVIEWED_DATASET } from '../importers/load-reviewed.ts';
import { printedTotals, sumsOf } from './annual-totals.ts';

// What a reviewer of new figures may not get wrong. All other tests run on a copy that stands still.

const reading = readDataset(REVIEWED_DATASET);
const slugsOf = async (table: 'companies' | 'definitions' | 'sources') =>
  new Set((await reading)[table].map(({ slug }) => slug));

test('every row reads', async () => {
  await expect(reading).resolves.toBeDefined();
});

test('no fact, company, group, definition, source or rate stands twice', async () => {
  const { facts, 'exchange-rates': rates, ...slugged } = await reading;
  const keys = [
    ...facts.map((fact) =>
      [
        fact.company,
        fact.concept,
        fact.definition,
        fact.period_start,
        fact.period_end,
        fact.published_on,
        fact.source,
      ].join(' '),
    ),
    ...rates.map(({ base, quote, calendar_quarter, source }) =>
      [base, quote, calendar_quarter, source].join(' '),
    ),
    ...(['companies', 'groups', 'definitions', 'sources'] as const).flatMap((table) =>
      slugged[table].map(({ slug }) => `${table} ${slug}`),
    ),
  ];
  expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
});

test('every fact is of a company, definition and source that the files have, every member too', async () => {
  const { facts, groups } = await reading;
  const companies = await slugsOf('companies');
  const definitions = await slugsOf('definitions');
  const sources = await slugsOf('sources');
  const unknown = [
    ...facts.flatMap(({ company, definition, source }, row) => [
      ...(companies.has(company) ? [] : [`line ${row + 2}: company ${company}`]),
      ...(definitions.has(definition) ? [] : [`line ${row + 2}: definition ${definition}`]),
      ...(sources.has(source) ? [] : [`line ${row + 2}: source ${source}`]),
    ]),
    ...groups.flatMap(({ slug, members }) =>
      members
        .split(' ')
        .filter((member) => !companies.has(member))
        .map((member) => `${slug}: member ${member}`),
    ),
  ];
  expect(unknown).toEqual([]);
});

test('no fact is older than the document that is cited for it', async () => {
  const { facts, sources } = await reading;
  const printed = new Map(sources.map(({ slug, published_on }) => [slug, published_on]));
  const tooOld = facts.flatMap(({ published_on, source }, row) => {
    const printedOn = printed.get(source);
    return printedOn && published_on < printedOn
      ? [`line ${row + 2}: known on ${published_on}, but ${source} is of ${printedOn}`]
      : [];
  });
  expect(tooOld).toEqual([]);
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
