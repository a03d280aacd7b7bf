import type { QuarterRange } from '../quarter-range.ts';
import { lengthOf } from '../quarter-range.ts';
import { agree, type ReportedValue } from '../reported-value.ts';

/** The least that two figures are apart where one of them can be in thousands for units. */
const FAR_APART = 300;
const LONGEST = 4;

/** All that was reported of one period. */
interface Reports extends QuarterRange {
  readonly all: ReportedValue[];
  least: number;
  most: number;
}

/**
 * Whether nothing that was reported of one concept can contradict anything else of it, on any day and in
 * whatever lines: a quick answer, which saves working out the days for most concepts of most companies.
 */
export function areUndisputed(
  reports: readonly ReportedValue[],
  isNeverNegative: boolean,
): boolean {
  const periods = new Map<number, Reports>();
  for (const reported of reports) {
    const { value, first, last } = reported;
    if (!reported.isOver || (isNeverNegative && value < 0)) return false;
    const period = periods.get(keyOf(first, last));
    if (!period) {
      periods.set(keyOf(first, last), { first, last, all: [reported], least: value, most: value });
      continue;
    }
    if (!period.all.every((each) => agree(each, reported))) return false;
    // Most are reported again as they were.
    if (period.all.some((each) => isAlike(each, reported))) continue;
    period.all.push(reported);
    period.least = Math.min(period.least, value);
    period.most = Math.max(period.most, value);
  }
  const all = [...periods.values()];
  return (
    areOfOneScale(all) &&
    !haveOneValueForTwoLengths(all) &&
    !(isNeverNegative && all.some((period) => mayFall(period, periods)))
  );
}

function isAlike(a: ReportedValue, b: ReportedValue): boolean {
  return a.value === b.value && a.rounding === b.rounding;
}

function areOfOneScale(periods: readonly Reports[]): boolean {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const period of periods) {
    for (const { value } of period.all) {
      if (value === 0) continue;
      const ofQuarter = Math.abs(value) / lengthOf(period);
      least = Math.min(least, ofQuarter);
      most = Math.max(most, ofQuarter);
    }
  }
  return most === 0 || most < least * FAR_APART;
}

/** As a year on the dates of a quarter has. */
function haveOneValueForTwoLengths(periods: readonly Reports[]): boolean {
  const lengths = new Map<number, number>();
  return periods.some((period) =>
    period.all.some(({ value }) => {
      const length = lengthOf(period);
      const before = lengths.get(value) ?? length;
      lengths.set(value, length);
      return value !== 0 && before !== length;
    }),
  );
}

/** Whether a longer period that starts or ends alike has less. */
function mayFall({ first, last, most }: Reports, periods: ReadonlyMap<number, Reports>): boolean {
  for (let more = 1; more < LONGEST - (last - first); more++) {
    const longer = [periods.get(keyOf(first, last + more)), periods.get(keyOf(first - more, last))];
    if (longer.some((whole) => whole !== undefined && whole.least < most)) return true;
  }
  return false;
}

function keyOf(first: number, last: number): number {
  return first * LONGEST + (last - first);
}
