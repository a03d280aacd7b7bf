import { afterAll, expect, test } from 'vitest';
import { quarterOfMidpoint, readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface FactAnswer {
  concept: string;
  publishedOn: string;
  source: object;
  supersededBy: { concept: string; periodEnd: string; publishedOn: string } | null;
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
            supersededBy { concept periodEnd publishedOn }
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
      facts.map(({ supersededBy, ...fact }) => ({ company: slug, quarter, fact, supersededBy })),
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
  expect(printed).toHaveLength(678);
  expect(sorted(served.map(({ supersededBy, ...rest }) => rest))).toEqual(sorted(printed));
});

test.each([
  '2022-04-28',
  '2023-12-31',
  '2025-09-01',
])('as of %s, only the facts published until then exist', async (asOf) => {
  const served = await servedFacts({ asOf });
  const known = printed.filter(({ fact }) => fact.publishedOn <= asOf);
  expect(known.length).toBeGreaterThan(0);
  expect(sorted(served.map(({ supersededBy, ...rest }) => rest))).toEqual(sorted(known));
});

test('facts can be asked for by concept', async () => {
  const served = await servedFacts({ concept: 'CAPEX_INCLUDING_LEASES' });
  const wanted = printed.filter(({ fact }) => fact.concept === 'CAPEX_INCLUDING_LEASES');
  expect(sorted(served.map(({ supersededBy, ...rest }) => rest))).toEqual(sorted(wanted));
});

test('the facts of a quarter stand newest first', async () => {
  const { companies } = await server.query<FactsAnswer>(FACTS);
  for (const quarter of companies.nodes.flatMap(({ quarters }) => quarters.nodes)) {
    const days = quarter.facts.map(({ publishedOn }) => publishedOn);
    expect(days).toEqual(days.toSorted().reverse());
  }
});

test('a fact is superseded exactly when a later one has the same concept and period', async () => {
  const served = await servedFacts();
  for (const { company, fact, supersededBy } of served) {
    const newer = served.filter(
      (other) =>
        other.company === company &&
        other.fact.concept === fact.concept &&
        other.quarter.periodEnd === (fact as FactAnswer & { periodEnd: string }).periodEnd &&
        other.fact.publishedOn > fact.publishedOn,
    );
    const days = newer.map(({ fact }) => fact.publishedOn);
    if (days.length === 0) expect(supersededBy).toBeNull();
    else expect(days).toContain(supersededBy?.publishedOn);
  }
});
