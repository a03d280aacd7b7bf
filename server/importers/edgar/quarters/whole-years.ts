import { formatDay } from '../../../domain/day.ts';
import type { Print } from '../read/print.ts';
import {
  isQuarterLong,
  isYearLong,
  keepPrints,
  type PrintedPeriod,
  type SetAside,
} from './prints.ts';

/**
 * Sets aside the quarters with the value of their year: they are the year under a wrong period.
 * Oracle's file has its revenue of the year to May 2022 on the three months to that day, too.
 */
export function withoutWholeYears(
  period: PrintedPeriod,
  periods: readonly PrintedPeriod[],
  setAside: SetAside,
): PrintedPeriod {
  if (!isQuarterLong(period)) return period;
  const years = periods.filter(
    (year) => isYearLong(year) && year.start <= period.start && year.end >= period.end,
  );
  const yearOf = ({ value }: Print) =>
    value === 0 ? undefined : years.find((year) => has(year, value));
  return keepPrints(
    period,
    (print) => !yearOf(print) || isAllOfItsYear(period, print.value, periods),
    (print) => {
      const { start, end } = yearOf(print)!;
      setAside(print, `equals the year ${formatDay(start)} to ${formatDay(end)}`);
    },
  );
}

/** Whether year-to-date figures bear out that the rest of the year was zero. */
function isAllOfItsYear(
  { start, end }: PrintedPeriod,
  value: number,
  periods: readonly PrintedPeriod[],
): boolean {
  return periods
    .filter((period) => !isQuarterLong(period) && !isYearLong(period))
    .some(
      (period) =>
        (period.start <= start && period.end >= end && has(period, value)) ||
        (period.end === start - 1 && has(period, 0)),
    );
}

function has({ prints }: PrintedPeriod, value: number): boolean {
  return prints.some((print) => print.value === value);
}
