import { Decimal as DecimalJs } from 'decimal.js';

/** Decimals with room for any sum of money: decimal.js keeps 20 digits unless told otherwise. */
export const Decimal = DecimalJs.clone({ precision: 60 });
export type Decimal = DecimalJs;

/** Plain notation, never an exponent: 38676000000, 0.1. */
export function plain(decimal: Decimal): string {
  return decimal.toFixed();
}
