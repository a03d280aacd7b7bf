import type { Figures as DomainFigures } from '../domain/amount.ts';
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
import type { Window } from '../domain/vocabulary.ts';
import { Amount } from './amount.ts';
import { inBasis, inWindow } from './arguments.ts';
import { builder } from './builder.ts';
import { Currency } from './enums.ts';
import { Ratio } from './ratio.ts';

interface Arguments {
  readonly window: Window;
  /** Only of a field that takes one. */
  readonly basis?: CapexBasis;
}

const argumentsOf = (...items: readonly Item[]) =>
  items.some(takesBasis) ? { ...inWindow, ...inBasis } : inWindow;

export const Figures = builder.interfaceRef<DomainFigures>('Figures').implement({
  description: "What a single company's quarter and a group's quarter have in common.",
  fields: (t) => {
    const amount = (item: Item) => {
      const lines = linesOf(item);
      return t.field({
        type: Amount,
        args: argumentsOf(item),
        description: ITEMS[item].definition,
        resolve: (figures, { window, basis = 'CASH' }: Arguments) =>
          figures.amount(lines[basis], window),
      });
    };
    const ratio = (name: RatioName) => {
      const { numerator, denominator, definition } = RATIOS[name];
      const [over, under] = [linesOf(numerator), linesOf(denominator)];
      return t.field({
        type: Ratio,
        args: argumentsOf(numerator, denominator),
        description: definition,
        resolve: (figures, { window, basis = 'CASH' }: Arguments) =>
          figures.ratio(over[basis], under[basis], window),
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
    };
  },
});
