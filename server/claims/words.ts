import { type Day, formatDay } from '../domain/day.ts';
import { listed, MONTHS } from '../domain/format.ts';
import { inUnit, type PublishedUnit } from '../domain/published-units.ts';
import type { Claim, Outcome, Printed, Reading } from './claim.ts';
import { isHalfWay } from './verdict.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** Calendar quarters in words: 2025Q2 is the second quarter of 2025. */
export function spelledOut(text: string): string {
  return text.replace(
    /\b(\d{4})Q([1-4])\b/g,
    (_, year, quarter) => `the ${ORDINALS[Number(quarter) - 1]} quarter of ${year}`,
  );
}

/** 1 September 2025 */
export function dayInWords(day: Day): string {
  const [year, month, date] = formatDay(day).split('-').map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

/** The printed figure: 168 %, or 23 to 25 %. */
export function printedFigure({ from, to, precision }: Printed, unit: PublishedUnit): string {
  const decimals = decimalsIn(precision);
  const text = inUnit(to, unit, decimals);
  if (from === to) return text;
  return text.replace(to.toFixed(decimals), `${from.toFixed(decimals)} to ${to.toFixed(decimals)}`);
}

/** A figure as it stands beside a printed one: to the digit of that, or another where it would seem half-way. */
export function figureIn(unit: PublishedUnit, figure: number, printed: Printed | null): string {
  if (!printed) return inUnit(figure, unit, 1);
  const decimals = Math.max(1, decimalsIn(printed.precision));
  const seemsHalfWay = isHalfWay(Number(figure.toFixed(decimals)), printed);
  return inUnit(figure, unit, seemsHalfWay ? decimals + 1 : decimals);
}

/** A reading's figure with its basis, and the figures that it is made from. */
export function shown(
  { printed }: Claim,
  { unit, basis, details }: Reading,
  outcome: Outcome,
  { withBasis }: { readonly withBasis?: string } = {},
): string {
  const figure = figureIn(unit, outcome.figure!, printed);
  const text = withBasis === undefined ? figure : `${figure} ${basis}${withBasis}`;
  if (details.length === 0) return text;
  const others = details.map(
    ({ label, unit }, place) => `${figureIn(unit, outcome.details[place]!, printed)} ${label}`,
  );
  return `${text} (${listed(others)})`;
}

const decimalsIn = (precision: number) => Math.max(0, Math.round(-Math.log10(precision)));

export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
