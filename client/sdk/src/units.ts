/**
 * A fraction: 0.57 is 57 %, 9.41 is 9.41 times. It is a number that `Points` cannot be taken for;
 * any number of yours will do for one.
 */
export type Fraction = number & { readonly __unit?: 'fraction' };

/**
 * A difference in percentage points: 19 from 102 % to 121 %. It is a number that a `Fraction`
 * cannot be taken for; any number of yours will do for one.
 */
export type Points = number & { readonly __unit?: 'points' };
