import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  getNamedType,
  isInterfaceType,
  isObjectType,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, test } from 'vitest';
import * as sdk from '../src/index.ts';

const documents = Object.entries(sdk).filter(([name]) => name.endsWith('Document'));
const inPackage = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const readme = inPackage('README.md');
const schema = buildSchema(inPackage('schema.graphql'));

/** E.g. `companyQuarters` of `CompanyQuartersDocument`. */
const methodOf = (name: string) => name[0]!.toLowerCase() + name.slice(1, name.indexOf('Document'));

test('every document has a method of its name, and the README lists them all', () => {
  const methods = documents.map(([name]) => [methodOf(name), name] as const);
  const client = sdk.createClient({ url: 'http://127.0.0.1/' });
  for (const [method] of methods) expect(client).toHaveProperty(method, expect.any(Function));
  const listed = [...readme.matchAll(/^\| .+ \| `(\w+)` \| `(\w+)` \|$/gm)];
  expect(new Map(listed.map(([, method, name]) => [method, name]))).toEqual(new Map(methods));
});

test.each(
  documents,
)('%s has no fragment on an interface, whose data Apollo would drop', (_, query) => {
  for (const [, type] of String(query).matchAll(/ on (\w+)/g)) {
    expect(isInterfaceType(schema.getType(type!))).toBe(false);
  }
});

test.each(
  documents,
)('%s selects the id of whatever has one, so that caches know what they have already', (_, query) => {
  const document = parse(String(query));
  const typeInfo = new TypeInfo(schema);
  const Field = (field: FieldNode) => {
    const type = getNamedType(typeInfo.getType()!);
    if (!isObjectType(type) || !type.getInterfaces().some(({ name }) => name === 'Node')) return;
    expect([field.name.value, fieldsOf(field.selectionSet!, document)]).toEqual([
      field.name.value,
      expect.arrayContaining(['id']),
    ]);
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
});

/** The names of the fields that a selection has, fragments' included. */
function fieldsOf({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  const fragments = document.definitions.flatMap((definition) =>
    definition.kind === 'FragmentDefinition' ? [definition] : [],
  );
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') return selection.name.value;
    if (selection.kind === 'InlineFragment') return fieldsOf(selection.selectionSet, document);
    const found = fragments.find(({ name }) => name.value === selection.name.value);
    return fieldsOf(found!.selectionSet, document);
  });
}

test.each(
  documents,
)("the fragments of %s have a prefix, so that they never meet an application's", (_, query) => {
  for (const [, name] of String(query).matchAll(/fragment (\w+)/g)) {
    expect(name).toMatch(/^Capexgraph/);
  }
});
