import type { FigureItem } from './measures.ts';
import { type Quarter, quartersOf } from './quarter.ts';
import type { View } from './view.ts';
import { WINDOWS } from './vocabulary.ts';

/** The newest quarter that has an amount of each of some items; of none, that any fact was known of. Null without one. */
export function latestQuarterWith(view: View, items: readonly FigureItem[]): Quarter | null {
  const hasAll = (quarter: Quarter) =>
    items.every((item) => quarter.amount(item, WINDOWS.QUARTER).value() !== null);
  return quartersOf(view).findLast(hasAll) ?? null;
}
