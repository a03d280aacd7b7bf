import { builder } from './builder.ts';
import { PAGE_SIZE } from './connection.ts';
import { CapexBasis, Currency, Scale, Window } from './enums.ts';

/** The arguments of every connection. */
export const inPage = builder.args((t) => ({
  first: t.int({ description: `The first n items, 0 to ${PAGE_SIZE}. Default: ${PAGE_SIZE}.` }),
  after: t.string({ description: 'Only items after the one with this cursor.' }),
  last: t.int({ description: `The last n items, 0 to ${PAGE_SIZE}.` }),
  before: t.string({ description: 'Only items before the one with this cursor.' }),
}));

/** The arguments of every field that shows figures. */
export const inPerspective = builder.args((t) => ({
  currency: t.field({
    type: Currency,
    description: 'Converts every amount below. Default: the reporting currency.',
  }),
  asOf: t.field({
    type: 'Date',
    description:
      'Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known.',
  }),
}));

/** The quarters of a list. */
export const inQuarters = builder.args((t) => ({
  from: t.field({ type: 'CalendarQuarter', description: 'The first quarter wanted.' }),
  to: t.field({ type: 'CalendarQuarter', description: 'The last quarter wanted.' }),
}));

/** How much of a list that is oldest first. */
export const inNewest = builder.args((t) => ({
  last: t.int({ description: 'Only the newest n of them, 0 or more.' }),
}));

/** The arguments of every field that adds companies up, which takes one currency. */
export const inGroupPerspective = builder.args((t) => ({
  currency: t.field({
    type: Currency,
    required: true,
    defaultValue: 'USD',
    description: 'The currency that every amount is converted to.',
  }),
  asOf: t.field({
    type: 'Date',
    description:
      'Shows the figures as they were known at the end of this day. Default: all that is known.',
  }),
}));

const WINDOW = 'The time up to the end of the quarter that the figure spans.';

/** The window of a figure. */
export const inWindow = builder.args((t) => ({
  window: t.field({
    type: Window,
    required: true,
    defaultValue: 'QUARTER',
    description: WINDOW,
  }),
}));

/** The window of an amount. */
export const inWindowOrSince = builder.args((t) => ({
  window: t.field({
    type: Window,
    required: true,
    defaultValue: 'QUARTER',
    description: WINDOW,
  }),
  since: t.field({
    type: 'CalendarQuarter',
    description:
      'Instead of `window`: all quarters from this one up to the one asked for, 200 at most. The amount of a quarter before it is missing.',
  }),
}));

/** The basis of capital expenditures. */
export const inBasis = builder.args((t) => ({
  basis: t.field({
    type: CapexBasis,
    required: true,
    defaultValue: 'CASH',
    description: 'Which capital expenditures: purchases alone, or as the company headlines them.',
  }),
}));

/** The argument of every amount of money. It may be null: Relay's compiler wants it so, since `Measure.value` has none. */
export const inScale = builder.args((t) => ({
  in: t.field({
    type: Scale,
    defaultValue: 1,
    description: 'The unit to count in.',
  }),
}));
