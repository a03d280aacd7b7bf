import { connect } from '../database/client.ts';
import { importDataset } from '../importers/import-dataset.ts';
import type { Entry } from '../importers/importer.ts';
import type { GivenRow, TableName, TableRow } from '../importers/tables/tables.ts';

/** A fact to add: reported by Alibaba's release of June 2025 in yuan, unless it says otherwise. */
export type NewFact = Pick<
  TableRow<'facts'>,
  'company' | 'concept' | 'definition' | 'period_start' | 'period_end' | 'value' | 'published_on'
> &
  Partial<TableRow<'facts'>>;

/** Alibaba's revenue of the quarter after the fixture's newest, so that nothing else changes. */
export const NEXT_REVENUE: NewFact = {
  company: 'alibaba',
  concept: 'REVENUE',
  definition: 'as-reported',
  period_start: '2026-07-01',
  period_end: '2026-09-30',
  value: '1',
  published_on: '2026-11-01',
};

/** Adds facts to a database, as an import does while servers are running on it. */
export async function addFacts(databaseUrl: string, facts: readonly NewFact[]): Promise<void> {
  const rows = facts.map((fact) => ({
    currency: 'CNY' as const,
    quality: 'REPORTED' as const,
    source: 'BABA-PR-2025Q2',
    note: null,
    ...fact,
  }));
  await addRows(databaseUrl, 'facts', rows);
}

/** Adds rows to a table. */
export async function addRows<Name extends TableName>(
  databaseUrl: string,
  table: Name,
  rows: readonly GivenRow<Name>[],
): Promise<void> {
  const database = connect(databaseUrl);
  try {
    const entries = rows.map((row) => ({ table, row, file: 'test' }) as Entry);
    const options = { kind: 'csv', origin: 'test', isAllOrNothing: true };
    const { tables } = await importDataset(database.pool, entries, options);
    const { added, changed } = tables[table];
    if (added + changed !== rows.length) {
      throw new Error(`Some of the ${table} were there already.`);
    }
  } finally {
    await database.close();
  }
}
