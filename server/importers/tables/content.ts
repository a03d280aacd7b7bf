import { columnsOf, into, joinsById, out, quoted, stageOf } from './sql.ts';
import type { Column } from './table.ts';
import { type TableName, tableNamed } from './tables.ts';

// SQL of sums over the digests of rows, from which the dataset's version is made (see ../version.ts).

/** In no text that the gate lets through. */
const SEPARATOR = `chr(31)`;

type TextOf = (column: string, details: Column) => string;

/** SQL of a row's digest: SHA-256 of the table's name and, as `name=value`, each column that is not empty. */
function digestOf(name: TableName, textOf: TextOf): string {
  const parts = columnsOf(name).map(
    ([column, details]) => `'${column}=' || (${textOf(column, details)})::text`,
  );
  return `sha256(convert_to(concat_ws(${SEPARATOR}, '${name}', ${parts.join(', ')}), 'UTF8'))`;
}

/** SQL of the sums over the four big-endian words of 64 bits of a column of digests, as one array. */
function sumOf(column: string): string {
  const words = [0, 1, 2, 3].map(
    (word) =>
      `coalesce(sum(('x' || substr(encode(${column}, 'hex'), ${word * 16 + 1}, 16))::bit(64)::bigint), 0)`,
  );
  return `array[${words.join(', ')}]::text[]`;
}

/** Of all rows of a table: their sums. */
export function contentOf(name: TableName): string {
  const digest = digestOf(name, (column, details) => out('stored', column, details));
  return `
    select ${sumOf('digest')} as added
    from (select ${digest} as digest from ${tableNamed(name).stored} stored ${joinsById(name)}) row`;
}

/**
 * Of the rows that a merge added or changed: how many, their sums, and the sums of the changed ones as
 * they were. What is kept in another table is there only afterwards, and is taken from the stage.
 */
export function changeOfContent(name: TableName, merge: string): string {
  const { stored, identity } = tableNamed(name);
  const changing = columnsOf(name).some(([, { mayChange }]) => mayChange);
  const same = (one: string, other: string) =>
    identity.map((column) => `${one}.${quoted(column)} = ${other}.${quoted(column)}`).join(' and ');
  const staged: TextOf = (column, details) =>
    `select ${into('staged', column, details)} from ${stageOf(name)} staged
     where ${same('staged', 'stored')} limit 1`;
  const now = digestOf(name, (column, details) =>
    details.isElsewhere ? staged(column, details) : out('stored', column, details),
  );
  // The statement sees the table as it was before the merge that is a part of it.
  const before = changing
    ? `case when before.${quoted(identity[0]!)} is not null then ${digestOf(name, (column, details) => out('before', column, details))} end`
    : 'null::bytea';
  return `
    with stored as (${merge} returning stored.*)
    select count(*)::int as rows, ${sumOf('now')} as added, ${sumOf('before')} as removed
    from (
      select ${now} as now, ${before} as before
      from stored ${joinsById(name)}
      ${changing ? `left join ${stored} before on ${same('before', 'stored')}` : ''}
    ) row`;
}
