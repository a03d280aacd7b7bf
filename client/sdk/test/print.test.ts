import { parse, print as reference, stripIgnoredCharacters } from 'graphql';
import { expect, test } from 'vitest';
import * as sdk from '../src/index.ts';
import { print } from '../src/print.ts';

const OTHERS = [
  '{ a }',
  'query ($a: [Int!]! = [1, 2] @b, $c: In = {d: null, e: {f: [true, -1.5e3]}}) @g(h: $a) { a }',
  'query Q { a: b(c: "\\"\\\\ \\n ä \\u0007", d: """block "quoted" \\""" text""", e: ENUM, f: $v) @include(if: true) { g } }',
  '{ ... on T @skip(if: false) { a } ... @include(if: $b) { c } ... { d } ...F @x }',
  'mutation M { a } subscription S { b } fragment F on T @d { c }',
  'query Q($a: Int, $b: [[ID]!]) { a(b: [], c: {}) { d } }',
];
const ours = Object.entries(sdk).filter(([name]) => name.endsWith('Document'));

test.each([
  ...ours.map(([, text]) => String(text)),
  ...OTHERS,
])('a parsed document is printed as it was: %.60s', (text) => {
  const document = parse(text);
  expect(reference(parse(print(document)))).toBe(withoutBlocks(reference(document)));
});

/** Block strings are printed as plain ones, which mean the same. */
function withoutBlocks(text: string): string {
  return reference(
    JSON.parse(JSON.stringify(parse(text)), (_, node) =>
      node?.block ? { ...node, block: false } : node,
    ),
  );
}

test('what is printed is as short as a document can be, near enough', () => {
  for (const [, text] of ours) {
    const shortest = stripIgnoredCharacters(String(text)).length;
    expect(print(parse(String(text))).length).toBeLessThan(shortest * 1.05);
  }
});
