import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { TableName } from './tables.ts';

/** What each file holds, in the order in which it came in, so that the same data gives the same bytes. */
const TABLE_QUERIES: Readonly<Record<TableName, string>> = {
  companies: `
    select slug, name, ticker, country, reporting_currency, fiscal_year_end_month, cik
    from company order by id`,
  groups: `
    select slug, name, description,
      (select string_agg(company.slug, ' ' order by member.position)
       from group_member member join company on company.id = member.company_id
       where member.group_id = "group".id) as members
    from "group" order by position`,
  definitions: `select slug, description from definition order by position`,
  sources: `select slug, kind, title, publisher, url, published_on from source order by id`,
  facts: `
    select company.slug as company, concept, definition, period_start, period_end,
      trim_scale(value) as value, currency, quality, fact.published_on, source.slug as source, note
    from fact
    join company on company.id = fact.company_id
    join source on source.id = fact.source_id
    order by fact.id`,
  'exchange-rates': `
    select base, quote, calendar_quarter, trim_scale(average) as average,
      trim_scale(period_end) as period_end,
      source.slug as source
    from exchange_rate join source on source.id = exchange_rate.source_id
    order by source.slug, base, quote, calendar_quarter`,
};

/** Writes the whole dataset, as of one moment, into a folder as the files that an import reads. */
export async function exportDataset(pool: Pool, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    await client.query('set local statement_timeout = 0');
    const files: string[] = [];
    for (const [table, query] of Object.entries(TABLE_QUERIES)) {
      const file = join(folder, `${table}.csv`);
      const rows = client.query(copyTo(`copy (${query}) to stdout with (format csv, header)`));
      await pipeline(rows, createWriteStream(file));
      files.push(file);
    }
    return files;
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}
