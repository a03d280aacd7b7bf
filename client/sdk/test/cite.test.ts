import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';
import { type CitedFigure, cite } from '../src/cite.ts';
import { ComparisonDocument, GroupsDocument, type TypedDocument } from '../src/index.ts';

let server: TestServer;
let options: { url: string };
beforeAll(async () => {
  server = await startServer();
  options = { url: `${server.url}/graphql` };
});
afterAll(() => server.stop());

const variables = {
  baseline: { slug: 'us-hyperscalers' },
  challenger: { slug: 'china-hyperscalers' },
  asOf: '2025-09-01',
};
const capexMultiple = () =>
  cite(
    options,
    ComparisonDocument,
    variables,
    ({ comparison }) => comparison.latest?.capexMultiple,
  );

test('a citation says what the figure is, as known when, and of which version', async () => {
  const { sentence, version } = await capexMultiple();
  expect(sentence).toMatch(
    /^Capex multiple: 291,349 m USD .* = 9\.41 times, .*, as known on 2025-09-01\. Capexgraph /,
  );
  expect(sentence).toContain(`version ${version}`);
  expect(sentence).not.toContain('..');
});

test('whoever follows the address gets the figure, and the bytes that the digest is of', async () => {
  const { address, version, digest } = await capexMultiple();
  // As `curl` asks.
  const response = await fetch(address, { headers: { accept: '*/*' } });
  expect(response.headers.get('x-dataset-version')).toBe(version);
  expect(response.headers.get('cache-control')).toContain('immutable');
  const text = await response.text();
  expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
  const { data } = JSON.parse(text);
  expect(data.comparison.latest.capexMultiple.value).toBeCloseTo(9.41, 2);
  const page = await fetch(address, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-type')).toContain('text/html');
});

/** What a citation says before it comes to the dataset. */
const said = async (query: string, figure: (answer: never) => CitedFigure) => {
  const document = query as unknown as TypedDocument<never, object>;
  const { sentence } = await cite(options, document, {}, figure);
  return sentence.slice(0, sentence.indexOf('. Capexgraph'));
};

type Explained = { readonly explanation: string };
const COMPANY = `{
  company(by: { slug: "alibaba" }) {
    name
    quarters(from: "2025Q2", to: "2025Q2") {
      nodes {
        capexToRevenue { explanation }
        capex { explanation overTheYear: growth(over: YEAR) { explanation } }
      }
    }
  }
}`;
interface Quarter {
  capexToRevenue: Explained;
  capex: Explained & { overTheYear: Explained };
}
type Company = { company: { name: string; quarters: { nodes: [Quarter] } } };

test('a citation says whose figure it is, and which, where its explanation does not', async () => {
  const of = (figure: (quarter: Quarter) => CitedFigure) =>
    said(COMPANY, ({ company }: Company) => figure(company.quarters.nodes[0]));
  expect(await of(({ capex }) => capex.overTheYear)).toMatch(
    /^Alibaba Group, capex, over the year: 38,676 m CNY .* = \+219\.8 %$/,
  );
  expect(await of(({ capexToRevenue }) => capexToRevenue)).toMatch(
    /^Alibaba Group, capex to revenue: 38,676 m CNY \(capex\) /,
  );
  expect(await of(({ capex }) => capex)).toMatch(/^Capex of Alibaba Group, 2025Q2: 38,676 m CNY,/);
});

test('of which quarter a figure is, its explanation says', async () => {
  type One = { company: { quarter: Quarter } };
  const query = COMPANY.replace(
    /quarters\(.*?\) \{\s*nodes (.*)\}/s,
    'quarter(calendarQuarter: "2025Q2") $1',
  );
  expect(await said(query, ({ company }: One) => company.quarter.capex.overTheYear)).toMatch(
    /^Alibaba Group, capex, over the year: 38,676 m CNY \(2025Q2\) /,
  );
});

test('a label that is given comes first, and nothing else of that kind', async () => {
  const growth = await said(COMPANY, ({ company: { name, quarters } }: Company) => ({
    ...quarters.nodes[0].capex.overTheYear,
    label: `Growth of what ${name} spent`,
  }));
  expect(growth).toMatch(/^Growth of what Alibaba Group spent: 38,676 m CNY /);
});

test("a series' figure is cited under the label of the series", async () => {
  type Table = { series: { series: { measures: [Explained] }[] } };
  const table = `{
    series(
      subjects: [{ company: { slug: "alibaba" } }, { company: { slug: "tencent" } }]
      measures: [{ item: CAPEX, over: REVENUE }]
      from: "2025Q2"
      to: "2025Q2"
    ) { series { label measures { explanation } } }
  }`;
  expect(await said(table, ({ series }: Table) => series.series[1]!.measures[0])).toMatch(
    /^Tencent, capex over revenue: 19,107 m CNY \(capex\) /,
  );
});

/** Figures of each kind, by the way to them, and what their sentences have to name: whose, what, when, in which unit. */
const FIGURES: [string, RegExp][] = [
  [
    'company(by: { slug: "alibaba" }) { name quarter(calendarQuarter: "2025Q2") { capexToRevenue { change(over: YEAR) {',
    /^Alibaba Group, capex to revenue, change: .*2025Q2.*percentage points$/,
  ],
  [
    'company(by: { slug: "oracle" }) { name years(last: 1, asOf: "2026-07-01") { capex { growth(over: YEAR) {',
    /^Oracle, capex, growth: .* m USD \(FY2026 .* %, Oracle to 31 May 2026.*, as known on 2026-07-01$/,
  ],
  [
    'company(by: { slug: "alibaba" }) { name quarter(calendarQuarter: "2025Q2", currency: USD) { capex { shareOf(group: { slug: "china-hyperscalers" }) {',
    /^Alibaba Group, capex, share of: .* m USD .* %, 2025Q2/,
  ],
  [
    'group(by: { slug: "us-hyperscalers" }) { name quarter(calendarQuarter: "2025Q2") { capex(window: TRAILING_TWELVE_MONTHS) {',
    /^Capex of US hyperscalers, twelve months to 2025Q2: .* = 291,349 m USD/,
  ],
  [
    'group(by: { slug: "us-hyperscalers" }) { name quarter(calendarQuarter: "2025Q2") { capex { growth(over: YEAR) {',
    /^US hyperscalers, capex, growth: .* m USD \(2025Q2\) .* %$/,
  ],
  [
    'comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }, to: "2025Q2") { latest { growthLead {',
    /^Growth lead: .*China hyperscalers.* percentage points, 2025Q2 over 2024Q2/,
  ],
  [
    'series(subjects: [{ company: { slug: "alibaba" } }], measures: [{ item: CAPEX, indexedTo: "2023Q1" }], from: "2025Q2", to: "2025Q2") { series { label measures {',
    /^Alibaba Group, capex \(2023Q1 = 100\): .* m CNY \(2025Q2\) .*$/,
  ],
  [
    'company(by: { slug: "alphabet" }) { name guidance(asOf: "2024-12-31") { outcome {',
    /^Capex of Alphabet, .* m USD.*, as known on 2024-12-31$/,
  ],
  [
    'company(by: { slug: "tencent" }) { name quarter(calendarQuarter: "2025Q2") { cloudRevenue {',
    /^No value: cloud revenue of Tencent is not disclosed \(2025Q2\)$/,
  ],
];

/** The first object with an explanation. */
function explainedIn(node: unknown): Explained | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  if ('explanation' in node) return node as Explained;
  return Object.values(node).map(explainedIn).find(Boolean);
}

test.each(
  FIGURES,
)('the figure of %s is cited by whose it is, what, when and in which unit', async (way, sentence) => {
  const document = `{ ${way} explanation ${'}'.repeat(way.split('{').length - way.split('}').length)} }`;
  expect(await said(document, (answer: object) => explainedIn(answer))).toMatch(sentence);
});

test.each([
  ['in the document', '{', '"2025-09-01"'],
  ['by default', 'query ($asOf: Date = "2025-09-01") {', '$asOf'],
  ['under another name', 'query ($day: Date = "2025-09-01") {', '$day'],
])('a day that is given %s is said', async (_, start, day) => {
  const document = `${start} company(by: { slug: "alibaba" }) {
    quarter(calendarQuarter: "2025Q2", asOf: ${day}) { capex { explanation } }
  } }`;
  expect(await said(document, (answer: object) => explainedIn(answer))).toMatch(
    /^Capex of Alibaba Group, 2025Q2: .*, as known on 2025-09-01$/,
  );
});

test("a claim's working is cited as known on the claim's day", async () => {
  const { claims } = await server.query<{ claims: { saidOn: string; query: string }[] }>(
    '{ claims { saidOn query } }',
  );
  for (const { saidOn, query } of claims.slice(0, 5)) {
    expect(await said(query, () => 'A figure')).toBe(`A figure, as known on ${saidOn}`);
  }
});

test('an answer of which a sign was altered has another digest', async () => {
  const document = '{ company(by: { slug: "alibaba" }) { name } }' as unknown as TypedDocument<
    { company: { name: string } },
    object
  >;
  const cited = (read: typeof fetch) =>
    cite({ ...options, fetch: read }, document, {}, ({ company }) => company.name);
  const altering: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    const text = (await response.text()).replace('Alibaba', 'Alibabo');
    return new Response(text, response);
  };
  const [one, same, other] = [await cited(fetch), await cited(fetch), await cited(altering)];
  expect(same.digest).toBe(one.digest);
  expect(other.digest).not.toBe(one.digest);
});

test('the document in the address begins with its first word, however it was laid out', async () => {
  const laidOut = '\n    query Count {\n  dataset {\n    companies\n  }\n}\n    ';
  const document = laidOut as unknown as TypedDocument<unknown, object>;
  const { address } = await cite(options, document, {}, () => 'a count');
  expect(new URL(address).searchParams.get('query')).toBe(laidOut.trim());
});

test('words of your own do, where a figure has no explanation', async () => {
  const count = await cite(options, GroupsDocument, {}, ({ groups }) => `${groups.length} groups`);
  expect(count.sentence).toMatch(/^6 groups\. Capexgraph contributors/);
  expect(count.address).not.toContain('variables');
});

test('a figure that is not there, and a document that is refused, are no citation', async () => {
  const nothing = cite(options, GroupsDocument, {}, () => undefined);
  await expect(nothing).rejects.toMatchObject({ message: 'There is no such figure in the answer' });
  const nobody = { ...variables, baseline: { slug: 'nobody' } };
  const refused = cite(options, ComparisonDocument, nobody, () => 'a');
  await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
