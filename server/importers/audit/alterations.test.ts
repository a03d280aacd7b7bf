import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TAXONOMY } from '../../domain/measures.ts';
import { FIXTURE, readTable } from '../../test/dataset.ts';
import { auditFolder } from './audit-folder.ts';
import { withCell } from './testing.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'capexgraph-alterations-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const facts = readTable('facts');
const sources = readTable('sources');
const days = new Map(sources.map(({ slug, published_on }) => [slug, published_on]));
const any = <Value>(values: readonly Value[]) => fc.constantFrom(...values);
/** The places of the facts for which something holds. */
const placesOf = (holds: (row: (typeof facts)[number], place: number) => boolean) =>
  any(facts.flatMap((row, place) => (holds(row, place) ? place : [])));

const seriesOf = (row: (typeof facts)[number]) => {
  const quarters = Math.round((Date.parse(row.period_end) - Date.parse(row.period_start)) / 7.9e9);
  return [row.company, row.concept, row.definition, row.currency, quarters].join();
};
const inSeries = facts.map(seriesOf);
const isSigned = ({ concept }: { concept: string }) =>
  'mayBeNegative' in TAXONOMY[concept as keyof typeof TAXONOMY];
/** The facts that have two others of their series near them. */
const hasNeighbours = (row: (typeof facts)[number], place: number) =>
  facts.filter(
    (other, at) =>
      inSeries[at] === inSeries[place] &&
      Math.abs(Date.parse(other.period_end) - Date.parse(row.period_end)) < 200 * DAY_MS,
  ).length > 2;
const DAY_MS = 86_400_000;
const moved = (day: string, by: number) =>
  new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
/** How many periods of a fact's company have the same first and last day. */
const alikeOf = (row: (typeof facts)[number]) =>
  facts.filter(
    (other) =>
      other.company === row.company &&
      other.period_start === row.period_start &&
      other.period_end === row.period_end,
  ).length;

const OF_FACTS = { file: fc.constant('facts.csv') };
const OF_SOURCES = { file: fc.constant('sources.csv') };
const altering = (column: string) => ({ ...OF_FACTS, column: fc.constant(column) });
const few = fc.integer({ min: 1, max: 9 });

/** Alterations that break a law, each of one cell. What stays plausible (another last digit, another page) is seen by its version only. */
const alterations = fc.oneof(
  fc.record({
    ...altering('value'),
    row: placesOf((row, place) => !isSigned(row) && hasNeighbours(row, place)),
    to: any([
      (value: string) => `${value}00`,
      (value: string) => `${value}0000`,
      (value: string) => value.slice(0, -2),
      (value: string) => `-${value}`,
      () => '0',
    ]),
  }),
  fc.record({
    ...altering('value'),
    row: placesOf((row, place) => isSigned(row) && hasNeighbours(row, place)),
    to: any([(value: string) => `${value}0000`, () => '0']),
  }),
  fc.record({
    ...altering('value'),
    row: placesOf(({ rounded_to }) => Number(rounded_to) > 1),
    to: few.map((digit) => (value: string) => String(Number(value) + digit)),
  }),
  fc.record({
    ...altering('currency'),
    row: placesOf(() => true),
    to: fc.constant((currency: string) => (currency === 'USD' ? 'HKD' : 'USD')),
  }),
  fc.record({
    ...OF_FACTS,
    column: any(['period_start', 'period_end']),
    row: placesOf((row) => alikeOf(row) > 2),
    to: few.chain((by) => any([by, -by])).map((by) => (day: string) => moved(day, by)),
  }),
  fc.record({
    ...OF_FACTS,
    column: any(['value', 'published_on', 'period_end']),
    row: placesOf(() => true),
    to: any([() => '', () => 'n/a', (text: string) => `${text}-`, (text: string) => `x${text}`]),
  }),
  fc.record({
    ...altering('published_on'),
    row: placesOf(({ source }) => Boolean(days.get(source))),
    to: fc
      .integer({ min: 1, max: 500 })
      .chain((by) => any([by, -by]))
      .map((by) => (_: string, row: number) => moved(days.get(facts[row]!.source)!, by)),
  }),
  fc.record({
    ...OF_SOURCES,
    column: fc.constant('url'),
    row: any(sources.flatMap(({ url }, place) => (url ? place : []))),
    to: any([
      (url: string) => url.replace('https:', 'javascript:'),
      (url: string) => url.replace('http', 'htp'),
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
      const { copy, line } = await withCell(root, FIXTURE, { file, row, column, text });
      const found = await auditFolder(copy);
      const named = found.map((one) => `${basename(one.file)} ${one.line} ${one.column}`);
      expect(named, text).toContain(`${file} ${line} ${column}`);
      await rm(copy, { recursive: true });
    }),
    { numRuns: Number(process.env.ALTERATIONS ?? 10) },
  );
});
