import { readFileSync } from 'node:fs';
import { addDays, type Day, formatDay, parseDay } from '../../domain/day.ts';
import { parseConceptChains } from './concept-chains.ts';
import type { Print } from './prints.ts';
import { type Quarters, quartersOf } from './quarters.ts';

const here = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** Alphabet's companyfacts file, cut down to the tags of the chains. */
export const ALPHABET = here('fixtures/CIK0001652044.json');

/** The chains that come with Capexgraph. */
export const CHAINS = parseConceptChains(here('../../../prisma/data/concept-chains.csv'));

let filings = 0;

/** A print of a period like 2024-01-01/2024-03-31, filed forty days after it unless told otherwise. */
export function printed(
  period: string,
  value: number,
  { filed, form = '10-Q' }: { filed?: string; form?: string } = {},
): Print {
  const [start, end] = period.split('/').map((text) => parseDay(text)!) as [Day, Day];
  const accession = `0000000000-00-${String(++filings).padStart(6, '0')}`;
  return { start, end, value, form, accession, filed: filed ? parseDay(filed)! : addDays(end, 40) };
}

/** The figures of prints in a line each: period, value, quality, day. */
export function linesOf({ figures }: Quarters): string[] {
  return figures.map(({ start, end, value, quality, filed }) =>
    [`${formatDay(start)}/${formatDay(end)}`, value, quality, formatDay(filed)].join(' '),
  );
}

/** Value and quality of each quarter, by its last day, as known after all prints. */
export function quarterly(prints: readonly Print[]): Record<string, string> {
  const { figures } = quartersOf(prints);
  return Object.fromEntries(
    figures.map(({ end, value, quality }) => [formatDay(end), `${value} ${quality}`]),
  );
}

/** A companyfacts file of one tag. */
export function companyfacts(
  entries: unknown,
  { tag = 'Revenues', unit = 'USD', ...others }: Record<string, unknown> = {},
): string {
  const facts = { 'us-gaap': { [String(tag)]: { units: { [String(unit)]: entries } } } };
  return JSON.stringify({ cik: 1234, entityName: 'EXAMPLE CORP /DE/', facts, ...others });
}

/** An entry of a companyfacts file. */
export const ENTRY = {
  start: '2024-01-01',
  end: '2024-03-31',
  val: 100,
  accn: '0001234567-24-000001',
  fy: 2024,
  fp: 'Q1',
  form: '10-Q',
  filed: '2024-05-01',
};
