import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { addFacts, addRows, NEXT_REVENUE } from './add-rows.ts';
import { COUNTERPARTS, isNone, rowsInGraphQL, shownReadings } from './graphql-cells.ts';
import { createDatabase, startServer, UNBOUNDED } from './testkit.ts';

const databaseUrl = await createDatabase();
const filing = {
  slug: 'filing',
  kind: 'FILING' as const,
  title: 'Third quarter, "in full"',
  publisher: 'Alibaba Group',
  url: null,
  published_on: '2026-11-01',
  form: '6-K',
  accession: '0001104659-26-000001',
};
await addRows(databaseUrl, 'sources', [filing]);
await addFacts(databaseUrl, [{ ...NEXT_REVENUE, source: 'filing', locator: 'page 3' }]);
const server = await startServer(databaseUrl, UNBOUNDED);
afterAll(() => server.stop());

interface Resource {
  name: keyof typeof COUNTERPARTS;
  path: string;
  schema: { fields: { name: string }[] };
}

const { resources } = (await (await fetch(`${server.url}/data/datapackage.json`)).json()) as {
  resources: Resource[];
};

test('each table of the package, and each column, has its counterpart or the reason why it has none', () => {
  const described = resources.map(({ name, schema }) => [
    name,
    schema.fields.map((field) => field.name),
  ]);
  const known = Object.entries(COUNTERPARTS).map(([name, { cells }]) => [name, Object.keys(cells)]);
  expect(described).toEqual(known);
});

/** How a file's cell has to be read to be compared. */
const READ: Readonly<Record<string, (cell: string) => string>> = {
  'claims.readings': (cell) => String(shownReadings(cell)),
};

const inOrder = (rows: Record<string, string>[]) => rows.map((row) => JSON.stringify(row)).sort();

test.each(resources)('every cell of $name equals what GraphQL says', async ({ name, path }) => {
  const text = await (await fetch(`${server.url}/data/${path}`)).text();
  const cells: Readonly<Record<string, Parameters<typeof isNone>[0]>> = COUNTERPARTS[name].cells;
  const rows = (parse(text, { columns: true }) as Record<string, string>[]).map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !isNone(cells[column]))
        .map(([column, cell]) => [column, READ[`${name}.${column}`]?.(cell) ?? cell]),
    ),
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(inOrder(await rowsInGraphQL(name, server))).toEqual(inOrder(rows));
});
