import { firstText, smallest } from './order.ts';
import type { Column } from './table.ts';
import { wholeNumber } from './types.ts';

/** Where a row stands among the others of its table. */
export const rank = {
  ...wholeNumber,
  mayBeLeftOut: true,
  isPlaceInFile: true,
  stays: smallest,
} satisfies Omit<Column, 'meaning'>;

/** SQL of the order of a table's rows by their ranks. */
export const BY_RANK = `stored.rank, ${firstText('stored.slug')}`;
