import { type FormatOptions, numberFormat } from './format.ts';

/** A mark on the axis of a chart. */
export interface Tick {
  /** In whole units of the currency. */
  readonly value: number;
  /** E.g. `$1.5B`. */
  readonly label: string;
}

/** How to mark an axis of money. */
export interface TickOptions extends Pick<FormatOptions, 'locale'> {
  /** The ISO 4217 code, e.g. `USD`. */
  readonly currency: string;
  /**
   * About how many marks there should be; there are at most one and a half times as many.
   * @default 5
   */
  readonly count?: number | undefined;
}

/**
 * Round marks for an axis of money, from zero or below it to the greatest value or above it, equally
 * far apart. Each label is exact, so no two are the same.
 *
 * @example
 * moneyTicks([450e6, null, 1.9e9], { currency: 'USD' }).map(({ label }) => label);
 * // $0, $500M, $1B, $1.5B, $2B
 */
export function moneyTicks(
  values: Iterable<number | null | undefined>,
  { currency, count = 5, locale = 'en' }: TickOptions,
): Tick[] {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value!);
    high = Math.max(high, value!);
  }
  const { format } = numberFormat(locale, {
    style: 'currency',
    currency,
    notation: 'compact',
    minimumFractionDigits: 0,
    maximumFractionDigits: 6,
  });
  const step = niceStep((high - low) / Math.max(1, count - 1));
  const ticks: Tick[] = [];
  for (let index = Math.floor(low / step); index <= Math.ceil(high / step); index++) {
    // Of a number of steps, since adding them up would add up their errors, too.
    const value = index * step;
    ticks.push({ value, label: format(value) });
  }
  return ticks;
}

/** The least of 1, 2, 2.5, 5 and their tens, hundreds and so on that is not below a number. */
function niceStep(least: number): number {
  if (!(least > 1)) return 1;
  const unit = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 2.5, 5].find((nice) => nice * unit >= least) ?? 10;
  return factor * unit;
}
