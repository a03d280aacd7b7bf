import { type CalendarQuarter, calendarQuarterOf } from './calendar-quarter.ts';
import { addDays, type Day, dayOf } from './day.ts';
import { isOneQuarter, lastQuarterOf, type Period } from './period.ts';

/** A fiscal quarter: the year is the calendar year in which the fiscal year ends. */
export interface FiscalQuarter {
  readonly year: number;
  /** 1 to 4. */
  readonly quarter: number;
}

/** The calendar quarter of a period; of a longer period, the one of its last three months. */
export function quarterOfPeriod(period: Period): CalendarQuarter {
  return calendarQuarterOf(isOneQuarter(period) ? period : lastQuarterOf(period));
}

/** The fiscal quarter, of a company whose fiscal year ends in month 1 to 12, that lies on a calendar quarter. */
export function fiscalQuarterOf(
  quarter: CalendarQuarter,
  fiscalYearEndMonth: number,
): FiscalQuarter {
  const lastMonth = lastMonthOf(quarter, fiscalYearEndMonth);
  const monthsToYearEnd = (((fiscalYearEndMonth - 1 - lastMonth) % 12) + 12) % 12;
  return {
    year: Math.floor((lastMonth + monthsToYearEnd) / 12),
    quarter: 4 - monthsToYearEnd / 3,
  };
}

/** First and last day of the fiscal quarter that lies on a calendar quarter, in whole months. */
export function fiscalPeriodOf(quarter: CalendarQuarter, fiscalYearEndMonth: number): Period {
  const lastMonth = lastMonthOf(quarter, fiscalYearEndMonth);
  return {
    start: firstDayOfMonth(lastMonth - 2),
    end: addDays(firstDayOfMonth(lastMonth + 1), -1),
  };
}

/** Text like FY2026 Q1. */
export function fiscalLabel({ year, quarter }: FiscalQuarter): string {
  return `FY${year} Q${quarter}`;
}

function firstDayOfMonth(monthsSinceYearZero: number): Day {
  return dayOf(Math.floor(monthsSinceYearZero / 12), (monthsSinceYearZero % 12) + 1, 1);
}

/**
 * The last month of a fiscal quarter, counted from January of year 0. Its middle month lies in the
 * calendar quarter, so the last one is that quarter's second or third month or the one after:
 * exactly one of the three is a whole number of quarters away from the year end.
 */
function lastMonthOf(quarter: CalendarQuarter, fiscalYearEndMonth: number): number {
  const secondMonth = quarter * 3 + 1;
  const stepsToQuarterEnd = (((fiscalYearEndMonth - 1 - secondMonth) % 3) + 3) % 3;
  return secondMonth + stepsToQuarterEnd;
}
