import { SCREENED } from '../domain/measures.ts';
import { type Quarter as DomainQuarter, quarterOf } from '../domain/quarter.ts';
import { isMoney, meaningOf } from '../domain/screened.ts';
import { keysOf } from '../domain/table.ts';
import { andThen } from '../store/awaitable.ts';
import type { Screen, ScreenOrder } from '../store/screen.ts';
import { inPage, inPerspective } from './arguments.ts';
import { builder } from './builder.ts';
import { compareKeys, type Order, Page } from './connection.ts';
import { connectionType } from './connection-types.ts';
import { constantCase, OrderDirection } from './enums.ts';
import { Quarter } from './quarter.ts';
import { matchingRows, QuarterFilter } from './quarter-filter.ts';

const ORDERS: ScreenOrder[] = ['calendarQuarter', ...keysOf(SCREENED)];

const QuarterOrderField = builder.enumType('QuarterOrderField', {
  description: 'What quarters can be ordered by; those without the figure come last.',
  values: Object.fromEntries(
    ORDERS.map((value) => [constantCase(value), { value, description: describe(value) }]),
  ),
});

function describe(order: ScreenOrder): string {
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
    resolve: async (_, { where, orderBy, currency, asOf, ...page }, { snapshot }) => {
      const { field: by, direction } = orderBy ?? { field: 'calendarQuarter', direction: 'DESC' };
      const screen = await snapshot.screen({ currency, asOf });
      const comparable = by !== 'calendarQuarter' && isMoney(by) ? (currency ?? 'USD') : currency;
      // The rows of a day are the same in any currency.
      const ordering = await snapshot.screen({ currency: comparable, asOf });
      const rows = await matchingRows(
        await ordering.ranking(by, direction),
        screen,
        where ?? {},
        snapshot,
      );
      const order = await orderOf(ordering, by, direction);
      return new Page<DomainQuarter, number>(rows, order, page, (row) =>
        andThen(
          snapshot.view(screen.companies[screen.company[row]!]!, { currency, asOf }),
          (view) => quarterOf(view, screen.quarter[row]!)!,
        ),
      );
    },
  }),
);

async function orderOf(
  screen: Screen,
  by: ScreenOrder,
  direction: 'ASC' | 'DESC',
): Promise<Order<number>> {
  const values = by === 'calendarQuarter' ? screen.quarter : await screen.column(by);
  return {
    name: `${by} ${direction}`,
    key: (row) => {
      const value = values[row]!;
      const { slug } = screen.companies[screen.company[row]!]!;
      return [Number.isNaN(value) ? null : value, screen.quarter[row]!, slug];
    },
    compare: (a, b) => compareKeys(a, b, direction),
  };
}
