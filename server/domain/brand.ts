import type { Narrow } from './narrow.ts';

declare const brand: unique symbol;

/** Numbers of one kind, for which no others can stand in. Nothing of it is left at run time. */
export type Brand<Name extends string> = number & { readonly [brand]: Name };

/** The numbers of a typed array, all of one kind. */
export interface Column<Kind extends number> {
  [row: number]: Kind;
  readonly length: number;
}

/** A typed array as a column of numbers of one kind. */
export function columnOf<Kind extends number>(numbers: Narrow): Column<Kind> {
  return numbers as Column<number> as Column<Kind>;
}

/** The smallest of some numbers of one kind. */
export const least = Math.min as <Kind extends number>(...numbers: Kind[]) => Kind;

/** The largest of some numbers of one kind. */
export const greatest = Math.max as <Kind extends number>(...numbers: Kind[]) => Kind;
