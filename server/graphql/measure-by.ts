import type { MeasureOf } from '../domain/series-table/measure.ts';
import { builder } from './builder.ts';
import { CapexBasis, Item, Span } from './enums.ts';
import { badUserInput } from './errors.ts';
import { itemsOfRatio } from './ratio-of.ts';

export const MeasureBy = builder.inputType('MeasureBy', {
  description:
    'One measure of a series: an item, or an item over another; its growth, its index, or itself.',
  fields: (t) => ({
    item: t.field({ type: Item, required: true, description: 'What is shown.' }),
    over: t.field({
      type: Item,
      description:
        'Another item that it is divided by, over the same period; of a group, over the members that publish both.',
    }),
    basis: t.field({
      type: CapexBasis,
      required: true,
      defaultValue: 'CASH',
      description: 'Which capital expenditures, where an item is that.',
    }),
    growth: t.field({
      type: Span,
      description:
        'Makes it growth over this, like for like; of an item over another, the change, as a fraction. Of years, over QUARTER is NOT_MEANINGFUL.',
    }),
    indexedTo: t.field({
      type: 'CalendarQuarter',
      description:
        'Makes an amount an index: 100 in this quarter; of years, 100 in the year of the same number, e.g. FY2023 for 2023Q1. Each period is compared with it like for like; it need not be one of the periods. Not with `over` or `growth`.',
    }),
  }),
});

/** A measure as it was asked for. Throws BAD_USER_INPUT for what excludes each other. */
export function requireMeasure(measure: MeasureOf, argument: string): MeasureOf {
  const { item, over, basis, growth, indexedTo } = measure;
  if (over) itemsOfRatio(item, over, basis, `${argument}.over`);
  if (indexedTo != null && (growth || over)) {
    const other = growth ? 'growth' : 'over';
    throw badUserInput(`indexedTo and ${other} exclude each other: leave out one of the two.`, {
      argument: `${argument}.indexedTo`,
    });
  }
  return measure;
}
