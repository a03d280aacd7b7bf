import {
  type GraphQLEnumType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { ITEMS } from '../domain/measures.ts';
import { schema } from '../graphql/schema.ts';
import { quarterOfMidpoint, readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface Entry {
  name: string;
  definition: string;
  formula: string | null;
  unit: string;
  coordinate: string;
}
const { glossary } = await server.query<{ glossary: Entry[] }>(
  '{ glossary { name definition formula unit coordinate } }',
);
const names = glossary.map(({ name }) => name);

interface Introspection {
  concepts: { enumValues: { name: string }[] };
  figures: { fields: { name: string; type: { ofType: { name: string } } }[] };
}

/** The concepts, and the fields of the figures that are an amount or a ratio. */
async function schemaNames() {
  const { concepts, figures } = await server.query<Introspection>(`{
    concepts: __type(name: "Concept") { enumValues { name } }
    figures: __type(name: "Figures") { fields { name type { ofType { name } } } }
  }`);
  const ofType = (wanted: string) =>
    figures.fields.flatMap(({ name, type }) => (type.ofType.name === wanted ? [name] : []));
  return {
    concepts: concepts.enumValues.map(({ name }) => name),
    amounts: ofType('Amount'),
    ratios: ofType('Ratio'),
  };
}

/** What items are called in a sentence. */
const items = Object.values(ITEMS).map(({ name }): string => name);

/** Whether there is a type, field, argument or value with a coordinate, e.g. Company.quarters(asOf:). */
function isInSchema(coordinate: string): boolean {
  const [, typename, member, argument] =
    /^(\w+)(?:\.(\w+)(?:\((\w+):\))?)?$/.exec(coordinate) ?? [];
  const type = schema.getType(typename ?? '');
  if (!type || !member) return type !== undefined;
  if (isEnumType(type)) return type.getValue(member) != null;
  if (isInputObjectType(type)) return member in type.getFields();
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[member] : undefined;
  return field !== undefined && (!argument || field.args.some(({ name }) => name === argument));
}

/** An entry's name may give an argument too: capex(basis: HEADLINE). */
const entriesOf = (field: string) =>
  glossary.filter(({ name }) => name === field || name.startsWith(`${field}(`));

test('the glossary has every concept, which documents print and nothing works out', async () => {
  const { concepts } = await schemaNames();
  expect(concepts).toContain('CAPEX');
  for (const concept of concepts) {
    expect(entriesOf(concept)).toMatchObject([
      { name: concept, formula: null, unit: 'whole units of the currency' },
    ]);
  }
});

test('the glossary has every field of the figures, with its formula and unit', async () => {
  const { concepts, amounts, ratios } = await schemaNames();
  expect(amounts).toContain('capex');
  expect(ratios).toContain('capexToRevenue');
  for (const field of amounts) {
    const formulas = entriesOf(field).filter(({ formula }) => formula !== null);
    expect(formulas.length, field).toBeGreaterThan(0);
    for (const { formula, unit } of formulas) {
      const parts = formula!.split(/, else | or | − /);
      for (const part of parts) expect([...concepts, ...names, ...items]).toContain(part);
      expect(unit).toBe('whole units of the currency');
    }
  }
  for (const field of ratios) {
    expect(entriesOf(field), field).toMatchObject([
      { formula: expect.stringMatching(/^[a-z ]+ \/ [a-z ]+$/), unit: 'fraction' },
    ]);
  }
});

test('capital expenditures are explained on both bases', () => {
  const formulas = entriesOf('capex').map(({ name, formula }) => [name, formula]);
  expect(formulas).toEqual([
    ['capex', 'capex(basis: CASH) or capex(basis: HEADLINE)'],
    ['capex(basis: CASH)', 'CAPEX'],
    ['capex(basis: HEADLINE)', 'CAPEX_INCLUDING_LEASES, else CAPEX'],
  ]);
});

test.each([
  'growth',
  'change',
  'capexMultiple',
  'growthLead',
  'window: TRAILING_TWELVE_MONTHS',
])('the glossary has %s', (name) => expect(names).toContain(name));

test('the glossary has the definition of every fact, in the words of the dataset', async () => {
  const { companies } = await server.query<{
    companies: {
      nodes: { quarters: { nodes: { facts: { definition: { slug: string } }[] }[] } }[];
    };
  }>('{ companies { nodes { quarters { nodes { facts { definition { slug } } } } } } }');
  const used = companies.nodes.flatMap(({ quarters }) =>
    quarters.nodes.flatMap(({ facts }) => facts.map(({ definition }) => definition.slug)),
  );
  expect(new Set(used).size).toBeGreaterThan(15);
  expect(names).toEqual(expect.arrayContaining([...new Set(used)]));
  for (const { slug, description } of readTable('definitions')) {
    expect(glossary.find(({ name }) => name === slug)?.definition, slug).toContain(description);
  }
});

test('no name stands twice in the glossary, and each has a definition and a unit', () => {
  expect(names).toEqual([...new Set(names)]);
  for (const { name, definition, unit } of glossary) {
    expect(definition.trim(), name).not.toBe('');
    expect(unit.trim(), name).not.toBe('');
  }
});

test('every entry says where it stands in the schema, and that is there', () => {
  for (const { name, coordinate } of glossary) {
    expect(isInSchema(coordinate), `${name}: ${coordinate}`).toBe(true);
  }
  const wrong = ['Figure', 'Figures.capexTo', 'Window.WEEK', 'Company.quarters(until:)'];
  expect(wrong.filter(isInSchema)).toEqual([]);
});

test.each([
  'Concept',
  'CapexBasis',
  'Window',
  'Quality',
  'GapReason',
  'Verdict',
])('every value of %s has an entry, in the words of the schema where that has all there is to say', (typename) => {
  const values = (schema.getType(typename) as GraphQLEnumType).getValues();
  const entries = values.map(({ name }) =>
    glossary.filter(({ coordinate }) => coordinate === `${typename}.${name}`),
  );
  expect(entries.map(({ length }) => length)).toEqual(values.map(() => 1));
  if (typename === 'Window') return;
  expect(entries.map(([only]) => only!.definition)).toEqual(
    values.map(({ description }) => description),
  );
});

test('the glossary has the rules of the figures', () => {
  expect(names).toEqual(
    expect.arrayContaining([
      'calendar quarter',
      'as of',
      'window: QUARTER',
      'definition of a series',
      'like for like',
      'ratio',
      'conversion',
      'group sum',
      'quality',
      'missing',
    ]),
  );
});

test('entries are found by a text in their name or their definition, in any letter case', async () => {
  const found = await server.query<Record<'all' | 'some' | 'none', { name: string }[]>>(`{
    all: glossary { name }
    some: glossary(search: "CLOUD rev") { name definition }
    none: glossary(search: "no such words") { name }
  }`);
  expect(found.some.length).toBeGreaterThan(2);
  expect(found.some.length).toBeLessThan(found.all.length / 2);
  for (const entry of found.some) expect(JSON.stringify(entry)).toMatch(/cloud.?rev/i);
  expect(found.none).toEqual([]);
});

test('the dataset says what it holds', async () => {
  const { dataset } = await server.query<{ dataset: { version: string; importedAt: string } }>(
    '{ dataset { version importedAt companies quarters facts sources from to } }',
  );
  const facts = readTable('facts').map(({ company, period_start, period_end }) => ({
    company,
    quarter: quarterOfMidpoint(period_start, period_end),
  }));
  const quarters = facts.map(({ quarter }) => quarter).sort();
  expect(dataset).toEqual({
    version: expect.stringMatching(/^[0-9a-f]{64}$/),
    importedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    companies: readTable('companies').length,
    quarters: new Set(facts.map(({ company, quarter }) => `${company} ${quarter}`)).size,
    facts: facts.length,
    sources: readTable('sources').length,
    from: quarters[0],
    to: quarters.at(-1),
  });
  expect(Math.abs(Date.now() - Date.parse(dataset.importedAt))).toBeLessThan(3_600_000);
});
