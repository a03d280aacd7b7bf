import { columnsOf, equal, into, joinsBySlug, quoted, sameRow, stageOf, storedIn } from './sql.ts';
import type { Column } from './table.ts';
import { type TableName, tableNamed } from './tables.ts';

/** A staged row that cannot be taken, and what about it. */
export interface Found {
  /** Its place in the stage. */
  readonly place: number;
  readonly file: string;
  readonly line: number | null;
  readonly column: string;
  readonly given: string | null;
  /** What it is at odds with: an owner, a value, a line. */
  readonly other: string | null;
}

/** A question to the database about staged rows. */
export interface Check {
  readonly sql: string;
  readonly reason: (found: Found) => string;
}

/** What the rows of a stage have to pass before they are merged, in this order. */
export function checksOf(name: TableName): Check[] {
  return [
    ...taken(name),
    ...brokenReferences(name),
    ...tooLate(name),
    ...repeated(name),
    ...changed(name),
  ];
}

const told = (text: string | null) => (text === null ? 'nothing' : JSON.stringify(text));

/** A ticker or a CIK that another company has. */
function taken(name: TableName): Check[] {
  const { stored, identity } = tableNamed(name);
  const [key] = identity;
  return columnsOf(name)
    .filter(([, { isUnique }]) => isUnique)
    .map(([column]) => ({
      sql: `
        select distinct on (place) place, file, line::int, '${column}' as column,
          staged.${quoted(column)} as given, other.${key} as other
        from ${stageOf(name)} staged
        join (
          select ${key}, ${column} from ${stored} union select ${key}, ${column} from ${stageOf(name)}
        ) other on other.${column} = staged.${quoted(column)} and other.${key} <> staged.${key}`,
      reason: ({ given, other }) =>
        `${told(given)} belongs to ${told(other)}; one of the two is wrong`,
    }));
}

/** The rows of this import that were refused, by what others refer to them by. */
export const REFUSED = 'stage_refused';

/** A slug that neither the import nor the database has, or whose row was refused. */
function brokenReferences(name: TableName): Check[] {
  return columnsOf(name).flatMap(([column, { refersTo }]) => {
    if (!refersTo) return [];
    const { table, each = (given) => `(values (${given}))` } = refersTo;
    return {
      sql: `
        select place, file, line::int, '${column}' as column, named.slug as given,
          (select 'refused' from ${REFUSED} refused
           where refused.stored = '${table}' and refused.slug = named.slug limit 1) as other
        from ${stageOf(name)} staged cross join lateral ${each(`staged.${quoted(column)}`)} as named(slug)
        where not exists (select from ${table} where ${table}.slug = named.slug)
          or exists (
            select from ${REFUSED} refused
            where refused.stored = '${table}' and refused.slug = named.slug)`,
      reason: ({ given, other }) =>
        other === null
          ? `${told(given)} is neither in the import nor in the database`
          : `${told(given)} was refused`,
    };
  });
}

/** A day after the one of what its row refers to. */
function tooLate(name: TableName): Check[] {
  const columns = new Map(columnsOf(name));
  return [...columns].flatMap(([column, { notAfter }]) => {
    if (!notAfter) return [];
    const { table } = columns.get(notAfter.column)!.refersTo!;
    return {
      sql: `
        select place, file, line::int, '${column}' as column,
          staged.${quoted(column)} as given, owner.${notAfter.day}::text as other
        from ${stageOf(name)} staged
        join ${table} owner on owner.slug = staged.${quoted(notAfter.column)}
        where staged.${quoted(column)}::date > owner.${notAfter.day}`,
      reason: ({ given, other }) =>
        `expected a day up to ${other}, the ${notAfter.day} of its ${notAfter.column}; found ${told(given)}`,
    };
  });
}

/** A row that says otherwise than a row before it about the same thing. */
function repeated(name: TableName): Check[] {
  const { identity } = tableNamed(name);
  // What a later import may change, one import says once.
  const compared = comparedColumns(name, { mayChange: true });
  if (compared.length === 0) return [];
  const columns = new Map(columnsOf(name));
  const same = identity
    .map((column) =>
      equal(`staged.${quoted(column)}`, `first.${quoted(column)}`, columns.get(column)!),
    )
    .join(' and ');
  const differences = compared.map(
    ([column, { into }]) =>
      `('${column}', first.${quoted(column)}, ${into(`staged.${quoted(column)}`)} is distinct from ${into(`first.${quoted(column)}`)})`,
  );
  const sql = `
    select staged.place, staged.file, staged.line::int, difference.column,
      difference.first as given, first.line as other
    from (
      select min(place) as place from ${stageOf(name)}
      group by ${identity.map(quoted).join(', ')} having count(*) > 1
    ) twice
    join ${stageOf(name)} first using (place)
    join ${stageOf(name)} staged on ${same} and staged.place > first.place
    cross join lateral (values ${differences.join(', ')}) as difference("column", first, differs)
    where differs`;
  const reason = ({ given, other }: Found) =>
    `${other === null ? 'a row before' : `line ${other}`} has ${told(given)}; ${adviceFor(name)}`;
  return [{ sql, reason }];
}

/** A row that says otherwise than the database. */
function changed(name: TableName): Check[] {
  const { stored } = tableNamed(name);
  const compared = comparedColumns(name);
  if (compared.length === 0) return [];
  const differences = compared.map(([column, details]) => {
    const { isElsewhere, mayBeLeftOut } = details;
    const text = storedText(column, details);
    const before = isElsewhere ? text : `stored.${storedIn(column, details)}`;
    const isSaid = mayBeLeftOut ? `staged.${quoted(column)} is not null and ` : '';
    const now = into('staged', column, details);
    return `('${column}', (${text})::text, ${isSaid}${before} is distinct from ${now})`;
  });
  const sql = `
    select staged.place, staged.file, staged.line::int, difference.column,
      difference.stored as given, null as other
    from ${stageOf(name)} staged
    ${joinsBySlug(name)}
    join ${stored} stored on ${sameRow(name)}
    cross join lateral (values ${differences.join(', ')}) as difference("column", stored, differs)
    where differs`;
  return [
    { sql, reason: ({ given }) => `the database has ${given ?? 'nothing'}; ${adviceFor(name)}` },
  ];
}

/** SQL of the text that gave what is stored, without a join. */
function storedText(column: string, { refersTo, isElsewhere, out }: Column): string {
  if (refersTo?.key !== 'id' || isElsewhere) return out(`stored.${quoted(column)}`);
  return `select slug from ${refersTo.table} where id = stored.${column}_id`;
}

/** The columns in which two rows of one identity have to agree; those that may change as well, if asked for. */
function comparedColumns(name: TableName, also: { readonly mayChange?: boolean } = {}) {
  const { identity } = tableNamed(name);
  return columnsOf(name).filter(
    ([column, { stays, mayChange }]) =>
      !stays && (!mayChange || also.mayChange) && !identity.includes(column as never),
  );
}

function adviceFor(name: TableName): string {
  return tableNamed(name).ifDifferent ?? 'an import does not change it';
}
