import type { Column } from './table.ts';
import { type TableName, tableNamed } from './tables.ts';

// SQL that is made from the tables. `staged` is a row of a stage, `stored` one of the database.

/** The columns of a table, by name. */
export const columnsOf = (name: TableName) => Object.entries<Column>(tableNamed(name).columns);

/** The stage of a table: the rows that are on their way into the database. */
export function stageOf(name: TableName): string {
  return `stage_${name.replaceAll('-', '_')}`;
}

/** The column of the database that holds a column. */
export function storedIn(name: string, { refersTo }: Column): string {
  return quoted(refersTo?.key === 'id' ? `${name}_id` : name);
}

/** A name as SQL takes it, were it one of its own words. */
export const quoted = (name: string) => `"${name}"`;

/** SQL of what is stored for a staged row. */
export function into(row: string, name: string, { refersTo, isElsewhere, into }: Column): string {
  return refersTo?.key === 'id' && !isElsewhere
    ? `${refersTo.table}.id`
    : into(`${row}.${quoted(name)}`);
}

/** SQL of the text that gave what is stored in a row. */
export function out(row: string, name: string, { refersTo, isElsewhere, out }: Column): string {
  return refersTo?.key === 'id' && !isElsewhere
    ? `${refersTo.table}.slug`
    : out(`${row}.${quoted(name)}`);
}

/** Joins with the tables that a row refers to by their ids. */
function references(name: TableName, on: (column: string, table: string) => string): string {
  return columnsOf(name)
    .filter(([, { refersTo, isElsewhere }]) => refersTo?.key === 'id' && !isElsewhere)
    .map(([column, { refersTo }]) => `join ${refersTo!.table} on ${on(column, refersTo!.table)}`)
    .join('\n');
}

/** Joins of staged rows with what they refer to. */
export const joinsBySlug = (name: TableName) =>
  references(name, (column, table) => `${table}.slug = staged.${column}`);

/** Joins of stored rows with what they refer to. */
export const joinsById = (name: TableName) =>
  references(name, (column, table) => `${table}.id = stored.${column}_id`);

/** Opens an empty stage for a table, all of it text; it is gone when the transaction ends. */
export function openStage(name: TableName): string {
  const columns = stagedColumns(name).map((column) => `${column} text`);
  return `create temp table ${stageOf(name)} (place serial, ${columns.join(', ')}) on commit drop`;
}

/** What is staged of each row: its columns, and where it was read. */
export function stagedColumns(name: TableName): string[] {
  return [...columnsOf(name).map(([column]) => quoted(column)), 'file', 'line'];
}

/** SQL of whether a stored row is the one that a staged row, joined with what it refers to, is about. */
export function sameRow(name: TableName): string {
  const { identity, columns } = tableNamed(name);
  const same = identity.map((column) => {
    const details = columns[column]!;
    return equal(`stored.${storedIn(column, details)}`, into('staged', column, details), details);
  });
  return same.join(' and ');
}

/** SQL of whether two are the same; nothing is the same as nothing. */
export function equal(one: string, other: string, { schema }: Column): string {
  // A join on the second would take PostgreSQL far longer.
  return schema.safeParse(null).success
    ? `${one} is not distinct from ${other}`
    : `${one} = ${other}`;
}

/** All of a table, in the columns of its file. */
export function exportOf(name: TableName): string {
  const { stored, order } = tableNamed(name);
  const columns = columnsOf(name).map(
    ([column, details]) => `${out('stored', column, details)} as ${quoted(column)}`,
  );
  return `
    select ${columns.join(', ')}
    from ${stored} stored
    ${joinsById(name)}
    order by ${order}`;
}

/** The columns of a table as a list to select, named as the fields of its model are. */
export function fieldsOf(name: TableName): string {
  return columnsOf(name)
    .filter(([, { isElsewhere }]) => !isElsewhere)
    .map(([column, details]) => {
      const stored = storedIn(column, details);
      const field = stored
        .replaceAll('"', '')
        .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
      return `${details.refersTo ? stored : details.out(stored)} as "${field}"`;
    })
    .join(', ');
}
