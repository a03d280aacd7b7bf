import { MINUS } from './format.ts';
import { keysOf } from './table.ts';

/** The units that figures are published in, each with the decimals that may be printed of it. */
const DECIMALS = {
  '%': 2,
  'percentage points': 2,
  times: 2,
  'USD bn': 3,
  'CNY bn': 3,
  'USD million a day': 1,
} as const;

export type PublishedUnit = keyof typeof DECIMALS;
export const PUBLISHED_UNITS = keysOf(DECIMALS);

/** How many decimals may be printed in a unit. */
export const decimalsOf = (unit: PublishedUnit): number => DECIMALS[unit];

/** The currency of a unit of money, e.g. USD; null for any other unit. */
export const currencyOf = (unit: PublishedUnit): string | null =>
  /^([A-Z]{3}) /.exec(unit)?.[1] ?? null;

/** A figure in its unit as a newspaper prints it: 57.1 %, −30.5 %, USD 291.3 bn. */
export function inUnit(figure: number, unit: PublishedUnit, decimals: number): string {
  const text = Math.abs(figure).toFixed(decimals);
  const sign = figure < 0 && Number(text) !== 0 ? MINUS : '';
  const [, currency, scale] = /^([A-Z]{3}) (.*)$/.exec(unit) ?? [];
  return currency ? `${sign}${currency} ${text} ${scale}` : `${sign}${text} ${unit}`;
}
