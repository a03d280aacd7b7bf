import { expect, test } from 'vitest';
import { CONCEPTS, CURRENCIES, QUALITIES } from '../domain/vocabulary.ts';
import { Concept, Currency, Quality } from '../generated/prisma/enums.ts';

test.each([
  { words: 'concepts', domain: CONCEPTS, database: Concept },
  { words: 'currencies', domain: CURRENCIES, database: Currency },
  { words: 'qualities', domain: QUALITIES, database: Quality },
])('the database has the $words of the domain', ({ domain, database }) => {
  expect(Object.keys(database).sort()).toEqual([...domain].sort());
});
