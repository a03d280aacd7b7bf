import { columnsOf, into, joinsById, out, quoted, stageOf } from './sql.ts';
import type { Column } from './table.ts';
import { type TableName, tableNamed } from './tables.ts';

// SQL of the digests of rows, from which the dataset's version is made (see ../version.ts).

/** Unit separator: in no text that the gate lets through. */
const SEPARATOR = 'chr(31)';
const SEPARATOR_BYTE = `'\\x1f'::bytea`;

type TextOf = (column: string, details: Column) => string;

function digestOf(name: TableName, textOf: TextOf): string {
  const cells = columnsOf(name).map(([column, details]) => {
    const cell = `(${textOf(column, details)})`;
    return mayBeEmpty(details) ? `coalesce(${cell}::text, '')` : cell;
  });
  // Bytes are trimmed at once, a text character by character.
  const bytes = `convert_to(concat_ws(${SEPARATOR}, '${name}', ${cells.join(', ')}), 'UTF8')`;
  return `sha256(rtrim(${bytes}, ${SEPARATOR_BYTE}))`;
}

const mayBeEmpty = ({ schema, mayBeLeftOut }: Column) =>
  mayBeLeftOut === true || schema.safeParse(null).success;

/** Digests one after the other, many to a row: each row on its own would take longer than its digest. */
function inBatches(added: string, removed: string, from: string): string {
  return `
    select string_agg(added, ''), string_agg(removed, '')
    from (
      select ${added} as added, ${removed} as removed, row_number() over () / 1000 as batch ${from}
    ) row
    group by batch`;
}

/** The digests of all rows of a table. */
export function digestsOf(name: TableName): string {
  const digest = digestOf(name, (column, details) => out('stored', column, details));
  return inBatches(digest, NONE, `from ${tableNamed(name).stored} stored ${joinsById(name)}`);
}

const NONE = 'null::bytea';

/**
 * Merges, and gives the digests of the rows that were added or changed, and those of the changed ones as
 * they were. What is kept in another table is there only afterwards, and is taken from the stage.
 */
export function mergeWithDigests(name: TableName, merge: string): string {
  const { stored, identity } = tableNamed(name);
  const same = (one: string, other: string) =>
    identity.map((column) => `${one}.${quoted(column)} = ${other}.${quoted(column)}`).join(' and ');
  const staged: TextOf = (column, details) =>
    `select ${into('staged', column, details)} from ${stageOf(name)} staged
     where ${same('staged', 'stored')} limit 1`;
  const now = digestOf(name, (column, details) =>
    details.isElsewhere ? staged(column, details) : out('stored', column, details),
  );
  const merged = `with stored as (${merge} returning stored.*)`;
  if (!columnsOf(name).some(([, { mayChange }]) => mayChange)) {
    return `${merged} ${inBatches(now, NONE, `from stored ${joinsById(name)}`)}`;
  }
  const before = digestOf(name, (column, details) => out('before', column, details));
  const asItWas = `case when before.${quoted(identity[0]!)} is not null then ${before} end`;
  // The statement sees the table as it was before the merge that is a part of it.
  const from = `from stored ${joinsById(name)} left join ${stored} before on ${same('before', 'stored')}`;
  return `${merged} ${inBatches(now, asItWas, from)}`;
}
