import type { Refusal } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';

/** Where a row stands: a line of a file, or in the database, where `column` tells it apart from others. */
export type Place = Pick<Refusal, 'file' | 'line' | 'column'>;
export type Placed<Row> = Row & { readonly place: Place };

export type Fact = Placed<TableRow<'facts'>>;

/** Something to say against a column of a row. */
export function against(place: Place, column: string, reason: string): Refusal {
  return place.line === null
    ? { ...place, reason: `${column}: ${reason}` }
    : { ...place, column, reason };
}
