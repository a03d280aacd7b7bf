import type { PoolClient } from 'pg';
import type { ImportSummary } from '../importers/summary.ts';
import type { TableName } from '../importers/tables/tables.ts';

/** What a version is known again by, and the last source that it had. */
interface Before {
  readonly importId: number;
  readonly version: string;
  readonly lastSource: number;
}

/** What imports did to the dataset since a version. */
export interface Since {
  /** The tables of which they changed or, but for facts and sources, added any row. */
  readonly tables: ReadonlySet<string>;
  /** The sources that they added, and what form those have. */
  readonly sources: readonly { readonly id: number; readonly form: string | null }[];
  /** The ids of the companies whose facts they added. */
  readonly companies: Set<number>;
}

/**
 * What imports did since a version, up to one. Undefined where one of them does not say, as in older releases, or not of which
 * companies the facts are that it changed, and where the database, after a failover, knows of no such version.
 */
export async function readSince(
  client: PoolClient,
  before: Before,
  importId: number,
): Promise<Since | undefined> {
  const { rows: imports } = await client.query<ImportRow>(
    `select id, version, summary->'changed' as changed from import
     where id >= $1 and id <= $2 order by id`,
    [before.importId, importId],
  );
  const [first, ...later] = imports;
  const isSame = first?.id === before.importId && first.version === before.version;
  if (!isSame || later.some(({ changed }) => !changed)) return undefined;
  const count = (table: TableName) => later.reduce((sum, { changed }) => sum + changed![table], 0);
  const { rows: sources } = await client.query<{ id: number; form: string | null }>(
    'select id, form from source where id > $1',
    [before.lastSource],
  );
  const { rows: companies } = await client.query<{ id: number; added: number }>(
    `select company_id as id, count(*)::int as added
     from fact where import_id > $1 and import_id <= $2 group by company_id`,
    [before.importId, importId],
  );
  if (count('facts') > companies.reduce((sum, { added }) => sum + added, 0)) return undefined;
  const tables = new Set(Object.keys(later[0]?.changed ?? {}) as TableName[]);
  for (const table of tables) {
    const isOnlyAdded = table === 'sources' && count(table) === sources.length;
    if (count(table) === 0 || isOnlyAdded) tables.delete(table);
  }
  return { tables, sources, companies: new Set(companies.map(({ id }) => id)) };
}

interface ImportRow {
  readonly id: number;
  readonly version: string | null;
  readonly changed: ImportSummary['changed'] | null;
}
