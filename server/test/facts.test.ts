import { afterAll, expect, test } from 'vitest';
import { byRank, quarterOfMidpoint, type Ranked, readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface FactAnswer extends Ranked {
  concept: string;
  supersededBy: { definition: string; publishedOn: string } | null;
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
            concept definition periodStart periodEnd amount currency quality publishedOn note
            source { kind title publisher url publishedOn }
            supersededBy { definition publishedOn }
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
      definition: row.definition,
      periodStart: row.period_start,
      periodEnd: row.period_end,
      amount: row.value,
      currency: row.currency,
      quality: row.quality,
      publishedOn: row.published_on,
      note: row.note || null,
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

test('every fact of the dataset is served as its document printed it, with its source', async () => {
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

test('the facts of a quarter stand newest first, its figure before all others', async () => {
  const { companies } = await server.query<FactsAnswer>(FACTS);
  for (const { facts } of companies.nodes.flatMap(({ quarters }) => quarters.nodes)) {
    for (const { concept } of facts) {
      const versions = facts.filter((fact) => fact.concept === concept);
      expect(versions).toEqual(versions.toSorted(byRank));
    }
    const days = facts.map(({ publishedOn }) => publishedOn);
    expect(days).toEqual(days.toSorted().reverse());
  }
});

test('each fact is superseded by the one that took its place, the figure of a quarter by none', async () => {
  const { companies } = await server.query<FactsAnswer>(FACTS);
  for (const { facts } of companies.nodes.flatMap(({ quarters }) => quarters.nodes)) {
    for (const { concept, supersededBy, ...fact } of facts) {
      const better = facts.filter((other) => other.concept === concept && byRank(other, fact) < 0);
      const places = better.map(({ definition, publishedOn }) => ({ definition, publishedOn }));
      if (places.length === 0) expect(supersededBy).toBeNull();
      else expect(places).toContainEqual(supersededBy);
    }
  }
});
