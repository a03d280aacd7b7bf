import { expect, test } from 'vitest';
import {
  CAPEX,
  figureItem,
  ITEMS,
  linesNeeded,
  RATIOS,
  SCREENED,
  TAXONOMY,
  takesBasis,
} from './measures.ts';
import { keysOf } from './table.ts';
import { CAPEX_BASES } from './vocabulary.ts';

test('no item has the name of a ratio: both are fields of the figures', () => {
  expect(keysOf(ITEMS).filter((name) => name in RATIOS)).toEqual([]);
});

test('every concept fills an item, so that it can be asked for', () => {
  const lines = keysOf(ITEMS).flatMap((item) =>
    CAPEX_BASES.map((basis) => figureItem(item, basis)),
  );
  const concepts = lines.flatMap(linesNeeded).flatMap((line): readonly string[] => line.concepts);
  expect(keysOf(TAXONOMY).filter((concept) => !concepts.includes(concept))).toEqual([]);
});

test('a ratio is of two items', () => {
  const ofOne = Object.entries(RATIOS).filter(
    ([, { numerator, denominator }]) => (numerator as string) === denominator,
  );
  expect(ofOne).toEqual([]);
});

test('the basis decides for capital expenditures, and for nothing else', () => {
  expect(keysOf(ITEMS).filter(takesBasis)).toEqual(['capex']);
  expect(figureItem('capex')).toBe(CAPEX.CASH);
  expect(figureItem('capex', 'HEADLINE')).toBe(CAPEX.HEADLINE);
  expect(figureItem('revenue', 'HEADLINE')).toBe(ITEMS.revenue);
});

test('a figure that quarters are screened by and that is a field has the name of the field', () => {
  for (const [name, entry] of Object.entries(SCREENED)) {
    if ('ratio' in entry) expect(entry.ratio).toBe(name);
    if (name in ITEMS) expect(entry).toEqual({ amount: name });
  }
});
