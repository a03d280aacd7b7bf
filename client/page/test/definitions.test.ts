import { expect, test } from 'vitest';
import { type Counted, definitionNotes } from '../src/queries/definitions.ts';

const counted = (company: string, slug: string): Counted => ({
  company,
  concept: 'CAPEX',
  slug,
  description: `Counts ${slug}.`,
});

test('whoever departs from the definition that most are in is told, with theirs', () => {
  expect(
    definitionNotes([
      counted('East', 'paid'),
      counted('West', 'paid'),
      counted('South', 'accrued'),
    ]),
  ).toEqual(['Not all count capital expenditures alike. South: Counts accrued.']);
});

test('where no definition is that of most, all are told', () => {
  expect(definitionNotes([counted('East', 'paid'), counted('South', 'accrued')])).toEqual([
    'Each counts capital expenditures in a way of its own. East: Counts paid. South: Counts accrued.',
  ]);
  expect(definitionNotes([counted('South', 'accrued')])).toEqual([
    'What counts as capital expenditures. South: Counts accrued.',
  ]);
});

test('where all count alike, there is nothing to tell', () => {
  expect(definitionNotes([counted('East', 'paid'), counted('West', 'paid')])).toEqual([]);
  expect(definitionNotes([])).toEqual([]);
});
