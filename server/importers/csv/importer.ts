import type { Importer } from '../importer.ts';
import { TABLE_NAMES } from '../tables/tables.ts';

export const csv: Importer = {
  kind: 'csv',
  describe: 'Import a folder of CSV files in the format of the reviewed dataset.',
  sources: {
    name: '<folder>',
    describe: `with any of ${TABLE_NAMES.map((name) => `${name}.csv`).join(', ')}`,
  },
  options: {},
  examples: ['./my-companies --dry-run'],
  isAllOrNothing: true,
  claims: 'with others',
  async *read([folder]) {
    const { readFolder } = await import('./read-folder.ts');
    yield* readFolder(folder!);
  },
};
