import { SCREENED, type Screened } from '../domain/measures.ts';
import { isFiltered, isMoney, meaningOf } from '../domain/screened.ts';
import { keysOf, tableOf } from '../domain/table.ts';
import type { Screen } from '../store/screen.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { builder } from './builder.ts';
import { companiesWhere } from './company-filter.ts';

const FloatRange = builder.inputType('FloatRange', {
  description: 'Numbers between two bounds; a bound that is not given does not bound.',
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
    'Keeps the quarters that meet every condition given. A quarter whose figure is missing meets none on that figure.',
  fields: (t) => ({
    calendarQuarter: t.field({ type: 'CalendarQuarter', description: 'This quarter.' }),
    from: t.field({ type: 'CalendarQuarter', description: 'This quarter or later.' }),
    to: t.field({ type: 'CalendarQuarter', description: 'This quarter or earlier.' }),
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

type Conditions = typeof QuarterFilter.$inferInput;

/** The rows of a screen that meet every condition, in the order that they are given in. */
export async function matchingRows(
  rows: Uint32Array,
  screen: Screen,
  where: Conditions,
  snapshot: Snapshot,
): Promise<Uint32Array> {
  const { quarter, company, companies } = screen;
  const from = where.from ?? -Infinity;
  const to = where.to ?? Infinity;
  const allowed = companiesWhere(where, snapshot);
  const ids = new Set(allowed.map(({ id }) => id));
  const isAllowed = companies.map(({ id }) => ids.has(id));
  const figures = await Promise.all(
    FILTERED.filter((figure) => isBounded(where[figure])).map(async (figure) => ({
      values: await screen.column(figure),
      range: where[figure]!,
    })),
  );
  return rows.filter(
    (row) =>
      quarter[row]! >= from &&
      quarter[row]! <= to &&
      (where.calendarQuarter == null || quarter[row] === where.calendarQuarter) &&
      isAllowed[company[row]!]! &&
      figures.every(({ values, range }) => isWithin(values[row]!, range)),
  );
}

type Range = typeof FloatRange.$inferInput;

function isBounded(range: Range | null | undefined): boolean {
  return range != null && Object.values(range).some((bound) => bound != null);
}

/** False for a missing figure, which is NaN. */
function isWithin(value: number, { gt, gte, lt, lte }: Range): boolean {
  return (
    value > (gt ?? -Infinity) &&
    value >= (gte ?? -Infinity) &&
    value < (lt ?? Infinity) &&
    value <= (lte ?? Infinity)
  );
}
