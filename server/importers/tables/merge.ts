import { columnsOf, into, joinsBySlug, sameRow, stageOf, storedIn } from './sql.ts';
import type { Column } from './table.ts';
import { type TableName, tableNamed } from './tables.ts';

// From the stage into the table: first the rows that are not there yet, then what the others change.

/** Adds the staged rows that the table does not have. */
export function addNew(name: TableName): string {
  const { stored, filled = {} } = tableNamed(name);
  const columns = columnsOf(name).filter(([, { isElsewhere }]) => !isElsewhere);
  const names = columns.map(([column, details]) => storedIn(column, details));
  const values = columns.map(([column, details]) => into('staged', column, details));
  return `
    insert into ${stored} as stored (${[...names, ...Object.keys(filled)].join(', ')})
    select ${[...values, ...Object.values(filled)].join(', ')}
    from ${stageOf(name)} staged
    ${joinsBySlug(name)}
    order by staged.place
    on conflict do nothing`;
}

/** Whether a staged row may change one that the table has. */
export const mayChangeAny = (name: TableName) => changing(name).length > 0;

/**
 * Changes the rows that the table has by the staged ones: CTEs of which the last, `changed`, has the rows as they are then,
 * and as `before` where they were. Several rows of a stage may be about one of the table.
 */
export function changeStored(name: TableName): string {
  const { stored } = tableNamed(name);
  const columns = changing(name);
  const differs = columns.map(({ stored, given, stays }) => {
    const kept = `stored.${stored}`;
    // What is the same is not worked out.
    return `(${given} is distinct from ${kept} and ${stays(kept, given)} is distinct from ${kept})`;
  });
  const said = columns.map(({ given, stored, first }) => `${first(given)} as ${stored}`);
  const sets = columns.map(({ stored, stays }) => {
    return `${stored} = ${stays(`stored.${stored}`, `said.${stored}`)}`;
  });
  return `
    said as (
      select stored.ctid as place, ${said.join(', ')}
      from ${stageOf(name)} staged
      ${joinsBySlug(name)}
      join ${stored} stored on ${sameRow(name)}
      where ${differs.join(' or ')}
      group by stored.ctid
    ), changed as (
      update ${stored} stored set ${sets.join(', ')}
      from said where stored.ctid = said.place
      returning stored.*, said.place as before
    )`;
}

interface Changing {
  /** The column of the database, and SQL of what a staged row has for it. */
  readonly stored: string;
  readonly given: string;
  /** SQL of what is stored afterwards. */
  stays(stored: string, given: string): string;
  /** SQL of what several staged rows say together. */
  first(given: string): string;
}

function changing(name: TableName): Changing[] {
  return columnsOf(name).flatMap(([column, details]) => {
    const law = lawOf(details);
    const stored = storedIn(column, details);
    return law ? { ...law, stored, given: into('staged', column, details) } : [];
  });
}

function lawOf({
  stays,
  mayChange,
  mayBeEmptied,
}: Column): Omit<Changing, 'stored' | 'given'> | undefined {
  if (stays) {
    // Nothing comes last.
    const order = (value: string) => `${value} is null, ${stays(value)}`;
    return {
      stays: (stored, given) =>
        `(select either.value from (values (${stored}), (${given})) as either(value) order by ${order('either.value')} limit 1)`,
      first: (given) => `(array_agg(${given} order by ${order(given)}))[1]`,
    };
  }
  if (!mayChange) return undefined;
  return {
    stays: (stored, given) => (mayBeEmptied ? given : `coalesce(${given}, ${stored})`),
    // The checks let through none that differ.
    first: (given) => `(array_agg(${given} order by staged.place))[1]`,
  };
}
