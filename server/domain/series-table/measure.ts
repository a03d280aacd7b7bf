import { type Amount, type Growth, Ratio, type RatioChange } from '../amount.ts';
import { type CalendarQuarter, formatCalendarQuarter } from '../calendar-quarter.ts';
import { sumOf } from '../group-sum.ts';
import { IndexNumber } from '../index-number.ts';
import { type CapexBasis, type FigureItem, figureItem, type Item } from '../measures.ts';
import { amountOf } from '../quarter.ts';
import { View } from '../view.ts';
import { SPANS, type Span } from '../vocabulary.ts';
import type { TablePeriod } from './period.ts';
import type { SubjectView } from './subject.ts';

/** What a column of a table shows; growth and an index exclude each other, and an index is of an amount. */
export interface MeasureOf {
  readonly item: Item;
  /** Makes it a ratio. */
  readonly over?: Item | null;
  readonly basis: CapexBasis;
  /** Makes it growth over this; of a ratio, the change. */
  readonly growth?: Span | null;
  /** Makes it an index: 100 in the period of this quarter. */
  readonly indexedTo?: CalendarQuarter | null;
}

/** What a cell holds. */
export type TableMeasure = Amount | Ratio | Growth | RatioChange | IndexNumber;

export const SERIES_UNITS = ['MONEY', 'FRACTION', 'INDEX'] as const;
export type SeriesUnit = (typeof SERIES_UNITS)[number];

/** A measure of a subject in a period. */
export function measureIn(
  period: TablePeriod,
  subject: SubjectView,
  { item, over, basis, growth, indexedTo }: MeasureOf,
): TableMeasure {
  const numerator = figureItem(item, basis);
  if (over) {
    const both = [numerator, figureItem(over, basis)];
    const [top, bottom] = both.map((each) => amountIn(period, subject, each, both));
    const ratio = new Ratio(top!, bottom!);
    return growth ? ratio.change(growth) : ratio;
  }
  const amount = amountIn(period, subject, numerator, [numerator]);
  if (growth) return amount.growth(growth);
  if (indexedTo == null) return amount;
  const { span, count } = period.since(indexedTo);
  return new IndexNumber(amount.growth(span, count));
}

/** An item; of a group, over the members that publish all of some items. */
function amountIn(
  { endOf, window }: TablePeriod,
  subject: SubjectView,
  item: FigureItem,
  published: readonly FigureItem[],
): Amount {
  if (!(subject instanceof View)) return sumOf(subject, window, endOf, item, published);
  const end = endOf(subject);
  return amountOf(subject, item, end.calendarQuarter, end.window);
}

/** In whole units of a currency, as a fraction, or as an index. */
export function unitOf({ over, growth, indexedTo }: MeasureOf): SeriesUnit {
  if (over || growth) return 'FRACTION';
  return indexedTo == null ? 'MONEY' : 'INDEX';
}

/** capex over revenue; growth of capex over the year; change of capex over revenue over the year; capex (2024Q1 = 100) */
export function nameOfMeasure({ item, over, basis, growth, indexedTo }: MeasureOf): string {
  const { name } = figureItem(item, basis);
  const ratio = over ? `${name} over ${figureItem(over, basis).name}` : name;
  if (indexedTo != null) return `${ratio} (${formatCalendarQuarter(indexedTo)} = 100)`;
  if (!growth) return ratio;
  const span = growth === SPANS.YEAR ? 'year' : 'quarter';
  return `${over ? 'change' : 'growth'} of ${ratio} over the ${span}`;
}

/** The value of any measure; null where it is missing. */
export function numberOf(measure: TableMeasure): number | null {
  return typeof measure.value === 'function' ? measure.value() : measure.value;
}
