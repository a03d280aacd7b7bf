import { addDays, formatDay, parseDay } from '../domain/day.ts';

/** What a made-up companyfacts file holds. */
export interface MadeUp {
  readonly cik: number;
  /** Whole fiscal years, which are calendar years, up to 2025. */
  readonly years: number;
  /** Tags that are no concept of ours, as most of a real file's are. */
  readonly otherTags?: number;
}

const CONCEPTS = [
  'Revenues',
  'PaymentsToAcquirePropertyPlantAndEquipment',
  'NetCashProvidedByUsedInOperatingActivities',
];
const LAST_YEAR = 2025;
const QUARTER_ENDS = ['03-31', '06-30', '09-30', '12-31'];

/**
 * The text of a companyfacts file in EDGAR's format, of no real company: each report prints the year
 * to date and the year before's, and quarterly reports the three months' revenue too.
 */
export function madeUpCompanyfacts({ cik, years, otherTags = 0 }: MadeUp): string {
  const others = Array.from({ length: otherTags }, (_, index) => `MadeUpTag${index}`);
  const tags = [...CONCEPTS, ...others].map((tag, index) => [
    tag,
    {
      label: tag,
      description: `A figure of no company.`,
      units: { USD: prints(cik, years, index) },
    },
  ]);
  const facts = { 'us-gaap': Object.fromEntries(tags) };
  return JSON.stringify({ cik, entityName: `Made-up Company ${cik} Inc.`, facts });
}

function prints(cik: number, years: number, concept: number): object[] {
  return Array.from({ length: years }, (_, index) => LAST_YEAR - years + 1 + index).flatMap(
    (year) =>
      QUARTER_ENDS.flatMap((dayOfYear, quarter) => {
        const filed = formatDay(addDays(parseDay(`${year}-${dayOfYear}`)!, 40));
        const report = {
          accn: `${String(cik).padStart(10, '0')}-${String(year % 100).padStart(2, '0')}-${String(quarter + 1).padStart(6, '0')}`,
          fy: year,
          fp: quarter === 3 ? 'FY' : `Q${quarter + 1}`,
          form: quarter === 3 ? '10-K' : '10-Q',
          filed,
        };
        const toDate = (ofYear: number, from = 0) => ({
          start: `${ofYear}-${['01-01', '04-01', '07-01', '10-01'][from]}`,
          end: `${ofYear}-${dayOfYear}`,
          val: sum(cik, ofYear, concept, from, quarter),
          ...report,
        });
        const periods = [toDate(year - 1), toDate(year)];
        return quarter > 0 && quarter < 3 && concept === 0
          ? [...periods, toDate(year, quarter)]
          : periods;
      }),
  );
}

function sum(cik: number, year: number, concept: number, from: number, to: number): number {
  let total = 0;
  for (let quarter = from; quarter <= to; quarter++) total += figure(cik, year, concept, quarter);
  return total;
}

/** Deterministic, and between 1,000 and 10,000 million. */
function figure(cik: number, year: number, concept: number, quarter: number): number {
  return (
    (1000 + ((cik * 7919 + year * 104_729 + concept * 1299 + quarter * 611) % 9000)) * 1_000_000
  );
}
