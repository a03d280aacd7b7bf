import { z } from 'zod';
import type { Order } from './order.ts';
import type { Type } from './types.ts';

/** A column of a table: what it holds, what that means, and how it relates to what is stored. */
export interface Column<Schema extends z.ZodType = z.ZodType> extends Type<Schema> {
  /** What the column says, for whoever reads the dataset. */
  readonly meaning: string;
  /**
   * Which of two that imports say stays, whichever came first: the first in this order. Without, a row that
   * says otherwise than the database is refused: it is never changed, and nobody shall think that it was.
   */
  readonly stays?: Order;
  /** Whether a later import changes what is stored, unless it says nothing. */
  readonly mayChange?: boolean;
  /** Whether one that says nothing empties what is stored. */
  readonly mayBeEmptied?: boolean;
  /** Whether no two rows may have the same. */
  readonly isUnique?: boolean;
  /** The table of the database that has to have it. */
  readonly refersTo?: Reference;
  /** A day of what another column refers to, which this one does not come after. */
  readonly notAfter?: { readonly column: string; readonly day: string };
  /** Whether a row of a file that says nothing has its place in the file: 1 for the first. */
  readonly isPlaceInFile?: boolean;
  /** Whether it is kept in another table of the database, by one of the table's `afterwards`. */
  readonly isElsewhere?: boolean;
}

export interface Reference {
  readonly table: string;
  /** The key that is stored in place of the slug, unless it is the slug itself. */
  readonly key: 'id' | 'slug';
  /** SQL of each slug, where a column names many. */
  readonly each?: (given: string) => string;
}

/** Columns by name, as they stand in a file. */
export type Columns = Readonly<Record<string, Column>>;

/** What a table says beside its columns. The order of the properties is that in which they are met. */
interface Details<Name extends string, Row> {
  /** The table of the database. */
  readonly stored: string;
  /** What a row of it is, for whoever reads the dataset. */
  readonly meaning: string;
  /** What no two rows have in common, and by which a row is found again. */
  readonly identity: readonly Name[];
  /** SQL of the order of its rows in a file, so that an export of the same data gives the same bytes. */
  readonly order: string;
  /** What is wrong with a row whose columns are all right by themselves, by column or place in one. */
  readonly check?: (row: Row) => Partial<Record<Name | `${Name}.${number}.${string}`, string>>;
  /** Columns of the database that no row gives, and SQL of what they hold. */
  readonly filled?: Readonly<Record<string, string>>;
  /** What to do when the database has another value for a row, in words. */
  readonly ifDifferent?: string;
  /** Statements after the merge, for what is kept in another table. */
  readonly afterwards?: readonly string[];
}

type RowOf<C extends Columns> = z.output<z.ZodObject<{ [Name in keyof C]: C[Name]['schema'] }>>;

/** A table of the dataset: a file of it, the stage that its rows wait in, a table of the database. */
export interface Table<C extends Columns = Columns, Row = never>
  extends Details<keyof C & string, Row> {
  readonly columns: C;
  readonly schema: z.ZodType;
}

type Snake<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : Text;

/** The column that gives a field of a model: fiscal_year_end_month, and company for companyId. */
type ColumnName<Field extends string> = Field extends `${infer Other}Id` | `${infer Other}Slug`
  ? Snake<Other>
  : Snake<Field>;

/**
 * A table whose columns are the fields of a model in prisma/schema.prisma, but for those that the
 * import itself fills in, and those that are kept elsewhere: `tableOf<Group, 'id', 'members'>()({ … })`.
 * A column that is missing or misspelt does not compile.
 */
export function tableOf<Model, Filled extends keyof Model, Elsewhere extends string = never>() {
  type Name = ColumnName<Exclude<keyof Model, Filled> & string> | Elsewhere;
  return <const C extends Readonly<Record<Name, Column>>>(
    columns: C & { readonly [Other in Exclude<keyof C, Name>]: never },
    details: Details<Name, RowOf<C>>,
  ) => {
    const shape = Object.fromEntries(
      Object.entries<Column>(columns).map(([name, { schema }]) => [name, schema]),
    ) as { [Column in keyof C]: C[Column]['schema'] };
    const { check } = details;
    const rows = z.strictObject(shape);
    const schema = check
      ? rows.check(({ value, issues }) => {
          for (const [column, message] of Object.entries(check(value as RowOf<C>))) {
            const path = column.split('.');
            issues.push({ code: 'custom', path, message: message as string, input: value });
          }
        })
      : rows;
    return { ...details, columns: columns as C, schema };
  };
}
