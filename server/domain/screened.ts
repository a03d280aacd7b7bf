import { type Filtered, figureItem, ITEMS, RATIOS, SCREENED, type Screened } from './measures.ts';
import type { Quarter } from './quarter.ts';
import { SPANS, WINDOWS } from './vocabulary.ts';

/** How a figure that quarters are screened by is worked out: a number of each quarter, null where it is missing. */
export function screenedValue(figure: Screened): (quarter: Quarter) => number | null {
  const entry = SCREENED[figure];
  if ('ratio' in entry) {
    const { numerator, denominator } = RATIOS[entry.ratio];
    const [over, under] = [figureItem(numerator), figureItem(denominator)];
    return (quarter) => quarter.ratio(over, under, WINDOWS.QUARTER).value;
  }
  if ('growth' in entry) {
    const item = figureItem(entry.growth);
    return (quarter) => quarter.amount(item, WINDOWS.QUARTER).growth(SPANS[entry.over]).value;
  }
  const item = figureItem(entry.amount);
  const window = WINDOWS['window' in entry ? entry.window : 'QUARTER'];
  return (quarter) => quarter.amount(item, window).value();
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
  if ('growth' in entry) {
    return `Growth of ${ITEMS[entry.growth].name} over the ${entry.over.toLowerCase()}.`;
  }
  const period = 'window' in entry ? 'trailing twelve months' : 'quarter';
  return `${ITEMS[entry.amount].definition} Of the ${period}.`;
}
