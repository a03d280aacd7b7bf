import type { CalendarQuarter } from '../calendar-quarter.ts';
import type { Day } from '../day.ts';
import type { Documents } from './basis.ts';
import { asReported, difference, type Figure, isIdentical } from './figure.ts';
import type { PeriodHistory, Version } from './period-history.ts';

/** A year has four quarters, and no difference is taken from more. */
const LONGEST = 4;

/** A longer period, and others that make it up together with one quarter. */
export interface Operands {
  readonly whole: PeriodHistory;
  readonly rest: readonly PeriodHistory[];
}

type Find = (first: number, last: number) => PeriodHistory | undefined;

/** The differences that may give a quarter, the one to prefer of one day last. */
export function operandsOf(quarter: CalendarQuarter, find: Find): Operands[] {
  return [...lessQuarters(quarter, find), ...lessEnd(quarter, find), ...lessStart(quarter, find)];
}

/** The year less three quarters. */
function lessQuarters(quarter: CalendarQuarter, find: Find): Operands[] {
  const operands: Operands[] = [];
  for (let first = quarter - LONGEST + 1; first <= quarter; first++) {
    const whole = find(first, first + LONGEST - 1);
    if (!whole) continue;
    const rest: PeriodHistory[] = [];
    for (let other = first; other < first + LONGEST; other++) {
      const period = other === quarter ? undefined : find(other, other);
      if (period) rest.push(period);
    }
    if (rest.length === LONGEST - 1) operands.push({ whole, rest });
  }
  return operands;
}

/** Half a year less its second quarter: two periods that end alike. */
function lessEnd(quarter: CalendarQuarter, find: Find): Operands[] {
  const operands: Operands[] = [];
  for (let last = quarter + 1; last < quarter + LONGEST; last++) {
    const whole = find(quarter, last);
    const rest = whole && find(quarter + 1, last);
    if (rest) operands.push({ whole, rest: [rest] });
  }
  return operands;
}

/** The year less nine months, nine months less six: two periods that start alike. */
function lessStart(quarter: CalendarQuarter, find: Find): Operands[] {
  const operands: Operands[] = [];
  for (let first = quarter - 1; first > quarter - LONGEST; first--) {
    const whole = find(first, quarter);
    const rest = whole && find(first, quarter - 1);
    if (rest) operands.push({ whole, rest: [rest] });
  }
  return operands;
}

/**
 * A difference of every set of versions that stood together on some day, from the first day on which they
 * stand on one basis, oldest first.
 */
export function differencesOf({ whole, rest }: Operands, documents: Documents): Figure[] {
  const periods = [whole, ...rest];
  const days = new Set(periods.flatMap(({ versions }) => versions.flatMap(({ days }) => days)));
  const figures: Figure[] = [];
  let before: Figure | undefined;
  for (const day of [...days].sort((a, b) => a - b)) {
    const versions = periods.map((period) => versionOn(period, day));
    if (!versions.every((version) => version !== undefined)) continue;
    const [from, ...less] = versions.map(({ reported }) => reported);
    const figure = difference(from!, less, day);
    if (before && isIdentical(before, figure)) continue;
    if (!areOnOneBasis(versions, documents)) continue;
    before = figure;
    figures.push(figure);
  }
  return figures;
}

/** The reports of a quarter as such, oldest first. */
export function reportsOf(quarter: PeriodHistory | undefined): Figure[] {
  return quarter ? quarter.versions.map(({ reported, since }) => asReported(reported, since)) : [];
}

/** The version that stood on a day, as far as it was reported by then. */
function versionOn({ versions }: PeriodHistory, day: Day): Version | undefined {
  const version = versions.findLast(({ since }) => since <= day);
  return version && { ...version, days: version.days.filter((each) => each <= day) };
}

function areOnOneBasis(versions: readonly Version[], documents: Documents): boolean {
  return versions.every((a, place) =>
    versions.slice(place + 1).every((b) => documents.areOnOneBasis(a, b)),
  );
}
