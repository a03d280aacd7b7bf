import { expect, test } from 'vitest';
import { dayOf } from '../domain/day.ts';
import { schema } from './schema.ts';
import { parseWorking, runnable, validateWorking } from './working-document.ts';

const figures = (query: string) => `${query} {
  company(by: { slug: "a" }) { quarter(calendarQuarter: "2025Q2", asOf: $asOf) { capex { value } } }
}`;
const GOOD = figures('query ($asOf: Date)');

test('a document that takes a day and reads figures is taken', () => {
  expect(() => validateWorking(schema, GOOD)).not.toThrow();
});

test.each([
  ['a mutation', 'mutation ($asOf: Date) { a }', 'a mutation is not taken'],
  ['a subscription', 'subscription ($asOf: Date) { a }', 'a subscription is not taken'],
  ['two queries', 'query A($asOf: Date) { a } query B { b }', 'expected one query'],
  ['no query', 'fragment A on Company { slug }', 'expected one query'],
  ['no variable', '{ groups { slug } }', 'expected one variable'],
  ['another variable', 'query ($day: Date) { a }', 'expected one variable'],
  ['a second variable', 'query ($asOf: Date, $slug: String) { a }', 'expected one variable'],
  ['a day of its own', 'query ($asOf: Date = "2025-09-01") { a }', 'expected one variable'],
  ['claims', 'query ($asOf: Date) { claims { slug } }', 'neither claims nor nodes'],
  ['a node', 'query ($asOf: Date) { ... on Query { a: node(id: "b") { id } } }', 'neither claims'],
  [
    'claims in a fragment',
    'query ($asOf: Date) { ...A } fragment A on Query { claim(slug: "a") { slug } }',
    'neither claims nor nodes',
  ],
  ['what is no GraphQL', 'query ($asOf: Date) {', 'Syntax Error'],
])('%s is refused', (_, text, reason) => {
  expect(() => parseWorking(text)).toThrow(reason);
});

test.each([
  ['a field that there is not', GOOD.replace('value', 'valeu'), 'Cannot query field "valeu"'],
  ['a day that is not used', GOOD.replace(', asOf: $asOf', ''), '"$asOf" is never used'],
  ['fragments in a circle', `${GOOD} fragment A on Company { ...A }`, 'Cannot spread fragment'],
])('%s is refused by the schema', (_, text, reason) => {
  expect(() => validateWorking(schema, text)).toThrow(reason);
});

test('a document that runs as it stands has the day as default, and is otherwise the same', () => {
  expect(runnable(GOOD, dayOf(2025, 9, 1))).toBe(figures('query ($asOf: Date = "2025-09-01")'));
});
