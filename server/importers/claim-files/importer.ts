import type { Importer } from '../importer.ts';

export const claims: Importer = {
  kind: 'claims',
  describe: 'Import published statements, each with the documents that work it out again.',
  sources: {
    name: '<folder>',
    describe: 'of YAML files, a claim each; prisma/data/claims/README.md says how to write one',
  },
  options: {},
  examples: ['./my-claims --dry-run'],
  isAllOrNothing: true,
  needsReviewed: true,
  claims: 'alone',
  async *read([folder]) {
    const { readClaims } = await import('./read-claims.ts');
    yield* readClaims(folder!);
  },
};
