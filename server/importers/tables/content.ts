import { addNew, changeStored } from './merge.ts';
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
function inBatches(digest: string, from: string): string {
  return `
    select string_agg(digest, '') as added
    from (select ${digest} as digest, row_number() over () / 1000 as batch ${from}) row
    group by batch`;
}

/** The digests of all rows of a table. */
export function digestsOf(name: TableName): string {
  const digest = digestOf(name, (column, details) => out('stored', column, details));
  const rows = inBatches(digest, `from ${tableNamed(name).stored} stored ${joinsById(name)}`);
  return `select added, ${NONE} from (${rows}) row`;
}

const NONE = 'null::bytea';

/**
 * Adds the staged rows that the table does not have, and gives their digests. What is kept in another table is there only
 * afterwards, and is taken from the stage.
 */
export function addWithDigests(name: TableName): string {
  const { identity } = tableNamed(name);
  const same = identity.map((column) => `staged.${quoted(column)} = stored.${quoted(column)}`);
  const staged: TextOf = (column, details) =>
    `select ${into('staged', column, details)} from ${stageOf(name)} staged
     where ${same.join(' and ')} limit 1`;
  const digest = digestOf(name, (column, details) =>
    details.isElsewhere ? staged(column, details) : out('stored', column, details),
  );
  const added = inBatches(digest, `from stored ${joinsById(name)}`);
  return `with stored as (${addNew(name)} returning stored.*) select added, ${NONE} from (${added}) row`;
}

/** Changes the rows that the table has by the staged ones, and gives the digests of the changed ones as they are and as they were. */
export function changeWithDigests(name: TableName): string {
  const digest = digestOf(name, (column, details) => out('stored', column, details));
  const now = `from changed stored ${joinsById(name)}`;
  // The statement sees the table as it was before the change that is a part of it.
  const before = `from ${tableNamed(name).stored} stored join changed on changed.before = stored.ctid ${joinsById(name)}`;
  return `
    with ${changeStored(name)}
    select added, ${NONE} from (${inBatches(digest, now)}) row
    union all
    select ${NONE}, added from (${inBatches(digest, before)}) row`;
}
