import { createHash } from 'node:crypto';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentTexts } from './document-texts.ts';

const LONG = Array.from({ length: 24 }, (_, index) => `field${index + 1}`).join(' ');
const schema = buildSchema(
  `type Query { a: Query, b: Query, c: Int ${LONG.replaceAll(/ |$/g, ': Int ')} }`,
);
const FILES = [
  '"What it asks." query A { a { ...Outer } b { ...Once } }',
  'fragment Outer on Query { a { ...Long } b { ...Long ...Small } ...Small }',
  `"What is long." fragment Long on Query { ${LONG} }`,
  'fragment Small on Query { c }',
  `fragment Once on Query { c ${LONG} }`,
];
const texts = () => documentTexts(FILES.map((file) => ({ document: parse(file) })));

test('a document comes with all the fragments that it needs, and is valid', () => {
  for (const { text } of texts()) {
    expect(validate(schema, parse(text))).toEqual([]);
  }
});

test('only a fragment that is long and spread more than once is sent as one, and no description', () => {
  const [operation] = texts();
  expect(operation!.text).toBe(
    `query A{a{a{...Capexgraph1}b{...Capexgraph1 c}c}b{c ${LONG}}}fragment Capexgraph1 on Query{${LONG}}`,
  );
});

test("our fragments' names have a prefix where they are sent, so that they meet none of an application's", () => {
  for (const { text } of texts()) {
    for (const [, name] of text.matchAll(/fragment (\w+)/g)) expect(name).toMatch(/^Capexgraph/);
  }
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
