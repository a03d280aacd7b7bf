import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { changelog, changesSinceRelease } from './changelog.ts';
import { markdownOf, schemaChanges } from './schema-changes.ts';

const changes = (before: string, after: string) =>
  schemaChanges(buildSchema(before), buildSchema(after));

test('what goes breaks applications, unless it was deprecated', async () => {
  expect(await changes('type Query { a: Int b: Int }', 'type Query { a: Int }')).toMatchObject({
    breaking: ['Field `b` was removed from object type `Query`.'],
  });
  const deprecated = 'type Query { a: Int b: Int @deprecated(reason: "Ask for a.") }';
  expect(await changes(deprecated, 'type Query { a: Int }')).toMatchObject({
    breaking: [],
    toKnow: ['Field `b` (deprecated) was removed from object type `Query`.'],
  });
});

test('what is deprecated says what takes its place', async () => {
  const after = 'type Query { a: Int b: Int @deprecated(reason: "Ask for a.") }';
  expect(markdownOf(await changes('type Query { a: Int b: Int }', after))).toBe(
    '**Deprecated, for twelve months**\n\n- Field `Query.b` is deprecated: Ask for a.',
  );
});

test('what is new is listed, and what an application may meet apart from that', async () => {
  const before = 'type Query { a: E } enum E { ONE }';
  const after = 'type Query { "Words." a: E b: New } enum E { ONE TWO } type New { c: Int }';
  expect(markdownOf(await changes(before, after))).toBe(`**To know**

- Enum value \`TWO\` was added to enum \`E\`.

**New**

- Field \`b\` was added to object type \`Query\`.
- Type \`New\` was added.`);
});

test('other words are no change', async () => {
  const after = 'type Query { "Words." a: Int }';
  expect(markdownOf(await changes('type Query { a: Int }', after))).toBe('As it was.');
});

test('nothing has gone since the last release that was not deprecated in it', async () => {
  expect((await changesSinceRelease()).breaking).toEqual([]);
});

test('the CHANGELOG has what changed in the schema since the last release (npm run codegen)', async () => {
  const file = new URL('../sdk/CHANGELOG.md', import.meta.url);
  expect(await readFile(file, 'utf8')).toBe(await changelog());
});
