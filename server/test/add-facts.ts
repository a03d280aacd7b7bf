import { connect } from '../database/client.ts';
import type { TableRow } from '../importers/csv/tables.ts';
import { loadDataset } from '../importers/load-dataset.ts';

/** A fact to add: reported by Alibaba's release of June 2025 in yuan, unless it says otherwise. */
export type NewFact = Pick<
  TableRow<'facts'>,
  'company' | 'concept' | 'definition' | 'period_start' | 'period_end' | 'value' | 'published_on'
> &
  Partial<TableRow<'facts'>>;

/** Adds facts to a database, as an import does while servers are running on it. */
export async function addFacts(databaseUrl: string, facts: readonly NewFact[]): Promise<void> {
  const database = connect(databaseUrl);
  try {
    const report = await loadDataset(
      database.pool,
      {
        companies: [],
        groups: [],
        definitions: [],
        sources: [],
        facts: facts.map((fact) => ({
          currency: 'CNY',
          quality: 'REPORTED',
          source: 'BABA-PR-2025Q2',
          note: null,
          ...fact,
        })),
        'exchange-rates': [],
      },
      'test',
    );
    if (report.facts !== facts.length) throw new Error('Some of the facts were there already.');
  } finally {
    await database.close();
  }
}
