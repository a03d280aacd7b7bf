import type { PeriodHistory } from '../period-history.ts';
import { lengthOf } from '../quarter-range.ts';
import { agree, type ReportedValue } from '../reported-value.ts';
import type { Periods, Refuse } from './periods.ts';
import { isOfOtherScaleOrSign } from './scale-and-sign.ts';

/** In units that they are rounded to: smaller figures, and zero, may be alike by chance. */
const LEAST = { OF_A_YEAR_AND_ITS_QUARTER: 10, OF_TWO_YEARS: 100, OF_A_TABLE: 10 };

/** Whether a figure has so many units that another one like it is the same. */
function isDistinct({ value, rounding }: ReportedValue, least: number): boolean {
  return value !== 0 && Math.abs(value) >= least * 2 * rounding;
}

/** A year, or what there was of one to date, on the dates of a shorter period. */
export function refuseLongerPeriods(
  period: PeriodHistory,
  periods: Periods,
  isNeverNegative: boolean,
  refuse: Refuse,
): void {
  const longer = periods
    .overlapping(period)
    .filter(({ first, last }) => first <= period.first && last >= period.last)
    .filter((other) => lengthOf(other) > lengthOf(period));
  for (const reported of period.accepted) {
    if (!isDistinct(reported, LEAST.OF_A_YEAR_AND_ITS_QUARTER)) continue;
    const since = sinceOf(period, reported.value);
    const same = longer
      .filter((other) => !isNeverNegative || !isLessThanBefore(period, other, reported, periods))
      .filter((other) => !isRestZero(period, other, periods))
      .find(
        (other) =>
          sinceOf(other, reported.value) <= since ||
          (sinceOf(other, reported.value) < Number.POSITIVE_INFINITY &&
            isInItsPlace(period, other, since, periods)),
      );
    if (same) refuse(reported, `is the figure of ${lengthOf(same)} quarters`);
  }
}

/** The day on which a value of a period was first reported. */
function sinceOf({ reported }: PeriodHistory, value: number): number {
  return reported.find((each) => each.value === value)?.publishedOn ?? Number.POSITIVE_INFINITY;
}

/** Whether it is the longer period that is wrong: there was more of it to date before. */
function isLessThanBefore(
  period: PeriodHistory,
  longer: PeriodHistory,
  reported: ReportedValue,
  periods: Periods,
): boolean {
  const before = periods.find(longer.first, period.first - 1)?.newest;
  return before !== undefined && before.value > reported.value && !agree(before, reported);
}

/** Whether nothing of a longer period was reported until later, though there was something of it before a shorter one. */
function isInItsPlace(
  period: PeriodHistory,
  longer: PeriodHistory,
  since: number,
  periods: Periods,
): boolean {
  const before = periods.find(longer.first, period.first - 1)?.newest;
  return (
    period.last === longer.last &&
    before !== undefined &&
    before.value !== 0 &&
    longer.reported.every(({ publishedOn }) => publishedOn > since)
  );
}

/** Whether reports bear out that the rest of a longer period was zero. */
function isRestZero(period: PeriodHistory, longer: PeriodHistory, periods: Periods): boolean {
  const rest = [
    periods.find(longer.first, period.first - 1),
    periods.find(period.last + 1, longer.last),
  ];
  const zero = (other: PeriodHistory | undefined) => other?.newest?.value === 0;
  if (period.first === longer.first) return zero(rest[1]) || sameToDate(period, longer, periods);
  if (period.last === longer.last) return zero(rest[0]);
  return rest.every(zero);
}

/** Whether every period from the same start in between has the same figure: nothing came to it any more. */
function sameToDate(period: PeriodHistory, longer: PeriodHistory, periods: Periods): boolean {
  for (let last = period.last + 1; last < longer.last; last++) {
    const between = periods.find(period.first, last)?.newest;
    if (between?.value !== longer.newest?.value) return false;
  }
  return longer.last - period.last > 1;
}

