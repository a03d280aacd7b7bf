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

/** Who published a claim, and when: Business Day, 30 October 2025. */
export const citation = ({ publisher, saidOn }: Pick<Claim, 'publisher' | 'saidOn'>) =>
  `${publisher.replace(/ \(.*\)$/, '')}, ${dayInWords(saidOn)}`;

/** A figure as it stands beside a printed one: to the digit of that, or another where it would seem half-way. */
export const figureIn = (unit: PublishedUnit, figure: number, printed: Printed | null): string =>
  inUnit(figure, unit, decimalsFor(unit, figure, printed));

/** The decimals that a figure is shown with; of a part of another, two digits tell on which side of a half it lies. */
export function decimalsFor(unit: PublishedUnit, figure: number, printed: Printed | null): number {
  const isPart = unit === 'times' && figure > 0 && figure < 1;
  if (!printed) return isPart ? firstDigitOf(figure) + 1 : 1;
  const decimals = Math.max(1, decimalsIn(printed.precision));
  const seemsHalfWay = isHalfWay(Number(figure.toFixed(decimals)), printed);
  return seemsHalfWay ? decimals + 1 : decimals;
}

/** What a measure is called that says how its subject has changed. */
const CHANGE = /^the (?:growth|change) (?:of|in) (.*)$/;

/** What a reading came to: its subject rose, or its measure came to so much, with the figures that it is made from. */
export function outcomeOf(claim: Claim, reading: Reading, outcome: Outcome): string {
  const { measure, unit, basis } = reading;
  const [, subject] = CHANGE.exec(measure) ?? [];
  if (!subject || unit !== '%')
    return shown(claim, reading, outcome, `${measure} came to`, measure, ` ${basis}`);
  const verb = outcome.figure! < 0 ? 'fell' : 'rose';
  const figure = figureIn(unit, Math.abs(outcome.figure!), claim.printed);
  return `${subject} ${verb} by ${figure} ${basis}${inBrackets(claim, reading, outcome, true)}`;
}

/** A reading's figure after its subject, and the figures that it is made from; an earlier one says how it has moved. */
export function shown(
  claim: Claim,
  reading: Reading,
  outcome: Outcome,
  subjectAndVerb: string,
  subject: string,
  basis = '',
): string {
  const { unit, details } = reading;
  const figure = figureIn(unit, outcome.figure!, claim.printed);
  const [earlier, another] = details;
  if (earlier?.label.startsWith('in ') && earlier.unit === unit && !another) {
    const before = outcome.details[0]!;
    const verb = outcome.figure! < before ? 'fell' : 'rose';
    const from = `${figureIn(unit, before, claim.printed)} ${earlier.label}`;
    return `${subject} ${verb} from ${from} to ${figure}${basis}`;
  }
  return `${subjectAndVerb} ${figure}${basis}${inBrackets(claim, reading, outcome)}`;
}

/** The figures that a reading's own is made from. */
function inBrackets(
  { printed }: Claim,
  { unit, details }: Reading,
  outcome: Outcome,
  isSigned = false,
): string {
  if (details.length === 0) return '';
  const others = details.map(({ label, unit: own }, place) => {
    const figure = outcome.details[place]!;
    const text = figureIn(own, figure, printed);
    // What it is counted in stands right before it.
    const isNamed = own === unit && (unit === 'percentage points' || unit === 'times');
    const sign = isSigned && own === '%' && figure > 0 ? '+' : '';
    return `${sign}${isNamed ? text.replace(` ${own}`, '') : text} ${label}`;
  });
  return ` (${listed(others)}${isRounded(unit, details, outcome) ? ', all rounded' : ''})`;
}

/** Whether a difference is another one than that of the two figures beside it as they are shown. */
function isRounded(unit: PublishedUnit, details: Reading['details'], outcome: Outcome): boolean {
  const [first, second, ...others] = outcome.details.map((figure) => tenths(figure!));
  const isDifference = details.every(({ unit }) => unit === '%' || unit === 'percentage points');
  if (unit !== 'percentage points' || !isDifference || second === undefined || others.length > 0)
    return false;
  return Math.abs(first! - second) !== Math.abs(tenths(outcome.figure!));
}

/** 1 for 0.49, 2 for 0.049; more than four decimals nobody reads. */
const firstDigitOf = (figure: number) => Math.min(3, -Math.floor(Math.log10(figure)));

const tenths = (figure: number) => Math.round(Number(figure.toFixed(1)) * 10);

const decimalsIn = (precision: number) => Math.max(0, Math.round(-Math.log10(precision)));

export const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
