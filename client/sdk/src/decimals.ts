const EXPONENTS = { ONE: 0, THOUSAND: 3, MILLION: 6, BILLION: 9 } as const;

/** The unit to count in. */
export type Scale = keyof typeof EXPONENTS;

/**
 * The double that is nearest to an exact decimal, in whole units or in thousands, millions or
 * billions; null stays null.
 *
 * @example
 * toNumber('38676000000', 'BILLION'); // 38.676
 */
export function toNumber(decimal: string, scale?: Scale): number;
export function toNumber(decimal: string | null, scale?: Scale): number | null;
export function toNumber(decimal: string | null, scale: Scale = 'ONE'): number | null {
  // Moving the point in the text rounds once; dividing would round twice.
  return decimal === null ? null : Number(`${decimal}e-${EXPONENTS[scale]}`);
}
