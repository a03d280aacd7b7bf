import { columnsOf, into, joinsById, out, quoted, stageOf } from './sql.ts';
import type { Column } from './table.ts';
import { type TableName, tableNamed } from './tables.ts';

// SQL of the digests of rows, from which the dataset's version is made (see ../version.ts).

/** Unit separator: in no text that the gate lets through. */
const SEPARATOR = 'chr(31)';

type TextOf = (column: string, details: Column) => string;

function digestOf(name: TableName, textOf: TextOf): string {
  const cells = columnsOf(name).map(([column, details]) => `(${textOf(column, details)})`);
  const text = `concat('${name}', ${cells.map((cell) => `${SEPARATOR}, ${cell}`).join(', ')})`;
  return `sha256(convert_to(rtrim(${text}, ${SEPARATOR}), 'UTF8'))`;
}

/** The digest of each row of a table. */
export function digestsOf(name: TableName): string {
  const digest = digestOf(name, (column, details) => out('stored', column, details));
  return `select ${digest} from ${tableNamed(name).stored} stored ${joinsById(name)}`;
}

/**
 * Merges, and gives the digest of each row that was added or changed; of a changed one, followed by that
 * of the row as it was. What is kept in another table is there only afterwards, and is taken from the stage.
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
    return `${merged} select ${now} from stored ${joinsById(name)}`;
  }
  const before = digestOf(name, (column, details) => out('before', column, details));
  // The statement sees the table as it was before the merge that is a part of it.
  return `
    ${merged}
    select ${now} || case when before.${quoted(identity[0]!)} is null then '' else ${before} end
    from stored ${joinsById(name)}
    left join ${stored} before on ${same('before', 'stored')}`;
}
