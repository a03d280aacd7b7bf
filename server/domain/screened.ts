import type { CalendarQuarter } from './calendar-quarter.ts';
import { type Filtered, figureItem, ITEMS, RATIOS, SCREENED, type Screened } from './measures.ts';
import { amountOf } from './quarter.ts';
import { amountIn, changeIn, growthIn, quotient } from './quarter-numbers.ts';
import type { View } from './view.ts';
import { SPANS, WINDOWS } from './vocabulary.ts';

/** A number of a quarter, seen through a view; NaN where it is missing. */
export type Cell = (view: View, quarter: CalendarQuarter) => number;

/** How a figure that quarters are screened by is worked out: the value that a quarter's own field has. */
export function cellOf(figure: Screened): Cell {
  const entry = SCREENED[figure];
  if ('ratio' in entry) {
    const [over, under] = itemsOf(entry.ratio);
    return (view, quarter) =>
      quotient(amountIn(view, over, quarter), amountIn(view, under, quarter));
  }
  if ('change' in entry) {
    const [over, under] = itemsOf(entry.change);
    const span = SPANS[entry.over];
    return (view, quarter) => changeIn(view, over, under, quarter, span);
  }
  if ('growth' in entry) {
    const [item, span] = [figureItem(entry.growth), SPANS[entry.over]];
    return (view, quarter) => growthIn(view, item, quarter, span);
  }
  const item = figureItem(entry.amount);
  if (!('window' in entry)) return (view, quarter) => amountIn(view, item, quarter);
  const window = WINDOWS[entry.window];
  return (view, quarter) => amountOf(view, item, quarter, window).value() ?? Number.NaN;
}

function itemsOf(ratio: keyof typeof RATIOS) {
  const { numerator, denominator } = RATIOS[ratio];
  return [figureItem(numerator), figureItem(denominator)] as const;
}

/** Whether quarters can be filtered by a figure, too. */
export function isFiltered(figure: Screened): figure is Filtered {
  return !('isOrderOnly' in SCREENED[figure]);
}

/** Whether a figure is an amount of money, which has no order across currencies. */
export function isMoney(figure: Screened): boolean {
  return 'amount' in SCREENED[figure];
}

/** What a figure is, as a sentence. */
export function meaningOf(figure: Screened): string {
  const entry = SCREENED[figure];
  if ('ratio' in entry) return RATIOS[entry.ratio].definition;
  if ('change' in entry) {
    const { numerator, denominator } = RATIOS[entry.change];
    const ratio = `${ITEMS[numerator].name} over ${ITEMS[denominator].name}`;
    return `Change of ${ratio} over the ${entry.over.toLowerCase()}, like for like.`;
  }
  if ('growth' in entry) {
    return `Growth of ${ITEMS[entry.growth].name} over the ${entry.over.toLowerCase()}, like for like.`;
  }
  const period = 'window' in entry ? 'trailing twelve months' : 'quarter';
  return `${ITEMS[entry.amount].definition} Of the ${period}.`;
}
