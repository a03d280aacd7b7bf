import { createHash } from 'node:crypto';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentTexts } from './document-texts.ts';

const schema = buildSchema('type Query { a: Query, b: Int }');
const FILES = [
  'query A { a { ...Outer } }',
  'fragment Outer on Query { a { ...Inner } b }',
  'fragment Inner on Query { b }',
];
const texts = () => documentTexts(FILES.map((file) => ({ document: parse(file) })));

test('a document comes with all the fragments that it needs, and is valid', () => {
  for (const { text } of texts().filter(
    ({ definition }) => definition.kind !== 'FragmentDefinition',
  )) {
    expect(validate(schema, parse(text))).toEqual([]);
  }
});

test("our fragments' names have a prefix where they are sent, so that they meet none of an application's", () => {
  const [operation] = texts();
  expect(operation!.text).toBe(
    'query A{a{...CapexgraphOuter}}fragment CapexgraphOuter on Query{a{...CapexgraphInner}b}fragment CapexgraphInner on Query{b}',
  );
});

test("a document's hash is that of its text", () => {
  for (const { text, hash } of texts()) {
    expect(hash).toBe(createHash('sha256').update(text).digest('hex'));
  }
});

test('a fragment that is nowhere is refused', () => {
  const document = parse('query A { ...Nowhere }');
  expect(() => documentTexts([{ document }])).toThrow('there is no fragment Nowhere');
});
