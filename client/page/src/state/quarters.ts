const numberOf = (quarter: string) =>
  Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1;
const quarterOf = (number: number) => `${Math.floor(number / 4)}Q${(number % 4) + 1}`;

/** The quarter that lies some quarters after another, or before it. */
export const quarterAfter = (quarter: string, count: number) =>
  quarterOf(numberOf(quarter) + count);

/** E.g. 2020Q1 to 2026Q3. */
export function quartersBetween(from: string, to: string): string[] {
  const length = Math.max(0, numberOf(to) - numberOf(from) + 1);
  return Array.from({ length }, (_, index) => quarterAfter(from, index));
}

/** Quarters in their order, neighbours together, e.g. 2020Q1 to 2020Q4, 2021Q2. */
export function runsWords(quarters: readonly string[]): string {
  const runs: [first: string, last: string][] = [];
  for (const quarter of quarters) {
    const run = runs.at(-1);
    if (run && quarterAfter(run[1], 1) === quarter) run[1] = quarter;
    else runs.push([quarter, quarter]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first} to ${last}`)).join(', ');
}

/** The period of the same kind beside another: a quarter, or a year like FY2025 or 2025. */
export function periodAfter(period: string, count: number): string | undefined {
  if (/^\d{4}Q[1-4]$/.test(period)) return quarterAfter(period, count);
  const [, prefix, year] = /^(FY)?(\d{4})$/.exec(period) ?? [];
  return year && `${prefix ?? ''}${Number(year) + count}`;
}

/** By their numbers less one; making an `Intl.DateTimeFormat` takes longer than all that is said of days. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The month in which a calendar quarter ends, e.g. June 2026. */
export const endOf = (quarter: string) =>
  `${MONTHS[Number(quarter.slice(5)) * 3 - 1]} ${quarter.slice(0, 4)}`;

/** The calendar quarter of a day. */
export const quarterOfDay = (day: string) =>
  `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
