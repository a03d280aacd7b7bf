import type { Figures as DomainFigures } from '../domain/amount.ts';
import type { CalendarQuarter } from '../domain/calendar-quarter.ts';
import {
  type CapexBasis,
  ITEMS,
  type Item,
  linesOf,
  RATIOS,
  type RatioName,
  takesBasis,
} from '../domain/measures.ts';
import { keysOf, tableOf } from '../domain/table.ts';
import { WINDOWS, type WindowName } from '../domain/vocabulary.ts';
import { Amount } from './amount.ts';
import { inBasis, inWindow, inWindowOrSince } from './arguments.ts';
import { builder } from './builder.ts';
import { Currency } from './enums.ts';
import { Ratio } from './ratio.ts';
import { inRatio, itemsOfRatio } from './ratio-of.ts';
import { windowOf } from './window.ts';

interface Arguments {
  readonly window: WindowName;
  /** Only of a field that takes one. */
  readonly since?: CalendarQuarter | null;
  readonly basis?: CapexBasis;
}

export const Figures = builder.interfaceRef<DomainFigures>('Figures').implement({
  description: "What a single company's quarter and a group's quarter have in common.",
  fields: (t) => {
    const amount = (item: Item) => {
      const lines = linesOf(item);
      return t.field({
        type: Amount,
        args: takesBasis(item) ? { ...inWindowOrSince, ...inBasis } : inWindowOrSince,
        description: ITEMS[item].definition,
        resolve: (figures, { window, since, basis = 'CASH' }: Arguments) =>
          figures.amount(lines[basis], windowOf(window, since, figures.calendarQuarter)),
      });
    };
    const ratio = (name: RatioName) => {
      const { numerator, denominator, definition } = RATIOS[name];
      const [over, under] = [linesOf(numerator), linesOf(denominator)];
      return t.field({
        type: Ratio,
        args: [numerator, denominator].some(takesBasis) ? { ...inWindow, ...inBasis } : inWindow,
        description: definition,
        resolve: (figures, { window, basis = 'CASH' }: Arguments) =>
          figures.ratio(over[basis], under[basis], WINDOWS[window]),
      });
    };
    return {
      calendarQuarter: t.expose('calendarQuarter', {
        type: 'CalendarQuarter',
        description:
          'A fiscal quarter takes the calendar quarter that its middle lies in, or nearest to.',
      }),
      currency: t.expose('currency', {
        type: Currency,
        description: 'The currency of every amount below.',
      }),
      ...tableOf(keysOf(ITEMS), amount),
      ...tableOf(keysOf(RATIOS), ratio),
      ratio: t.field({
        type: Ratio,
        args: { ...inRatio, ...inWindow },
        description:
          'Any item over any other, as a fraction; of a group, over the members that publish both.',
        resolve: (figures, { of, to, basis, window }) => {
          const [over, under] = itemsOfRatio(of, to, basis);
          return figures.ratio(over, under, WINDOWS[window]);
        },
      }),
    };
  },
});
