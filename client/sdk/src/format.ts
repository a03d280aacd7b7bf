import type { Fraction, Points } from './units.ts';

/** How to print a number. */
export interface FormatOptions {
  /**
   * The reader's language, e.g. `en-GB` or `zh-CN`.
   * @default 'en'
   */
  locale?: Intl.LocalesArgument;
  /**
   * What to print where there is no value.
   * @default '–'
   */
  missing?: string | undefined;
  /**
   * How many digits to print after the point.
   * @default 1
   */
  digits?: number | undefined;
  /**
   * Anything else that `Intl.NumberFormat` takes, e.g. `notation: 'standard'` for amounts in full.
   */
  intl?: Intl.NumberFormatOptions | undefined;
}

/** Axes of charts, and `map`, pass a place as the second argument, which counts for nothing. */
type OptionsOrPlace<Options = FormatOptions> = Options | number;

/** A number of some unit, or a measure that has one; null and undefined where there is none. */
export type Printable<Unit> = Unit | { readonly value: Unit | null } | null | undefined;

/** An amount and its currency, as answers have them. */
export interface Money {
  /** Exact, in whole units of the currency; null where it is missing. */
  readonly amount: string | null;
  /** The ISO 4217 code. */
  readonly currency: string;
}

/**
 * An amount in whole units of its currency, in the reader's language; long ones are shortened. A
 * number has no currency of its own, and none is assumed: without one it is refused with a
 * `TypeError`. So an axis takes `(value) => formatMoney(value, { currency })`.
 *
 * @example
 * formatMoney({ amount: '38676000000', currency: 'CNY' }); // CN¥38.7B
 * formatMoney(38676000000, { currency: 'CNY' }); // CN¥38.7B
 */
export function formatMoney(money: Money | null | undefined, options?: OptionsOrPlace): string;
export function formatMoney(
  amount: number | string | null | undefined,
  options: FormatOptions & { readonly currency: string | null },
): string;
export function formatMoney(
  money: Money | number | string | null | undefined,
  options: OptionsOrPlace<FormatOptions & { readonly currency?: string | null }> = {},
): string {
  const isMoney = typeof money === 'object' && money !== null;
  const amount = isMoney ? money.amount : money;
  const { currency } = isMoney ? money : typeof options === 'object' ? options : {};
  if (amount === null || amount === undefined) return format(null, {}, options);
  if (!currency) {
    throw new TypeError(
      `There is no currency of ${amount}: give it, e.g. formatMoney(${amount}, { currency: 'CNY' })`,
    );
  }
  const style = { style: 'currency', currency, notation: 'compact' } as const;
  return format(amount as number | `${number}`, style, options);
}

/**
 * A fraction in per cent.
 *
 * @example
 * formatPercent(0.5714); // 57.1%
 */
export function formatPercent(fraction: Printable<Fraction>, options: OptionsOrPlace = {}): string {
  return format(fractionOf(fraction), { style: 'percent' }, options);
}

/**
 * A growth rate, a fraction, in per cent, always with its sign.
 *
 * @example
 * formatGrowth(quarter.capex.overTheYear); // +57.1%
 * formatGrowth(0.5714); // +57.1%
 */
export function formatGrowth(fraction: Printable<Fraction>, options: OptionsOrPlace = {}): string {
  return format(fractionOf(fraction), { style: 'percent', signDisplay: 'exceptZero' }, options);
}

/**
 * A difference in percentage points, always with its sign, in `unit`.
 *
 * @example
 * formatPoints(latest.growthLead); // +40.5 pp
 * formatPoints(40.5, { unit: ' points' }); // +40.5 points
 */
export function formatPoints(
  points: Points | { readonly points: Points | null } | null | undefined,
  options: OptionsOrPlace<FormatOptions & { readonly unit?: string }> = {},
): string {
  const value = typeof points === 'object' ? points?.points : points;
  const { unit = ' pp' } = typeof options === 'object' ? options : {};
  return format(value, { signDisplay: 'exceptZero' }, options, unit);
}

/**
 * A fraction as a multiple.
 *
 * @example
 * formatMultiple(latest.capexMultiple); // 9.4×
 */
export function formatMultiple(
  fraction: Printable<Fraction>,
  options: OptionsOrPlace = {},
): string {
  return format(fractionOf(fraction), {}, options, '×');
}

function fractionOf(printable: Printable<Fraction>): Fraction | null | undefined {
  return typeof printable === 'object' ? printable?.value : printable;
}

function format(
  value: number | `${number}` | null | undefined,
  style: Intl.NumberFormatOptions,
  options: OptionsOrPlace,
  unit = '',
): string {
  const {
    locale = 'en',
    missing = '–',
    digits = 1,
    intl,
  } = typeof options === 'object' ? options : {};
  if (value === null || value === undefined || Number.isNaN(Number(value))) return missing;
  const precision = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return numberFormat(locale, { ...style, ...precision, ...intl }).format(value) + unit;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making one takes forty times as long as using it. */
export function numberFormat(
  locale: Intl.LocalesArgument,
  options: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    formats.set(key, found);
  }
  return found;
}
