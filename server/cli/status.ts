import type { Pool } from 'pg';

interface ImportRow {
  readonly id: number;
  readonly kind: string;
  readonly origin: string;
  readonly importedAt: Date;
  readonly factsAdded: number;
}

/** What a database holds, and its newest imports. Plain SQL: Prisma would take longer to load than to ask. */
export async function readStatus(pool: Pool) {
  const { rows: counted } = await pool.query<Record<string, number>>(
    `select (select count(*)::int from company) as companies,
            (select count(*)::int from fact) as facts,
            (select count(*)::int from source) as sources`,
  );
  const { rows: imports } = await pool.query<ImportRow>(
    `select id, kind, origin, imported_at as "importedAt", facts_added as "factsAdded"
     from import order by id desc limit 10`,
  );
  const counts = counted[0]!;
  const text = [
    ...Object.entries(counts).map(([table, count]) => `${table.padEnd(10)} ${count}`),
    'imports, newest first:',
    ...imports.map(
      ({ id, kind, origin, importedAt, factsAdded }) =>
        `  ${id}  ${importedAt.toISOString()}  ${kind}  ${origin}: ${factsAdded} facts`,
    ),
  ].join('\n');
  return { counts: { ...counts, imports }, text };
}
