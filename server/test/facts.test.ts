import { afterAll, expect, test } from 'vitest';
import { quarterOfMidpoint, readTable } from './dataset.ts';
import { inTurn, replaces } from './known-figures.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface FactAnswer {
  concept: string;
  definition: { slug: string; description: string };
  amount: string;
  quality: string;
  roundedTo: string;
  publishedOn: string;
  supersededBy: { definition: { slug: string }; publishedOn: string; amount: string } | null;
}

interface QuarterAnswer {
  calendarQuarter: string;
  periodStart: string;
  periodEnd: string;
  facts: FactAnswer[];
}

interface FactsAnswer {
  companies: { nodes: { slug: string; quarters: { nodes: QuarterAnswer[] } }[] };
}

const FACTS = `query ($asOf: Date, $concept: Concept) {
  companies {
    nodes {
      slug
      quarters(asOf: $asOf) {
        nodes {
          calendarQuarter periodStart periodEnd
          facts(concept: $concept) {
            concept definition { slug description } periodStart periodEnd amount currency quality roundedTo publishedOn note setAside
            source { kind title publisher url publishedOn }
            supersededBy { definition { slug } publishedOn amount }
          }
        }
      }
    }
  }
}`;

/** Every fact that the API shows, with the company and quarter that it stands under. */
async function servedFacts(variables: { asOf?: string; concept?: string } = {}) {
  const { companies } = await server.query<FactsAnswer>(FACTS, variables);
  return companies.nodes.flatMap(({ slug, quarters }) =>
    quarters.nodes.flatMap(({ facts, ...quarter }) =>
      facts.map(({ supersededBy, ...fact }) => ({ company: slug, quarter, fact })),
    ),
  );
}

const definitions = new Map(
  readTable('definitions').map(({ slug, description }) => [slug, { slug, description }]),
);
const sources = new Map(readTable('sources').map((row) => [row.slug, row]));

const printed = readTable('facts').map((row) => {
  const source = sources.get(row.source)!;
  return {
    company: row.company,
    quarter: {
      calendarQuarter: quarterOfMidpoint(row.period_start, row.period_end),
      periodStart: row.period_start,
      periodEnd: row.period_end,
    },
    fact: {
      concept: row.concept,
      definition: definitions.get(row.definition),
      periodStart: row.period_start,
      periodEnd: row.period_end,
      amount: row.value,
      currency: row.currency,
      quality: row.quality,
      roundedTo: row.rounded_to,
      publishedOn: row.published_on,
      note: row.note || null,
      setAside: null,
      source: {
        kind: source.kind,
        title: source.title,
        publisher: source.publisher,
        url: source.url || null,
        publishedOn: source.published_on || null,
      },
    },
  };
});

const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();

test('every fact of the dataset is served as its document printed it, with its source and definition', async () => {
  const served = await servedFacts();
  expect(sorted(served)).toEqual(sorted(printed));
});

test.each([
  '2022-04-28',
  '2023-12-31',
  '2025-09-01',
])('as of %s, only the facts published until then exist', async (asOf) => {
  const served = await servedFacts({ asOf });
  const known = printed.filter(({ fact }) => fact.publishedOn <= asOf);
  expect(known.length).toBeGreaterThan(0);
  expect(sorted(served)).toEqual(sorted(known));
});

test('facts can be asked for by concept', async () => {
  const served = await servedFacts({ concept: 'CAPEX_INCLUDING_LEASES' });
  const wanted = printed.filter(({ fact }) => fact.concept === 'CAPEX_INCLUDING_LEASES');
  expect(sorted(served)).toEqual(sorted(wanted));
});

/** The facts of each quarter, concept and definition, in the order in which the API gives them. */
async function servedVersions(): Promise<FactAnswer[][]> {
  const { companies } = await server.query<FactsAnswer>(FACTS);
  const quarters = companies.nodes.flatMap(({ quarters }) => quarters.nodes);
  return quarters.flatMap(({ facts }) => {
    const days = facts.map(({ publishedOn }) => publishedOn);
    expect(days).toEqual(days.toSorted().reverse());
    const lines = new Map<string, FactAnswer[]>();
    for (const fact of facts) {
      const line = `${fact.concept} ${fact.definition.slug}`;
      lines.set(line, [...(lines.get(line) ?? []), fact]);
    }
    return [...lines.values()];
  });
}

const asRow = (fact: FactAnswer) => ({
  fact,
  value: fact.amount,
  quality: fact.quality,
  rounded_to: fact.roundedTo,
  published_on: fact.publishedOn,
});

test('the facts of a quarter stand newest first, of one day and definition the stronger first', async () => {
  const versions = await servedVersions();
  expect(versions.some(({ length }) => length > 1)).toBe(true);
  for (const facts of versions) {
    expect(facts).toEqual(
      inTurn(facts.toReversed().map(asRow))
        .toReversed()
        .map(({ fact }) => fact),
    );
  }
});

test('each fact is superseded by the next of its definition that says more than it, the last by none', async () => {
  for (const facts of await servedVersions()) {
    const rows = facts.map(asRow);
    for (const [place, row] of rows.entries()) {
      const next = rows.slice(0, place).findLast((newer) => replaces(newer, row))?.fact;
      const { supersededBy } = row.fact;
      if (!next) expect(supersededBy).toBeNull();
      else expect(next).toMatchObject(supersededBy!);
    }
  }
});
