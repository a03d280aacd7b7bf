import { expect, test } from 'vitest';
import { CONCEPTS } from '../../../domain/vocabulary.ts';
import { CHAINS } from '../testing.ts';
import { parseConceptChains } from './concept-chains.ts';

const HEADER = 'cik,concept,tag,description\n';

test('a tag stands for one concept, and says what it means', () => {
  const chains = [...CHAINS.of('0000000001')];
  const tags = chains.flatMap(([, links]) => links.map(({ tag }) => tag));
  expect(new Set(tags).size).toBe(tags.length);
  for (const [concept] of chains) expect(CONCEPTS).toContain(concept);
  for (const { description } of CHAINS.tags) expect(description).toMatch(/\.$/);
});

test('the order of the tags is that of the file, each where it stands first', () => {
  const { tags } = parseConceptChains(
    `${HEADER}*,CAPEX,x:A,First.\n*,CAPEX,x:B,Second.\n0000000007,CAPEX,x:B,Second.\n0000000007,CAPEX,x:C,Third.\n`,
  );
  expect(tags.map(({ tag }) => tag)).toEqual(['x:A', 'x:B', 'x:C']);
});

test('the chain of a company takes the place of the one of any company, concept by concept', () => {
  const chains = parseConceptChains(
    `${HEADER}*,CAPEX,x:A,First.\n*,REVENUE,x:R,Revenue.\n0000000007,CAPEX,x:B,Second.\n`,
  );
  const tagsOf = (cik: string) =>
    [...chains.of(cik)].map(([concept, links]) => [concept, ...links.map(({ tag }) => tag)]);
  expect(tagsOf('0000000001')).toEqual([
    ['CAPEX', 'x:A'],
    ['REVENUE', 'x:R'],
  ]);
  expect(tagsOf('0000000007')).toEqual([
    ['CAPEX', 'x:B'],
    ['REVENUE', 'x:R'],
  ]);
});

test.each([
  ['12,CAPEX,us-gaap:A,Gross.', 'ten digits'],
  ['*,CAPEXX,us-gaap:A,Gross.', 'Invalid option'],
  ['*,CAPEX,A,Gross.', 'a tag like'],
  ['*,CAPEX,us-gaap:A,', 'what the tag means'],
])('a mistake in the chains is an error that says what was expected: %s', (row, reason) => {
  expect(() => parseConceptChains(`${HEADER}${row}\n`)).toThrow(reason);
});
