import { afterAll, expect, test } from 'vitest';
import { addFacts, type NewFact } from './add-rows.ts';
import { EXPECTED } from './claim-workings.ts';
import { createDatabase, startServer, type TestServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const SOURCE = 'NEWS-INVESTING-20250901';
const globalId = (text: string) => Buffer.from(text).toString('base64url');

const SLUGS = Object.keys(EXPECTED);

interface Claim {
  id: string;
  slug: string;
  statement: string;
  published: number | null;
  computed: number | null;
  computedToday: number | null;
  unit: string;
  verdict: string;
  finding: string;
  query: string;
}

const FIELDS = `id slug statement published computed computedToday unit verdict finding query
  source { id kind publishedOn }`;

const askClaims = async (from: TestServer) =>
  (await from.query<{ claims: Claim[] }>(`{ claims { ${FIELDS} } }`)).claims;
const claims = new Map((await askClaims(server)).map((claim) => [claim.slug, claim]));

test('the claims are answered as they are judged, with the document that made them', () => {
  expect([...claims.keys()]).toEqual(SLUGS);
  for (const [slug, { published, unit, verdict, computed, numbers }] of Object.entries(EXPECTED)) {
    const claim = claims.get(slug)!;
    expect({ ...claim, computed: claim.computed?.toFixed(1) }).toMatchObject({
      published,
      unit,
      verdict,
      computed,
      source: { id: globalId(`Source:${SOURCE}`), kind: 'NEWS', publishedOn: '2025-09-01' },
    });
    for (const number of numbers) expect(claim.finding).toContain(number);
  }
});

/** Every number in an answer, however deep. */
function numbersIn(answer: unknown): number[] {
  if (typeof answer === 'number') return [answer];
  return answer !== null && typeof answer === 'object'
    ? Object.values(answer).flatMap(numbersIn)
    : [];
}

test.each(SLUGS)('%s: its query runs as it stands and shows the figure', async (slug) => {
  const { query, computed, unit } = claims.get(slug)!;
  const shown = numbersIn(await server.query<object>(query));
  const scaled = [...shown, ...(unit === 'USD bn' ? [] : shown.map((number) => number * 100))];
  const figures = EXPECTED[slug]!.isDifference
    ? scaled.flatMap((a) => scaled.map((b) => a - b))
    : scaled;
  const nearest = Math.min(...figures.map((figure) => Math.abs(figure - computed!)));
  expect(nearest).toBeLessThan(1e-9);
});

test('claims are asked for by their document, one by its slug or id', async () => {
  const first = claims.get(SLUGS[0]!)!;
  const answer = await server.query<Record<string, unknown>>(
    `query ($sourceId: String!, $id: ID!) {
      bySlug: claims(source: "${SOURCE}") { slug }
      bySourceId: claims(source: $sourceId) { slug }
      byAnother: claims(source: "BABA-PR-2025Q2") { slug }
      byNobody: claims(source: "nobody") { slug }
      one: claim(slug: "${first.slug}") { ${FIELDS} }
      none: claim(slug: "nobody") { slug }
      node(id: $id) { id ... on Claim { ${FIELDS} } }
    }`,
    { sourceId: globalId(`Source:${SOURCE}`), id: first.id },
  );
  const all = SLUGS.map((slug) => ({ slug }));
  expect(answer).toEqual({
    bySlug: all,
    bySourceId: all,
    byAnother: [],
    byNobody: [],
    one: first,
    none: null,
    node: first,
  });
});

test('every id of a claim fetches it again, and that of no claim nothing', async () => {
  const ids = [...claims.values()].map(({ id }) => id);
  const { nodes } = await server.query<{ nodes: (object | null)[] }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Claim { ${FIELDS} } } }`,
    { ids: [...ids, globalId('Claim:nobody')] },
  );
  expect(nodes).toEqual([...claims.values(), null]);
});

const inMarch2025 = { period_start: '2025-01-01', period_end: '2025-03-31' };
const inJune2025 = { period_start: '2025-04-01', period_end: '2025-06-30' };
const capex = { concept: 'CAPEX', definition: 'purchases-gross' } as const;
const BEFORE = { published_on: '2025-08-31' };
const AFTER = { published_on: '2025-09-02' };

/** The claims as judged by more facts than the files have. */
async function claimsWith(facts: NewFact[]): Promise<Map<string, Claim>> {
  const url = await createDatabase();
  await addFacts(url, facts);
  const other = await startServer(url);
  try {
    return new Map((await askClaims(other)).map((claim) => [claim.slug, claim]));
  } finally {
    await other.stop();
  }
}

test('figures and verdicts follow the filings, and those that came later change only today', async () => {
  const restated = await claimsWith([
    { ...capex, ...BEFORE, company: 'alibaba', ...inJune2025, value: '38000000000' },
    { ...capex, ...AFTER, company: 'alibaba', ...inJune2025, value: '41000000000' },
    { ...capex, ...BEFORE, company: 'baidu', ...inMarch2025, value: '2878000000' },
    {
      ...capex,
      ...BEFORE,
      definition: 'additions-accrued',
      company: 'tencent',
      ...inJune2025,
      value: '27500000000',
    },
  ]);
  const outcome = (slug: string) => {
    const { verdict, computed, computedToday } = restated.get(slug)!;
    return [verdict, computed?.toFixed(2), computedToday?.toFixed(2)];
  };
  // 38,000 and 41,000 over 24,612 m; 3,800 over 2,878 m; 27,500 over 27,476 m.
  expect(outcome('alibaba-growth')).toEqual(['APPROXIMATE', '54.40', '66.59']);
  expect(outcome('baidu-growth')).toEqual(['CONTRADICTED', '32.04', '32.04']);
  expect(outcome('tencent-decline')).toEqual(['CONTRADICTED', '0.09', '0.09']);
  expect(restated.get('alibaba-growth')!.finding).toContain(
    '54.4 % over the quarter, from CNY 24.6 bn to CNY 38.0 bn, which is within 5 %',
  );
  expect(restated.get('us-capex-12-months')).toEqual(claims.get('us-capex-12-months'));
});
