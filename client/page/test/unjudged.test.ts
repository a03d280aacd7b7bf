import { expect, test } from 'vitest';
import type { JudgedFragment } from '../src/generated/documents.ts';
import { unjudgedWords } from '../src/queries/unjudged.ts';

const quarterOf = (name: string, reason?: 'NOT_DISCLOSED') => {
  const measure = { missing: reason ? [{ reason }] : [] };
  return {
    calendarQuarter: '2025Q2',
    company: { slug: name, name },
    revenue: { missing: [] },
    capexToRevenue: measure,
    capexGrowthOverYear: { growth: measure },
  } as unknown as JudgedFragment;
};

const words = (figures: Parameters<typeof unjudgedWords>[1]) =>
  unjudgedWords([quarterOf('East'), quarterOf('West', 'NOT_DISCLOSED')], figures, String);

test('companies that lack what a screen asks about are named with the reason', () => {
  expect(words(['capexToRevenue'])).toBe(
    '1 company cannot be judged: West (2025Q2 not disclosed).',
  );
  expect(words(['revenue', 'capexGrowthOverYear'])).toBe(
    '1 company cannot be judged: West (capexGrowthOverYear of 2025Q2 not disclosed).',
  );
});

test('where nothing that is asked about lacks, there is nothing to say', () => {
  expect(words(['revenue'])).toBe('');
  expect(words([])).toBe('');
});
