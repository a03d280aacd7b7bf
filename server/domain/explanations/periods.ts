import type { Amount } from '../amount.ts';
import { firstDayOf, formatCalendarQuarter } from '../calendar-quarter.ts';
import type { CompanyAmount } from '../company-amount.ts';
import { addDays, formatDay } from '../day.ts';
import { fiscalQuarterOf } from '../fiscal-calendar.ts';
import { MONTHS } from '../format.ts';
import type { LineFigure } from '../line-figure.ts';
import { lengthOf } from '../reported/quarter-range.ts';
import { companyAmountsOf } from './company-amounts.ts';

/** A quarter that ends more than so many days before or after the calendar's is of other months. */
const DAYS_OFF = 15;

/** 2025Q2, twelve months to 2025Q2, FY2025 Q1 to Q4, 2024Q3 to 2025Q2, or 2024Q1 to 2025Q2. */
export function periodOf(amount: Amount): string {
  const { window, quarters } = amount;
  const [first, last] = [quarters.first, quarters.last].map(formatCalendarQuarter);
  if (window.name === 'TRAILING_TWELVE_MONTHS') return `twelve months to ${last}`;
  const text = quarters.first === quarters.last ? last! : `${first} to ${last}`;
  const [company] = companyAmountsOf(amount);
  return window.name === 'FISCAL_YEAR_TO_DATE' && company
    ? `${fiscalQuartersOf(company)}, ${text}`
    : text;
}

/** FY2026 Q1, or FY2025 Q1 to Q4. */
function fiscalQuartersOf({ view, quarters }: CompanyAmount): string {
  const endMonth = view.series.yearEndMonth(quarters.last, view.asOf);
  const last = fiscalQuarterOf(quarters.last, endMonth);
  const length = lengthOf(quarters);
  const first = length > 1 ? `Q${last.quarter - length + 1} to ` : '';
  return `FY${last.year} ${first}Q${last.quarter}`;
}

/** to 31 May 2026: the end of what a figure spans, where the label of its quarter hides it. */
export function hiddenEndOf(figure: LineFigure | undefined): string | undefined {
  const end = figure?.facts[0]?.period.end;
  if (!figure || end === undefined) return undefined;
  const ofCalendar = addDays(firstDayOf(figure.quarters.last), 91);
  if (Math.abs(end - ofCalendar) <= DAYS_OFF) return undefined;
  const [year, month, day] = formatDay(end).split('-').map(Number);
  return `to ${day} ${MONTHS[month! - 1]} ${year}`;
}
