import { afterAll, expect, test } from 'vitest';
import { quarterOfMidpoint, readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface Entry {
  name: string;
  definition: string;
  formula: string | null;
  unit: string;
}
const { glossary } = await server.query<{ glossary: Entry[] }>(
  '{ glossary { name definition formula unit } }',
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
      for (const concept of formula!.split(', else ')) expect(concepts).toContain(concept);
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
    version: '1',
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
