import { SCREENED, type Screened } from '../domain/measures.ts';
import { type Quarter as DomainQuarter, quarterOf } from '../domain/quarter.ts';
import { isMoney, meaningOf } from '../domain/screened.ts';
import { keysOf } from '../domain/table.ts';
import { andThen } from '../store/awaitable.ts';
import type { Direction } from '../store/ranking.ts';
import type { Screen, ScreenColumn } from '../store/screen.ts';
import { inPage, inPerspective } from './arguments.ts';
import { builder } from './builder.ts';
import { companiesWhere } from './company-filter.ts';
import { compareKeys, type Order, Page } from './connection.ts';
import { connectionType } from './connection-types.ts';
import { ROW_FILTERED } from './cost-weights.ts';
import { constantCase, OrderDirection } from './enums.ts';
import { matchingRows } from './matching-rows.ts';
import { Quarter } from './quarter.ts';
import { columnConditions, QuarterFilter } from './quarter-filter.ts';
import { times } from './selection-cost.ts';

const ORDERS: (Screened | 'calendarQuarter')[] = ['calendarQuarter', ...keysOf(SCREENED)];

const QuarterOrderField = builder.enumType('QuarterOrderField', {
  description: 'What quarters can be ordered by; those without the figure come last.',
  values: Object.fromEntries(
    ORDERS.map((value) => [constantCase(value), { value, description: describe(value) }]),
  ),
});

function describe(order: Screened | 'calendarQuarter'): string {
  if (order === 'calendarQuarter') return 'The calendar quarter.';
  const currency =
    'In `currency`; in US dollars when none is given, since amounts in several currencies have no order.';
  return isMoney(order) ? `${meaningOf(order)} ${currency}` : meaningOf(order);
}

const QuarterOrder = builder.inputType('QuarterOrder', {
  description: 'An order of quarters.',
  fields: (t) => ({
    field: t.field({ type: QuarterOrderField, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'DESC',
      description: 'Which way.',
    }),
  }),
});

const QuarterConnection = connectionType<DomainQuarter>(
  { connection: 'QuarterConnection', edge: 'QuarterEdge' },
  Quarter,
  'quarters',
);

builder.queryField('quarters', (t) =>
  t.field({
    type: QuarterConnection,
    args: {
      ...inPage,
      where: t.arg({ type: QuarterFilter, description: 'Which quarters. Default: all.' }),
      orderBy: t.arg({ type: QuarterOrder, description: 'Their order. Default: newest first.' }),
      ...inPerspective,
    },
    description: 'Screens quarters across companies: filter on any figure, order by any figure.',
    resolve: async (_, { where, orderBy, currency, asOf, ...asked }, { snapshot, budget }) => {
      const conditions = columnConditions(where ?? {}, currency);
      const companies = companiesWhere(where ?? {}, snapshot, budget);
      const { field, direction } = orderBy ?? { field: 'calendarQuarter', direction: 'DESC' };
      const by = field === 'calendarQuarter' ? field : inOneCurrency(field, currency);
      const screen = await snapshot.screen(
        { asOf, order: { by, direction }, columns: conditions.map(({ column }) => column) },
        budget,
      );
      budget.spend(times(ROW_FILTERED, screen.rows.size * (2 + conditions.length)));
      const rows = await matchingRows(screen, where ?? {}, companies, conditions);
      const order = {
        ...orderOf(screen, `${field} ${direction}`, direction),
        ...(field !== 'calendarQuarter' && { version: snapshot.catalog.version }),
      };
      const page = { ...asked, largest: budget.operation.page };
      const { companies: all, company, quarter } = screen.rows;
      return new Page<DomainQuarter, number>(rows, order, page, (row) =>
        andThen(
          snapshot.view(all[company[row]!]!, { currency, asOf }),
          (view) => quarterOf(view, quarter[row]!)!,
        ),
      );
    },
  }),
);

/** Amounts in several currencies have no order, so that of US dollars decides. */
function inOneCurrency(figure: Screened, currency: ScreenColumn['currency']): ScreenColumn {
  return { figure, currency: isMoney(figure) ? (currency ?? 'USD') : currency };
}

function orderOf({ rows, values }: Screen, name: string, direction: Direction): Order<number> {
  return {
    name,
    key: (row) => {
      const value = values[row]!;
      const { slug } = rows.companies[rows.company[row]!]!;
      return [Number.isNaN(value) ? null : value, rows.quarter[row]!, slug];
    },
    compare: (a, b) => compareKeys(a, b, direction),
  };
}
