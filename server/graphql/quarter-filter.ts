import { calendarQuarter } from '../domain/calendar-quarter.ts';
import { SCREENED, type Screened } from '../domain/measures.ts';
import { isFiltered, isMoney, meaningOf } from '../domain/screened.ts';
import { keysOf, tableOf } from '../domain/table.ts';
import type { ScreenColumn } from '../store/screen.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';

const FloatRange = builder.inputType('FloatRange', {
  description:
    'Numbers between two bounds; a bound that is not given does not bound. No number lies between bounds that contradict each other.',
  fields: (t) => ({
    gt: t.float({ description: 'Above this.' }),
    gte: t.float({ description: 'This or above.' }),
    lt: t.float({ description: 'Below this.' }),
    lte: t.float({ description: 'This or below.' }),
  }),
});

const FILTERED = keysOf(SCREENED).filter(isFiltered);

function unitOf(figure: Screened): string {
  return isMoney(figure)
    ? "In whole units of `currency`; of each company's reporting currency when none is given."
    : 'A fraction: 0.2 is 20 %.';
}

export const QuarterFilter = builder.inputType('QuarterFilter', {
  description:
    'Keeps the quarters that meet every condition given; none, where conditions contradict each other. A quarter whose figure is missing meets none on that figure.',
  fields: (t) => ({
    calendarQuarter: t.field({ type: 'CalendarQuarter', description: 'This quarter.' }),
    from: t.field({ type: 'CalendarQuarter', description: 'This quarter or later.' }),
    to: t.field({ type: 'CalendarQuarter', description: 'This quarter or earlier.' }),
    fiscalYear: t.int({
      description:
        "Of this fiscal year of the company's, named by the calendar year in which it ends; in four digits.",
    }),
    fiscalQuarter: t.int({ description: "This quarter of the company's fiscal year, 1 to 4." }),
    companies: t.stringList({
      description: 'Of one of these companies, by slug. A slug of none is refused.',
    }),
    countries: t.stringList({
      description: 'Of a company in one of these countries, ISO 3166-1 alpha-2.',
    }),
    group: t.string({
      description: 'Of a company in this group, by slug; a slug of none is refused.',
    }),
    ...tableOf(FILTERED, (figure) =>
      t.field({ type: FloatRange, description: `${meaningOf(figure)} ${unitOf(figure)}` }),
    ),
  }),
});

export type QuarterConditions = typeof QuarterFilter.$inferInput;
type Range = typeof FloatRange.$inferInput;

/** What a filter asks of the numbers in a column. */
export interface ColumnCondition {
  readonly column: ScreenColumn;
  /** False for a missing figure, which is NaN. */
  readonly holds: (value: number) => boolean;
}

/** The conditions of a filter that are about columns of a screen, amounts being in a currency. */
export function columnConditions(
  where: QuarterConditions,
  currency: ScreenColumn['currency'],
): ColumnCondition[] {
  const figures = FILTERED.flatMap((figure): ColumnCondition[] => {
    const range = where[figure];
    return range && isBounded(range)
      ? [{ column: { figure, currency }, holds: within(range) }]
      : [];
  });
  return [...figures, ...fiscalConditions(where)];
}

function fiscalConditions({ fiscalYear, fiscalQuarter }: QuarterConditions): ColumnCondition[] {
  const conditions: ColumnCondition[] = [];
  const column = { figure: 'fiscalQuarter' } as const;
  if (fiscalYear != null) {
    requireBetween(1000, 9999, 'fiscalYear', fiscalYear, 'the year in which it ends, e.g. 2025');
    const [first, last] = [calendarQuarter(fiscalYear, 1), calendarQuarter(fiscalYear, 4)];
    conditions.push({ column, holds: (quarter) => quarter >= first && quarter <= last });
  }
  if (fiscalQuarter != null) {
    requireBetween(1, 4, 'fiscalQuarter', fiscalQuarter, 'a number from 1 to 4');
    conditions.push({ column, holds: (quarter) => quarter % 4 === fiscalQuarter - 1 });
  }
  return conditions;
}

function requireBetween(
  least: number,
  most: number,
  argument: string,
  number: number,
  mend: string,
): void {
  if (number >= least && number <= most) return;
  throw badUserInput(`There is no ${argument} ${number}; write ${mend}.`, {
    argument: `where.${argument}`,
  });
}

function isBounded(range: Range): boolean {
  return Object.values(range).some((bound) => bound != null);
}

function within({ gt, gte, lt, lte }: Range): (value: number) => boolean {
  const [above, from] = [gt ?? -Infinity, gte ?? -Infinity];
  const [below, to] = [lt ?? Infinity, lte ?? Infinity];
  return (value) => value > above && value >= from && value < below && value <= to;
}
