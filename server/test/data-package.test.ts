import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { PROFILE } from './data-package-profile.ts';
import { readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const get = (path: string) => fetch(`${server.url}/data/${path}`);

interface Field {
  name: string;
  type: string;
  description: string;
  constraints?: { required?: boolean; enum?: string[]; pattern?: string; unique?: boolean };
}

interface Resource {
  name: string;
  path: string;
  schema: {
    fields: Field[];
    primaryKey?: string[];
    uniqueKeys?: string[][];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

interface Package {
  $schema: string;
  version: string;
  licenses: { name: string }[];
  resources: Resource[];
}

const description = async () => (await (await get('datapackage.json')).json()) as Package;
const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
  parse(await (await get(path)).text(), { columns: true });

/** Whether a cell is what its field says. */
function isOf({ type, constraints = {} }: Field, cell: string): boolean {
  if (cell === '') return !constraints.required;
  if (constraints.enum && !constraints.enum.includes(cell)) return false;
  if (constraints.pattern && !new RegExp(constraints.pattern).test(cell)) return false;
  if (type === 'date') return /^\d{4}-\d\d-\d\d$/.test(cell);
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(cell);
  return type !== 'integer' || /^\d+$/.test(cell);
}

test('every table is what the package says of it: columns, types, keys and what they refer to', async () => {
  const { resources, $schema, version, licenses } = await description();
  const { dataset } = await server.query<{ dataset: { version: string } }>(
    '{ dataset { version } }',
  );
  expect($schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
  expect([version, licenses[0]!.name]).toEqual([dataset.version, 'CC-BY-4.0']);
  const tables = new Map<string, Record<string, string>[]>();
  for (const { name, path } of resources) tables.set(name, await rowsOf(path));
  expect(tables.get('facts')!.length).toBe(readTable('facts').length);
  for (const { name, schema } of resources) {
    const rows = tables.get(name)!;
    expect(Object.keys(rows[0]!), name).toEqual(schema.fields.map((field) => field.name));
    for (const field of schema.fields) {
      expect(field.description, field.name).toMatch(/\S/);
      const wrong = rows.map((row) => row[field.name]!).filter((cell) => !isOf(field, cell));
      expect(wrong, `${name}.${field.name}`).toEqual([]);
    }
    for (const key of [schema.primaryKey, ...(schema.uniqueKeys ?? [])]) {
      if (!key) continue;
      const keys = rows.map((row) => key.map((column) => row[column]).join('|'));
      expect(new Set(keys).size, name).toBe(rows.length);
    }
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const there = new Set(
        tables.get(reference.resource)!.map((row) => row[reference.fields[0]!]),
      );
      const dangling = rows.map((row) => row[fields[0]!]!).filter((slug) => !there.has(slug));
      expect(dangling, `${name}.${fields}`).toEqual([]);
    }
  }
});

const keepsTo = new Ajv({ strict: false }).compile(PROFILE);

test('the package keeps to the profile that it names', async () => {
  expect(keepsTo(await description()), JSON.stringify(keepsTo.errors)).toBe(true);
});

test.each([
  ['a resource without a name', ['resources', 0, 'name'], undefined],
  ['a path that leads out', ['resources', 0, 'path'], '../facts.csv'],
  ['no fields', ['resources', 0, 'schema', 'fields'], []],
  ['a type that there is not', ['resources', 0, 'schema', 'fields', 0, 'type'], 'text'],
  ['a name that is none', ['resources', 0, 'name'], 1],
  ['a path through the folder above', ['resources', 0, 'path'], 'a/../facts.csv'],
  ['a path of another sort', ['resources', 0, 'path'], 'file:facts.csv'],
  ['a resource that has its data, too', ['resources', 0, 'data'], []],
  ['a media type without a kind', ['resources', 0, 'mediatype'], 'csv'],
  ['a format of another type', ['resources', 0, 'schema', 'fields', 0, 'format'], 'topojson'],
  ['sources that are no list', ['sources'], { title: 'Filings' }],
  ['a contributor of no role', ['contributors', 0, 'roles'], []],
  ['a key that names a field twice', ['resources', 0, 'schema', 'primaryKey'], ['slug', 'slug']],
  ['what has no rule here', ['resources', 0, 'rows'], 14],
  ['a bound of another type', ['resources', 0, 'schema', 'fields', 0, 'constraints', 'minimum'], 1],
  ['a licence without a name', ['licenses', 0], { title: 'CC BY 4.0' }],
  ['a key that is empty', ['resources', 0, 'schema', 'primaryKey'], []],
])('%s is not in the profile', async (_, path, value) => {
  const wrong = await description();
  const last = path.at(-1)!;
  const parent = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (node, key) => node[key] as Record<string, unknown>,
      wrong as unknown as Record<string, unknown>,
    );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  expect(keepsTo(wrong)).toBe(false);
});

test('the README beside the tables says what each column, word and concept means, and how a table is read', async () => {
  const text = await (await get('README.md')).text();
  const { resources } = await description();
  for (const { path, schema } of resources) {
    expect(text).toContain(`## ${path}`);
    for (const { name, description, constraints } of schema.fields) {
      const words = constraints?.enum?.join(', ');
      expect(text).toContain(`| ${name} | ${description}${words ? ` One of ${words}.` : ''} |`);
    }
  }
  for (const concept of ['CAPEX', 'CLOUD_REVENUE', 'OPERATING_CASH_FLOW']) {
    expect(text).toMatch(new RegExp(`^\\| ${concept} \\| \\w`, 'm'));
  }
  const [, example] = /`(\/data\/series\.csv\?[^`]*)`/.exec(text)!;
  const series = await fetch(server.url + example);
  expect([series.status, (await series.text()).split('\n')[0]]).toEqual([
    200,
    expect.stringContaining('Alibaba'),
  ]);
});
