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

/** From the stage into the table: adds what is not there yet, changes what may change. */
export function mergeOf(name: TableName): string {
  const { stored, filled = {} } = tableNamed(name);
  const columns = columnsOf(name).filter(([, { isElsewhere }]) => !isElsewhere);
  const names = columns.map(([column, details]) => storedIn(column, details));
  const values = columns.map(([column, details]) => into('staged', column, details));
  const change = changeOf(name);
  const identity = tableNamed(name).identity.map(quoted).join(', ');
  // PostgreSQL changes no row twice in one statement; the checks let through none that differ.
  const staged = change
    ? `(select distinct on (${identity}) * from ${stageOf(name)} order by ${identity}, place)`
    : stageOf(name);
  return `
    insert into ${stored} as stored (${[...names, ...Object.keys(filled)].join(', ')})
    select ${[...values, ...Object.values(filled)].join(', ')}
    from ${staged} staged
    ${joinsBySlug(name)}
    order by staged.place
    on conflict ${change ?? 'do nothing'}`;
}

/** What happens to a row that is stored already, where any column of it may change. */
function changeOf(name: TableName): string | undefined {
  const changing = columnsOf(name).filter(([, { mayChange }]) => mayChange);
  if (changing.length === 0) return undefined;
  const columns = changing.map(([name, details]) => {
    const column = storedIn(name, details);
    const said = details.mayBeEmptied
      ? `excluded.${column}`
      : `coalesce(excluded.${column}, stored.${column})`;
    return { column, said };
  });
  const stored = columns.map(({ column }) => `stored.${column}`).join(', ');
  return `(${tableNamed(name).identity.join(', ')}) do update
    set ${columns.map(({ column, said }) => `${column} = ${said}`).join(', ')}
    where (${stored}) is distinct from (${columns.map(({ said }) => said).join(', ')})`;
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
