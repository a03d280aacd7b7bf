import type { Pool, PoolClient } from 'pg';
import type { Refusal } from '../refusal.ts';
import { exportOf } from '../tables/sql.ts';
import { type TableName, type TableRow, tableNamed } from '../tables/tables.ts';
import { DAYS_AS_IN_FILES, versionOfContent } from '../version.ts';
import { auditFacts, auditSources } from './audit-rows.ts';
import type { Placed } from './place.ts';
import { auditRates } from './rates.ts';
import { auditGuidance } from './statements.ts';

/** What is wrong or doubtful in a database; nothing if all is well. It reads the facts of one company at a time. */
export async function auditDatabase(pool: Pool): Promise<Refusal[]> {
  const client = await pool.connect();
  try {
    await client.query(`
      begin isolation level repeatable read, read only;
      set local statement_timeout = 0;
      ${DAYS_AS_IN_FILES}`);
    return await auditAll(client);
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}

async function auditAll(client: PoolClient): Promise<Refusal[]> {
  const sources = await read(client, 'sources');
  const documents = new Map(sources.map((source) => [source.slug, source]));
  const found = auditSources(sources);
  found.push(...auditGuidance(await read(client, 'guidance'), documents));
  found.push(...auditRates(await read(client, 'exchange-rates')));
  for (const company of await read(client, 'companies')) {
    found.push(...auditFacts(await read(client, 'facts', company.slug), company, documents));
  }
  return [...found, ...(await auditVersion(client))];
}

/** A table's rows, those of one company where one is given, as a file would have them. */
async function read<Name extends TableName>(
  client: PoolClient,
  table: Name,
  company?: string,
): Promise<Placed<TableRow<Name>>[]> {
  const { identity, columns } = tableNamed(table);
  const texts = Object.keys(columns).map((column) => `"${column}"::text`);
  const { rows } = await client.query<Record<string, string>>(
    `select ${texts.join(', ')} from (${exportOf(table)}) stored
     ${company === undefined ? '' : 'where company = $1'}`,
    company === undefined ? [] : [company],
  );
  return rows.map((row) => ({
    ...(row as TableRow<Name>),
    place: { file: table, line: null, column: identity.map((column) => row[column]).join(' ') },
  }));
}

/** The log of imports says which version the rows are of. */
async function auditVersion(client: PoolClient): Promise<Refusal[]> {
  const { rows } = await client.query<{ id: number; version: string | null }>(
    'select id, version from import order by id desc limit 1',
  );
  const said = rows[0]?.version;
  const version = String(await versionOfContent(client));
  if (!said || said === version) return [];
  const reason = `rows have been altered since: they are of version ${version}, not ${said}`;
  return [{ file: 'import', line: null, column: String(rows[0]!.id), reason }];
}
