import { type CalendarQuarter, EARLIEST_QUARTER, LATEST_QUARTER } from '../calendar-quarter.ts';
import type { View } from '../view.ts';
import type { YearKind } from '../vocabulary.ts';
import { yearNumbered, yearsOf } from '../year.ts';
import { periodOfYear, periodUpTo, type TablePeriod } from './period.ts';
import { PERIOD_KINDS, type PeriodKind } from './period-kind.ts';

/**
 * The periods that any of some companies is known in and those between, oldest first. They end from one
 * quarter to another; a fiscal year is one of them where that of any company does.
 */
export function periodsOf(
  kind: PeriodKind,
  companies: readonly View[],
  from: CalendarQuarter = EARLIEST_QUARTER,
  to: CalendarQuarter = LATEST_QUARTER,
): TablePeriod[] {
  const entry = PERIOD_KINDS[kind];
  if ('years' in entry) {
    return yearNumbers(entry.years, companies, from, to).map((number) =>
      periodOfYear(entry.years, number, companies),
    );
  }
  const known = companies.flatMap((view) => view.knownQuarters(from, to));
  return allBetween(known).map((quarter) => periodUpTo(quarter, entry.window));
}

function yearNumbers(
  kind: YearKind,
  companies: readonly View[],
  from: CalendarQuarter,
  to: CalendarQuarter,
): number[] {
  const known = companies.flatMap((view) => yearsOf(view, kind).map(({ year }) => year));
  const isIn = (number: number) =>
    companies.some((view) => {
      const last = yearNumbered(view, kind, number)?.calendarQuarter;
      return last !== undefined && last >= from && last <= to;
    });
  return allBetween(known).filter(isIn);
}

/** All whole numbers from the least to the greatest of some. */
function allBetween<Kind extends number>(known: readonly Kind[]): Kind[] {
  if (known.length === 0) return [];
  const sorted = [...new Set(known)].sort((a, b) => a - b);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  return Array.from({ length: last - first + 1 }, (_, place) => (first + place) as Kind);
}
