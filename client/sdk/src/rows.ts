import type { SeriesQuery } from './generated/operations.ts';

type Table = SeriesQuery['series'];

/** One value of a table, with all that says what it is. */
export interface SeriesRow {
  /** E.g. `2025Q2`, `FY2025` or `2025`. */
  readonly period: string;
  /** The period's first day, at midnight UTC; null for fiscal years that start on different ones. */
  readonly start: Date | null;
  /** Whose it is and of what, e.g. `Alibaba Group, capex`. */
  readonly label: string;
  /**
   * What amounts are in; of fractions and indices, what they are made from. Where the table was asked
   * for without one, it is a company's reporting currency, and US dollars for a group.
   */
  readonly currency: Table['series'][number]['currency'];
  /** What the value is counted in. */
  readonly unit: Table['series'][number]['unit'];
  /** Null where it is missing. */
  readonly value: number | null;
  /** What the value lacks, and why; empty exactly when there is one. */
  readonly missing: Table['series'][number]['measures'][number]['missing'];
}

/**
 * A table's values as rows, one for each period of each series, as chart libraries want them.
 *
 * @example
 * const rows = rowsOf(await client.series({ subjects, measures, currency: 'USD' }));
 * Plot.plot({ marks: [Plot.line(rows, { x: 'start', y: 'value', stroke: 'label' })] });
 */
export function rowsOf({ periods, series }: Table): SeriesRow[] {
  return series.flatMap(({ label, currency, unit, values, measures }) =>
    periods.map((period, index) => ({
      period: period.label,
      start: period.start === null ? null : new Date(period.start),
      label,
      currency,
      unit,
      value: values[index]!,
      missing: measures[index]!.missing,
    })),
  );
}
