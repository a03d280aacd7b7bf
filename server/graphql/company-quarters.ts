import { latestQuarterWith } from '../domain/latest-quarter.ts';
import { figureItem } from '../domain/measures.ts';
import { type Quarter as DomainQuarter, quarterOf, quartersOf } from '../domain/quarter.ts';
import { andThen } from '../store/awaitable.ts';
import { inPage, inPerspective, inQuarters } from './arguments.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { type Order, pageOf } from './connection.ts';
import { connectionType } from './connection-types.ts';
import { Item } from './enums.ts';
import { Quarter } from './quarter.ts';

const CompanyQuartersConnection = connectionType<DomainQuarter>(
  { connection: 'CompanyQuartersConnection', edge: 'CompanyQuarterEdge' },
  Quarter,
  "company's quarters",
);

/** Oldest first. */
const BY_QUARTER: Order<DomainQuarter> = {
  name: 'quarter',
  key: ({ calendarQuarter }) => [calendarQuarter],
  compare: ([a], [b]) => Number(a) - Number(b),
};

builder.objectFields(Company, (t) => ({
  quarters: t.field({
    type: CompanyQuartersConnection,
    args: {
      ...inPage,
      ...inQuarters,
      ...inPerspective,
    },
    description: 'Every quarter with a figure known on the `asOf` date, oldest first.',
    resolve: (company, { from, to, currency, asOf, ...page }, { snapshot, budget }) =>
      andThen(snapshot.view(company, { currency, asOf }), (view) =>
        pageOf(quartersOf(view, from ?? undefined, to ?? undefined), BY_QUARTER, {
          ...page,
          largest: budget.operation.page,
        }),
      ),
  }),
  quarter: t.field({
    type: Quarter,
    nullable: true,
    args: {
      calendarQuarter: t.arg({
        type: 'CalendarQuarter',
        required: true,
        description: 'The quarter wanted.',
      }),
      ...inPerspective,
    },
    description: 'One quarter; null when no figure of it was known on the `asOf` date.',
    resolve: (company, { calendarQuarter, ...perspective }, { snapshot }) =>
      andThen(snapshot.view(company, perspective), (view) => quarterOf(view, calendarQuarter)),
  }),
  latestQuarter: t.field({
    type: Quarter,
    nullable: true,
    args: {
      having: t.arg({
        type: [Item],
        description:
          'Only a quarter that has an amount of each of these, capital expenditures on the CASH basis, in the currency asked for.',
      }),
      ...inPerspective,
    },
    description:
      'The newest quarter with any figure known on the `asOf` date; with `having`, the newest that has all of these. Null without one.',
    resolve: (company, { having, ...perspective }, { snapshot }) => {
      const items = (having ?? []).map((item) => figureItem(item));
      return andThen(snapshot.view(company, perspective), (view) => latestQuarterWith(view, items));
    },
  }),
}));
