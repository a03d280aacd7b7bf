import { Decimal } from './decimal.ts';

/** Millions with thousands separators, whole or to one digit: 38,676 or 5,343.2; what is less, to two digits: 0.012. */
export function millions(value: number): string {
  if (value !== 0 && Math.abs(value) < 5e4) return small(value / 1e6);
  const tenths = Math.round(Math.abs(value) / 1e5);
  const whole = Math.floor(tenths / 10);
  const digit = tenths % 10;
  const sign = value < 0 && tenths > 0 ? MINUS : '';
  return `${sign}${thousands(whole)}${digit === 0 ? '' : `.${digit}`}`;
}

/** A unit of more than a million that figures are rounded to: 0.1 bn. */
export function unit(units: number): string {
  return `${units / 1e9} bn`;
}

/** Doubles of this many digits after the point of a million are no longer exact. */
const MOST_DIGITS = 6;

/**
 * Millions of some terms and of their sum, with as many digits as it takes for the terms as printed to add up
 * to the sum as printed; 508.3 + 644.7 + 189.3 = 1,342.2 would not.
 */
export function addingUp(terms: readonly number[], sum: number): string[] {
  const numbers = [...terms, sum];
  const plain = numbers.map(millions);
  if (addUp(plain)) return plain;
  for (let digits = 2; digits < MOST_DIGITS; digits++) {
    const finer = numbers.map((number) => toDigits(number / 1e6, digits));
    if (addUp(finer)) return finer;
  }
  return numbers.map((number) => toDigits(number / 1e6, MOST_DIGITS));
}

function addUp(numbers: readonly string[]): boolean {
  const [sum, ...terms] = numbers
    .map((text) => new Decimal(text.replaceAll(',', '').replace(MINUS, '-')))
    .reverse();
  return Decimal.sum(0, ...terms).equals(sum!);
}

function toDigits(value: number, digits: number): string {
  const [whole, rest = ''] = Math.abs(value)
    .toFixed(digits)
    .replace(/\.?0+$/, '')
    .split('.');
  const text = `${thousands(Number(whole))}${rest && `.${rest}`}`;
  return value < 0 && text !== '0' ? `${MINUS}${text}` : text;
}

/** A number to one digit: 157.1, −30.5. */
export function toTenths(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return `${value < 0 && text !== '0.0' ? MINUS : ''}${text}`;
}

/** A fraction as a percentage to one digit: 15.6 %. */
export function percent(fraction: number): string {
  return `${toTenths(fraction * 100)} %`;
}

/** The same with its sign: +57.1 %, −30.5 %. */
export function signedPercent(fraction: number): string {
  const text = percent(fraction);
  return text.startsWith(MINUS) ? text : `+${text}`;
}

/** Percentage points to one digit, with their sign: +5.2 percentage points, −0.3 percentage points. */
export function signedPoints(points: number): string {
  const text = Math.abs(points).toFixed(1);
  return `${points < 0 && text !== '0.0' ? MINUS : '+'}${text} percentage points`;
}

/** Words in a row: a, b and c. */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** The sign for negative numbers in running text. */
export const MINUS = '−';

function small(value: number): string {
  const decimals = 1 - Math.floor(Math.log10(Math.abs(value)));
  const text = Math.abs(value).toFixed(Math.min(decimals, 100)).replace(/0+$/, '');
  return `${value < 0 ? MINUS : ''}${text}`;
}

function thousands(whole: number): string {
  let text = String(whole);
  for (let end = text.length - 3; end > 0; end -= 3) {
    text = `${text.slice(0, end)},${text.slice(end)}`;
  }
  return text;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