/** A table on the dates of another year: what was known otherwise, and is the figure of a year before or after. */
export function refuseOtherYears(period: PeriodHistory, periods: Periods, refuse: Refuse): void {
  for (const reported of period.accepted) {
    const quarters = [4, -4].find((quarters) => isOfYear(quarters, period, reported, periods));
    if (quarters === undefined) continue;
    const isEnough =
      isDistinct(reported, LEAST.OF_TWO_YEARS) || isOneOfMany(quarters, period, reported, periods);
    if (isEnough)
      refuse(reported, `is the figure of the year ${quarters > 0 ? 'after' : 'before'}`);
  }
}

/** Whether something else was known of a period, and what was reported then is the figure of another year. */
function isOfYear(
  quarters: number,
  { first, last, reported }: PeriodHistory,
  { value, rounding, publishedOn }: ReportedValue,
  periods: Periods,
): boolean {
  // One that is mistaken in its scale or sign bears it out.
  const isOtherwise = reported.some(
    (before) =>
      before.publishedOn < publishedOn &&
      !agree(before, { value, rounding }) &&
      !isOfOtherScaleOrSign(before.value, value),
  );
  if (!isOtherwise) return false;
  const isConfirmed = reported.some(
    (each) => each.publishedOn !== publishedOn && each.value === value,
  );
  const other = periods.find(first + quarters, last + quarters);
  return (
    !isConfirmed &&
    other !== undefined &&
    other.reported.some((each) => each.value === value && each.publishedOn <= publishedOn)
  );
}

/**
 * Whether more of what was reported that day is of the same other year: a table, and no chance. Of small
 * figures, there have to be three, and not all alike.
 */
function isOneOfMany(
  quarters: number,
  { first, last }: PeriodHistory,
  reported: ReportedValue,
  periods: Periods,
): boolean {
  const table = [-3, -2, -1, 1, 2, 3].flatMap((offset) => {
    const other = periods.find(first + offset, last + offset);
    return (
      other?.reported.find(
        (each) =>
          each.publishedOn === reported.publishedOn && isOfYear(quarters, other, each, periods),
      ) ?? []
    );
  });
  const isDistinctOne = isDistinct(reported, LEAST.OF_A_TABLE) && table.length > 0;
  return isDistinctOne || (table.length > 1 && table.some(({ value }) => value !== reported.value));
}

/**
 * The rest of a table on the dates of another year: the figure of a quarter of which nothing else was
 * reported, beside two or more quarters of the same year and day that are of another year.
 */
export function refuseRestOfTable(period: PeriodHistory, periods: Periods, refuse: Refuse): void {
  if (lengthOf(period) > 1) return;
  const years = periods.overlapping(period).filter((year) => lengthOf(year) === 4);
  for (const reported of period.accepted) {
    if (period.accepted.some(({ publishedOn }) => publishedOn !== reported.publishedOn)) return;
    const offset = years.flatMap((year) => offsetOfTable(period, reported, year, periods) ?? [])[0];
    if (offset !== undefined)
      refuse(reported, `stands in a table of the year ${offset > 0 ? 'after' : 'before'}`);
  }
}

/** How many quarters off the other quarters of a year are that were reported on the same day. */
function offsetOfTable(
  period: PeriodHistory,
  { value, rounding, publishedOn }: ReportedValue,
  year: PeriodHistory,
  periods: Periods,
): number | undefined {
  const others: PeriodHistory[] = [];
  for (let quarter = year.first; quarter <= year.last; quarter++) {
    const other = quarter === period.first ? undefined : periods.find(quarter, quarter);
    if (other) others.push(other);
  }
  const known = others.flatMap(({ newest }) => newest ?? []);
  // What the year leaves for the quarter bears the figure out.
  const rest = known.reduce((sum, other) => sum - other.value, year.newest?.value ?? Number.NaN);
  const restRounding = known.reduce(
    (sum, other) => sum + other.rounding,
    year.newest?.rounding ?? 0,
  );
  if (known.length === 3 && agree({ value, rounding }, { value: rest, rounding: restRounding }))
    return undefined;
  return [4, -4].find((quarters) => {
    const ofTable = others.filter((other) =>
      other.reported.some(
        (each) => each.publishedOn === publishedOn && isOfYear(quarters, other, each, periods),
      ),
    );
    return ofTable.length > 1;
  });
}
