import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { type FigureLine, NO_FIGURE } from './figure-line.ts';
import { lineOfQuarter } from './like-for-like.ts';
import type { FigureItem, LineItem, NetItem } from './measures.ts';
import { amountOf, Quarter } from './quarter.ts';
import type { View } from './view.ts';
import { type Span, WINDOWS } from './vocabulary.ts';

// What amounts of one quarter, ratios, growth rates and changes have for a value, as bare numbers that
// are NaN where a value is missing: an object for each of a screen's millions of cells would take five times
// as long. Only some of what is made of two items, like free cash flow, is worked out as objects.

/** An amount of a quarter, in whole units of the view's currency. */
export function amountIn(view: View, item: FigureItem, quarter: CalendarQuarter): number {
  if ('less' in item) return netIn(view, item, quarter);
  for (const concept of item.concepts) {
    const line = view.series.lines(concept).lineOf(quarter, view.asOf);
    if (line) return valueIn(view, line, quarter);
  }
  return Number.NaN;
}

/** One number over another; nothing over zero or less means anything. */
export function quotient(over: number, under: number): number {
  return under > 0 ? over / under : Number.NaN;
}

/** How much an amount grew since `span` quarters before, like for like. */
export function growthIn(
  view: View,
  item: FigureItem,
  quarter: CalendarQuarter,
  span: Span,
): number {
  if ('less' in item) {
    return amountOf(view, item, quarter, WINDOWS.QUARTER).growth(span).value ?? Number.NaN;
  }
  const before = addQuarters(quarter, -span);
  const line = commonLine(view, item, quarter, before);
  return line
    ? quotient(valueIn(view, line, quarter), valueIn(view, line, before)) - 1
    : Number.NaN;
}

/** How much a ratio changed since `span` quarters before, each amount like for like with its past. */
export function changeIn(
  view: View,
  numerator: FigureItem,
  denominator: FigureItem,
  quarter: CalendarQuarter,
  span: Span,
): number {
  if ('less' in numerator || 'less' in denominator) {
    const ratio = new Quarter(view, quarter).ratio(numerator, denominator, WINDOWS.QUARTER);
    return ratio.change(span).value ?? Number.NaN;
  }
  const before = addQuarters(quarter, -span);
  const over = commonLine(view, numerator, quarter, before);
  const under = commonLine(view, denominator, quarter, before);
  if (!over || !under) return Number.NaN;
  const ratio = quotient(valueIn(view, over, quarter), valueIn(view, under, quarter));
  return ratio - quotient(valueIn(view, over, before), valueIn(view, under, before));
}

function netIn(view: View, item: NetItem, quarter: CalendarQuarter): number {
  const [value, less] = [amountIn(view, item.of, quarter), amountIn(view, item.less, quarter)];
  const net = value - less;
  const isExact =
    Number.isSafeInteger(value) && Number.isSafeInteger(less) && Number.isSafeInteger(net);
  // Anything but whole units is taken off in decimals, unless it was converted.
  return isExact || Number.isNaN(net) || isConverted(view, item, quarter)
    ? net
    : (amountOf(view, item, quarter, WINDOWS.QUARTER).value() ?? Number.NaN);
}

function isConverted(view: View, { of, less }: NetItem, quarter: CalendarQuarter): boolean {
  return [of, less].some(
    (item) => lineOfQuarter(view, item, quarter)?.line.currency !== view.currency,
  );
}

/** The first line in rank that has both quarters; undefined where none has. */
function commonLine(
  { series, asOf }: View,
  { concepts }: LineItem,
  one: CalendarQuarter,
  other: CalendarQuarter,
): FigureLine | undefined {
  for (const concept of concepts) {
    for (const line of series.lines(concept).ranked(asOf)) {
      if (line.find(one, asOf) !== NO_FIGURE && line.find(other, asOf) !== NO_FIGURE) return line;
    }
  }
  return undefined;
}

function valueIn(
  { series, rates, currency, asOf }: View,
  line: FigureLine,
  quarter: CalendarQuarter,
): number {
  const conversion = rates.conversion(line.currency, currency, quarter);
  if (!conversion) return Number.NaN;
  const { differences } = series;
  const figure = line.find(quarter, asOf);
  const value = differences.value(figure);
  if (conversion.legs.length > 0) return value * conversion.factor;
  // A difference of numbers with more digits than a double holds is taken in decimals.
  return Number.isSafeInteger(value) ? value : differences.exact(figure).toNumber();
}
