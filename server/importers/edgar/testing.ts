import { readFileSync } from 'node:fs';
import { parseCalendarQuarter } from '../../domain/calendar-quarter.ts';
import { type Day, formatDay, parseDay } from '../../domain/day.ts';
import { fiscalPeriodOf } from '../../domain/fiscal-calendar.ts';
import { parseConceptChains } from './read/concept-chains.ts';
import type { Reported } from './read/reported.ts';

const here = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The chains that come with Capexgraph. */
export const CHAINS = parseConceptChains(here('../../../prisma/data/concept-chains.csv'));

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

const ACCESSION = ENTRY.accn;

/** What a filing of a day reported of a period like 2024-01-01/2024-03-31. */
export function reported(
  period: string,
  value: number,
  { filed = '2024-05-01', form = '10-Q', accession = ACCESSION, path = `$ ${period}` } = {},
): Reported {
  const [start, end] = period.split('/').map((text) => parseDay(text)!) as [Day, Day];
  return { start, end, value, form, accession, filed: parseDay(filed)!, path };
}

/** The tags that stand for a concept in most files. */
const TAGS: Readonly<Record<string, string>> = {
  revenue: 'Revenues',
  capex: 'PaymentsToAcquirePropertyPlantAndEquipment',
  cash: 'NetCashProvidedByUsedInOperatingActivities',
};

interface Filer {
  readonly cik?: number;
  readonly name?: string;
  readonly currency?: string;
}

/**
 * The companyfacts file of a made-up filer, by its filings, a line each: day, form, and figures in millions
 * with tag and period, as in `2024-02-02 10-K revenue 2023Q1-2023Q4 470 capex 2023-01-01/2023-12-30 117`.
 * A tag may have a currency of its own, `revenue@USD`; an entry without a start is of `/2023-06-30`; DEF_14A is a form, too.
 */
export function companyfactsOf(
  filings: string,
  { cik = 12345, name = 'ACME CLOUD INC.', currency = 'USD' }: Filer = {},
): string {
  const entries = new Map<string, Map<string, object[]>>();
  const lines = linesOf(filings);
  lines.forEach((line, filing) => {
    const [filed, form, ...figures] = line.split(/\s+/) as [string, string, ...string[]];
    const [year, month, day] = filed.split('-') as [string, string, string];
    // The same in a file of fewer filings.
    const ofDay = lines.slice(0, filing).filter((before) => before.startsWith(filed)).length + 1;
    const accn = `${String(cik).padStart(10, '0')}-${year.slice(2)}-${month}${day}0${ofDay}`;
    const fp = form.startsWith('10-K') ? 'FY' : 'Q1';
    for (let place = 0; place < figures.length; place += 3) {
      const [tag, period, millions] = figures.slice(place) as [string, string, string];
      const [name, unit = currency] = tag.split('@') as [string, string?];
      const units = entries.get(TAGS[name] ?? name) ?? new Map<string, object[]>();
      entries.set(TAGS[name] ?? name, units);
      const val = Math.round(Number(millions) * 1e6);
      const entry = { ...datesOf(period), val, accn, fy: Number(year), fp, filed };
      units.set(unit, [...(units.get(unit) ?? []), { ...entry, form: form.replace('_', ' ') }]);
    }
  });
  const tags = [...entries].map(([tag, units]) => [tag, { units: Object.fromEntries(units) }]);
  const facts = { 'us-gaap': Object.fromEntries(tags) };
  return JSON.stringify({ cik, entityName: name, facts });
}

/** The filings that were made by a day. */
export function filedBy(day: string, filings: string): string {
  return linesOf(filings)
    .filter((line) => line.slice(0, 10) <= day)
    .join('\n');
}

/** The days on which filings were made, in order. */
export function daysOf(filings: string): string[] {
  return [...new Set(linesOf(filings).map((line) => line.slice(0, 10)))].sort();
}

const linesOf = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);

/** The days of 2023Q1, of 2023Q1-2023Q4, or as they are written: 2023-01-01/2023-12-30. */
function datesOf(period: string): { start?: string; end: string } {
  if (period.includes('/')) {
    const [start, end] = period.split('/') as [string, string];
    return start === '' ? { end } : { start, end };
  }
  const [first, last = first] = period.split('-') as [string, string?];
  const days = (quarter: string) => fiscalPeriodOf(parseCalendarQuarter(quarter)!, 12);
  return { start: formatDay(days(first).start), end: formatDay(days(last).end) };
}

/**
 * A company whose 10-Qs report revenue of the quarter and of the year to date, cash flows of the year to
 * date only. In May 2024 an 8-K recasts the operating cash flow of 2023.
 */
const ACME_FILINGS = `
  2023-05-02 10-Q revenue 2023Q1 101                            capex 2023Q1 21         cash 2023Q1 51
  2023-08-01 10-Q revenue 2023Q1-2023Q2 213 revenue 2023Q2 112  capex 2023Q1-2023Q2 47  cash 2023Q1-2023Q2 104
  2023-11-01 10-Q revenue 2023Q1-2023Q3 336 revenue 2023Q3 123  capex 2023Q1-2023Q3 79  cash 2023Q1-2023Q3 162
  2024-02-02 10-K revenue 2023Q1-2023Q4 470                     capex 2023Q1-2023Q4 117 cash 2023Q1-2023Q4 229
  2024-05-10 8-K  cash 2023Q1-2023Q4 241
`;

export const ACME = companyfactsOf(ACME_FILINGS);
