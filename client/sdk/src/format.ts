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
  /** Anything else that `Intl.NumberFormat` takes, e.g. `maximumFractionDigits`. */
  intl?: Intl.NumberFormatOptions | undefined;
}

/**
 * An exact amount in whole units of its currency, in the reader's language; long ones are shortened.
 *
 * @example
 * formatMoney({ amount: '38676000000', currency: 'CNY' }, { locale: 'en' }); // CN¥38.7B
 */
export function formatMoney(
  { amount, currency }: { readonly amount: string | null; readonly currency: string },
  options: FormatOptions = {},
): string {
  const short = {
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  } as const;
  const intl = { style: 'currency', currency, ...short, ...options.intl } as const;
  return format(amount as `${number}` | null, intl, options);
}

/**
 * A fraction in per cent.
 *
 * @example
 * formatPercent(0.5714, { locale: 'en' }); // 57.1%
 */
export function formatPercent(fraction: number | null, options: FormatOptions = {}): string {
  const intl = { maximumFractionDigits: 1, ...options.intl };
  return format(fraction, { style: 'percent', ...intl }, options);
}

/**
 * A growth rate in per cent, always with its sign.
 *
 * @example
 * formatGrowth(0.5714, { locale: 'en' }); // +57.1%
 */
export function formatGrowth(fraction: number | null, options: FormatOptions = {}): string {
  const intl = { signDisplay: 'exceptZero', ...options.intl } as const;
  return formatPercent(fraction, { ...options, intl });
}

function format(
  value: number | `${number}` | null,
  intl: Intl.NumberFormatOptions,
  { locale, missing = '–' }: FormatOptions,
): string {
  return value === null ? missing : new Intl.NumberFormat(locale, intl).format(value);
}
