/**
 * The first or the last day of a calendar quarter, at midnight UTC, for the axis of a chart.
 *
 * @example
 * quarterToDate('2025Q2'); // 2025-04-01
 * quarterToDate('2025Q2', 'last'); // 2025-06-30
 */
export function quarterToDate(quarter: string, day: 'first' | 'last' = 'first'): Date {
  const [, year, number] = /^(\d{4})Q([1-4])$/.exec(quarter) ?? [];
  if (!number) throw new RangeError(`${quarter} is no calendar quarter; write it like 2025Q2`);
  const date = new Date(0);
  // The day before the first of a month is the last of the one before it.
  const [month, dayOfMonth] = day === 'first' ? [-3, 1] : [0, 0];
  date.setUTCFullYear(Number(year), Number(number) * 3 + month, dayOfMonth);
  return date;
}

/**
 * The calendar quarter that a day lies in, by UTC; of a date, or of a text like `2025-06-30`.
 *
 * @example
 * dateToQuarter('2025-06-30'); // 2025Q2
 */
export function dateToQuarter(date: Date | string): string {
  const day = new Date(date);
  const year = day.getUTCFullYear();
  if (!(year >= 0 && year <= 9_999))
    throw new RangeError(`${date} is no day of a calendar quarter`);
  return `${String(year).padStart(4, '0')}Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
}
