import { type CapexBasis, ITEMS, type Item, linesOf, takesBasis } from '../domain/measures.ts';
import { keysOf, tableOf } from '../domain/table.ts';
import { type Year as DomainYear, yearsOf } from '../domain/year.ts';
import { andThen } from '../store/awaitable.ts';
import { Amount } from './amount.ts';
import { inBasis, inNewest, inPerspective } from './arguments.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Currency, YearKind } from './enums.ts';
import { newest } from './newest.ts';
import { Quarter } from './quarter.ts';
import { Ratio } from './ratio.ts';
import { inRatio, itemsOfRatio } from './ratio-of.ts';

const Year = builder.objectRef<DomainYear>('Year').implement({
  description:
    'A fiscal or calendar year of one company. Every figure is of the whole year, and missing in a year that is not over.',
  fields: (t) => {
    const amount = (item: Item) => {
      const lines = linesOf(item);
      return t.field({
        type: Amount,
        args: takesBasis(item) ? inBasis : {},
        description: ITEMS[item].definition,
        resolve: (year, { basis = 'CASH' }: { basis?: CapexBasis }) => year.amount(lines[basis]),
      });
    };
    return {
      kind: t.expose('kind', { type: YearKind, description: 'Whose year it is.' }),
      year: t.exposeInt('year', {
        description: 'E.g. 2026; a fiscal year is named by the calendar year in which it ends.',
      }),
      label: t.exposeString('label', { description: 'E.g. FY2026 or 2025.' }),
      currency: t.field({
        type: Currency,
        description: 'The currency of every amount below.',
        resolve: ({ view }) => view.currency,
      }),
      lastQuarter: t.field({
        type: Quarter,
        nullable: true,
        description: "The year's fourth quarter; null where nothing of it is known.",
        resolve: (year) => year.lastQuarter,
      }),
      ...tableOf(keysOf(ITEMS), amount),
      ratio: t.field({
        type: Ratio,
        args: inRatio,
        description: 'Any item over any other, as a fraction.',
        resolve: (year, { of, to, basis }) => year.ratio(...itemsOfRatio(of, to, basis)),
      }),
    };
  },
});

builder.objectField(Company, 'years', (t) =>
  t.field({
    type: [Year],
    args: {
      by: t.arg({
        type: YearKind,
        required: true,
        defaultValue: 'FISCAL',
        description: "The company's fiscal years, or calendar years.",
      }),
      ...inNewest,
      ...inPerspective,
    },
    description:
      'The years of which a quarter is known, oldest first; each is its fourth quarter with the year to date as window.',
    resolve: (company, { by, last, ...perspective }, { snapshot }) =>
      andThen(snapshot.view(company, perspective), (view) => newest(yearsOf(view, by), last)),
  }),
);
