import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { markdownOf, type SchemaChanges, schemaChanges } from './schema-changes.ts';

const inPackage = (path: string) => new URL(`../sdk/${path}`, import.meta.url);
const read = (path: string) => readFileSync(inPackage(path), 'utf8');

const SECTION =
  /(<!-- What changed in the schema; npm run codegen writes it. -->\n).*?(<!-- end -->)/s;

/** What has changed in the schema since the last release. */
export function changesSinceRelease(): Promise<SchemaChanges> {
  const released = buildSchema(read('released/schema.graphql'));
  return schemaChanges(released, buildSchema(read('schema.graphql')));
}

/** The client's CHANGELOG with those changes in their place, at the top. */
export async function changelog(): Promise<string> {
  const changes = await changesSinceRelease();
  return read('CHANGELOG.md').replace(
    SECTION,
    (_, start, end) => `${start}\n${markdownOf(changes)}\n\n${end}`,
  );
}
