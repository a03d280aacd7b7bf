import { createHash } from 'node:crypto';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentTexts } from './document-texts.ts';

const schema = buildSchema('type Query { a: Query, b: Int, c: Int, d: Int }');
const FILES = [
  'query A { a { ...Outer } }',
  'fragment Outer on Query { a { ...Inner } b ...Small }',
  'fragment Inner on Query { b c d }',
  'fragment Small on Query { c }',
];
const texts = () => documentTexts(FILES.map((file) => ({ document: parse(file) })));

test('a document comes with all the fragments that it needs, and is valid', () => {
  for (const { text } of texts()) {
    expect(validate(schema, parse(text))).toEqual([]);
  }
});

test("our fragments' names have a prefix where they are sent, so that they meet none of an application's", () => {
  const [operation] = texts();
  expect(operation!.text).toBe(
    'query A{a{...Capexgraph0}}fragment Capexgraph0 on Query{a{...Capexgraph1}b c}fragment Capexgraph1 on Query{b c d}',
  );
});

test("a document's id is the SHA-256 of its text", () => {
  for (const { text, id } of texts()) {
    expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  }
});

test('a fragment that is nowhere is refused', () => {
  const document = parse('query A { ...Nowhere }');
  expect(() => documentTexts([{ document }])).toThrow('there is no fragment Nowhere');
});
