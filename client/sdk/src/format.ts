/** How to print a number. */
export interface FormatOptions {
  /**
   * The reader's language, e.g. `en-GB` or `zh-CN`.
   * @default the runtime's
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

/**
 * An exact amount in whole units of its currency, in the reader's language; long ones are
 * shortened.
 *
 * @example
 * formatMoney({ amount: '38676000000', currency: 'CNY' }, { locale: 'en' }); // CN¥38.7B
 */
export function formatMoney(
  { amount, currency }: { readonly amount: string | null; readonly currency: string },
  options: FormatOptions = {},
): string {
  const intl = { style: 'currency', currency, notation: 'compact' } as const;
  return format(amount as `${number}` | null, intl, options);
}

/**
 * A fraction in per cent.
 *
 * @example
 * formatPercent(0.5714, { locale: 'en' }); // 57.1%
 */
export function formatPercent(fraction: number | null, options: FormatOptions = {}): string {
  return format(fraction, { style: 'percent' }, options);
}

/**
 * A growth rate in per cent, always with its sign.
 *
 * @example
 * formatGrowth(0.5714, { locale: 'en' }); // +57.1%
 */
export function formatGrowth(fraction: number | null, options: FormatOptions = {}): string {
  return format(fraction, { style: 'percent', signDisplay: 'exceptZero' }, options);
}

function format(
  value: number | `${number}` | null,
  style: Intl.NumberFormatOptions,
  { locale, missing = '–', digits = 1, intl }: FormatOptions,
): string {
  if (value === null) return missing;
  const precision = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(locale, { ...style, ...precision, ...intl }).format(value);
}
