import { readFileSync } from 'node:fs';
import { addDays, type Day, formatDay, parseDay } from '../../domain/day.ts';
import { type Quarters, quartersOf } from './quarters/quarters.ts';
import { parseConceptChains } from './read/concept-chains.ts';
import type { Print } from './read/print.ts';

const here = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

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

/** Reports of a made-up company: accession number, form, day of filing. */
const REPORTS = {
  '2023Q1': ['0000012345-23-000001', '10-Q', '2023-05-02'],
  '2023Q2': ['0000012345-23-000002', '10-Q', '2023-08-01'],
  '2023Q3': ['0000012345-23-000003', '10-Q', '2023-11-01'],
  '2023': ['0000012345-24-000001', '10-K', '2024-02-02'],
  recast: ['0000012345-24-000002', '8-K', '2024-05-10'],
  '2024Q3': ['0000012345-24-000003', '10-Q', '2024-11-01'],
  '2024': ['0000012345-25-000001', '10-K', '2025-02-03'],
} as const;

function reported(report: keyof typeof REPORTS, start: string, end: string, millions: number) {
  const [accn, form, filed] = REPORTS[report];
  return { start, end, val: millions * 1_000_000, accn, fy: 2023, fp: 'Q1', form, filed };
}

/**
 * The companyfacts file of a made-up company. Its 10-Qs print revenue of the quarter and of the year to
 * date, cash flows of the year to date only; in May 2024 an 8-K recasts the operating cash flow of 2023,
 * and the reports of that year's end print it so again.
 */
export const ACME = JSON.stringify({
  cik: 12345,
  entityName: 'ACME CLOUD INC.',
  facts: {
    dei: { EntityCommonStockSharesOutstanding: { units: { shares: [{ val: 1 }] } } },
    'us-gaap': {
      Assets: { units: { USD: [{ end: '2023-12-31', val: 1 }] } },
      Revenues: {
        units: {
          USD: [
            reported('2023Q1', '2023-01-01', '2023-03-31', 101),
            reported('2023Q2', '2023-01-01', '2023-06-30', 213),
            reported('2023Q2', '2023-04-01', '2023-06-30', 112),
            reported('2023Q3', '2023-01-01', '2023-09-30', 336),
            reported('2023Q3', '2023-07-01', '2023-09-30', 123),
            reported('2023', '2023-01-01', '2023-12-31', 470),
          ],
        },
      },
      PaymentsToAcquirePropertyPlantAndEquipment: {
        units: {
          USD: [
            reported('2023Q1', '2023-01-01', '2023-03-31', 21),
            reported('2023Q2', '2023-01-01', '2023-06-30', 47),
            reported('2023Q3', '2023-01-01', '2023-09-30', 79),
            reported('2023', '2023-01-01', '2023-12-31', 117),
          ],
        },
      },
      NetCashProvidedByUsedInOperatingActivities: {
        units: {
          USD: [
            reported('2023Q1', '2023-01-01', '2023-03-31', 51),
            reported('2023Q2', '2023-01-01', '2023-06-30', 104),
            reported('2023Q3', '2023-01-01', '2023-09-30', 162),
            reported('2023', '2023-01-01', '2023-12-31', 229),
            reported('recast', '2023-01-01', '2023-12-31', 241),
            reported('2024Q3', '2023-01-01', '2023-09-30', 167),
            reported('2024Q3', '2024-01-01', '2024-09-30', 183),
            reported('2024', '2023-01-01', '2023-12-31', 241),
            reported('2024', '2024-01-01', '2024-12-31', 255),
          ],
        },
      },
    },
  },
});
