import type { Importer } from '../importer.ts';
import { TABLES } from '../tables/tables.ts';

export const rates: Importer = {
  kind: 'rates',
  describe: 'Import exchange rates from a CSV file like exchange-rates.csv.',
  sources: {
    name: '<file>',
    describe: `with the columns ${Object.keys(TABLES['exchange-rates'].columns).join(', ')}`,
  },
  options: {},
  examples: ['./exchange-rates.csv'],
  isAllOrNothing: true,
  async *read([file]) {
    const { readTable } = await import('../csv/read-table.ts');
    yield* readTable(file!, 'exchange-rates');
  },
};
