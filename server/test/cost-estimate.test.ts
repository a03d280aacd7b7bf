import { afterAll, expect, test } from 'vitest';
import { AskedFields, textOf } from '../bench/cost/asked-fields.ts';
import { drawer } from '../bench/cost/drawer.ts';
import { everyField } from '../bench/cost/every-field.ts';
import { names } from '../bench/cost/inputs.ts';
import { knownAttacks } from '../bench/cost/known-attacks.ts';
import { wrongAttacks } from '../bench/cost/wrong-attacks.ts';
import { COMPANY_FILTERED, COMPANY_SORTED, ROW_FILTERED } from '../graphql/cost-weights.ts';
import { schema } from '../graphql/schema.ts';
import { readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

// The bench searches for longer, and measures time: server/bench/cost/cost.ts.

names.slugs = readTable('companies').map(({ slug }) => slug);
names.groups = readTable('groups').map(({ slug }) => slug!);
const server = await startServer();
afterAll(() => server.stop());

const MAX_BYTES = 8_000_000;

interface Asked {
  readonly bytes: number;
  readonly codes: readonly string[];
  /** What had been estimated; undefined for what was refused. */
  readonly estimate?: number;
}

async function ask(query: string): Promise<Asked> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, extensions: { cost: true } }),
  });
  expect(response.status, query).toBeLessThan(500);
  const text = await response.text();
  const bytes = Buffer.byteLength(text);
  expect(bytes, query).toBeLessThanOrEqual(MAX_BYTES);
  const { errors = [], extensions } = JSON.parse(text) as {
    errors?: { extensions: { code: string } }[];
    extensions: { cost: { estimatedBytes: number } };
  };
  const codes = errors.map(({ extensions: { code } }) => code);
  for (const code of codes) expect(code, query).toMatch(/^[A-Z_]+$/);
  return { bytes, codes, ...(codes.length === 0 && { estimate: extensions.cost.estimatedBytes }) };
}

/** What every answer has beside its data. */
const FRAME = 300;

/** The law of the estimate: an answer has hardly more bytes than were estimated. */
async function isWithinEstimate(query: string, name = query): Promise<Asked> {
  const asked = await ask(query);
  const { bytes, estimate } = asked;
  if (estimate !== undefined) {
    expect(bytes, name).toBeLessThanOrEqual(FRAME + estimate * 1.2);
  }
  return asked;
}

test('no field has more bytes than are estimated for it', async () => {
  for (const [name, query] of everyField(schema, drawer(7), 12))
    await isWithinEstimate(query, name);
});

test('no document that asks for much in few words is answered with more than may be; it is refused as too much, and not as wrong', async () => {
  for (const [name, query] of Object.entries(knownAttacks(names.slugs))) {
    const { codes } = await isWithinEstimate(query, name);
    const others = codes.filter((code) => !['QUERY_TOO_LARGE', 'QUERY_TOO_DEEP'].includes(code));
    expect(others, name).toEqual([]);
  }
});

test('no document that is wrong in very many places is answered with more than may be', async () => {
  for (const [name, query] of Object.entries(wrongAttacks())) {
    const { codes } = await isWithinEstimate(query, name);
    expect(codes, name).not.toEqual([]);
  }
});

test('no document that is drawn, and changed again and again to ask for more, has more bytes than are estimated for it', async () => {
  const documents = new AskedFields(schema, drawer(11));
  for (let n = 0; n < 20; n++) {
    let fields = documents.document(9);
    for (let step = 0; step < 10; step++) {
      const query = textOf(fields);
      if (query.length > 90_000) break;
      await isWithinEstimate(query);
      fields = documents.changed(fields, 9);
    }
  }
});

async function unitsOf(query: string, variables: object = {}): Promise<number> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, extensions: { cost: true } }),
  });
  return (await response.json()).extensions.cost.units;
}

test('what looks through the whole dataset costs by its size, whatever comes out', async () => {
  const companies = await unitsOf('{ companies(first: 1) { totalCount } }');
  expect(companies).toBeGreaterThan(
    names.slugs.length * (COMPANY_FILTERED.micros + COMPANY_SORTED.micros),
  );
  const list =
    'query Q($slugs: [String!]) { companies(first: 1, where: { slugs: $slugs }) { totalCount } }';
  const [few, many] = [1, 1_001].map((length) => Array.from({ length }, () => names.slugs[0]!));
  const more = (await unitsOf(list, { slugs: many })) - (await unitsOf(list, { slugs: few }));
  expect(more).toBeGreaterThanOrEqual(999 * COMPANY_FILTERED.micros);

  const { quarters } = await server.query<{ quarters: { totalCount: number } }>(
    '{ quarters { totalCount } }',
  );
  // A row for each of these, and for those that are known later.
  const screen =
    '{ quarters(first: 1, orderBy: { field: CAPEX_TO_REVENUE }, asOf: "2026-09-01") { totalCount } }';
  const ofCompanies = names.slugs.length * COMPANY_FILTERED.micros;
  // Looked at for its day, and put in order.
  const ofRows = quarters.totalCount * 2 * ROW_FILTERED.micros;
  expect(await unitsOf(screen)).toBeGreaterThan(ofCompanies + ofRows);
});
