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
    /^291,349 m USD .* = 9\.41 times, .*, as known on 2025-09-01\. Capexgraph /,
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
