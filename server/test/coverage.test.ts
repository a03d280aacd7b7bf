import { afterAll, expect, test } from 'vitest';
import { readTable } from './dataset.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

interface CoverageAnswer {
  company: { slug: string };
  concept: string;
  from: string | null;
  to: string | null;
  quarters: number;
  gaps: { calendarQuarter: string; concept: string; reason: string }[];
  definitions: { slug: string }[];
  completeTo: string | null;
}

const DETAILS = `company { slug } concept from to quarters completeTo definitions { slug }
  gaps { calendarQuarter concept reason }`;

const { coverage } = await server.query<{ coverage: CoverageAnswer[] }>(
  `{ coverage { ${DETAILS} } }`,
);

const ITEM: Record<string, string> = {
  REVENUE: 'revenue',
  CLOUD_REVENUE: 'cloudRevenue',
  CAPEX: 'capex',
  OPERATING_CASH_FLOW: 'operatingCashFlow',
  DEPRECIATION_AND_AMORTIZATION: 'depreciation',
};

function quartersBetween(first: string, last: string): string[] {
  const quarters = [first];
  while (quarters.at(-1)! < last) {
    const [year, quarter] = quarters.at(-1)!.split('Q').map(Number) as [number, number];
    quarters.push(quarter === 4 ? `${year + 1}Q1` : `${year}Q${quarter + 1}`);
  }
  return quarters;
}

test('each quarter of a company is covered or a gap, just as its figures have a value or none', async () => {
  const { companies } = await server.query<{
    companies: {
      nodes: {
        slug: string;
        quarters: {
          nodes: ({ calendarQuarter: string } & Record<string, { value: number | null }>)[];
        };
      }[];
    };
  }>(
    `{ companies { nodes { slug quarters { nodes { calendarQuarter ${Object.values(ITEM)
      .map((item) => `${item} { value }`)
      .join(' ')} } } } } }`,
  );
  for (const { slug, quarters } of companies.nodes) {
    for (const [concept, item] of Object.entries(ITEM)) {
      const own = coverage.find((each) => each.company.slug === slug && each.concept === concept)!;
      const having = quarters.nodes.filter((quarter) => quarter[item]!.value !== null);
      const at = (place: number) => having.at(place)?.calendarQuarter ?? null;
      expect([own.from, own.to, own.quarters]).toEqual([at(0), at(-1), having.length]);
      const covered = new Set(having.map(({ calendarQuarter }) => calendarQuarter));
      const all = quartersBetween(
        quarters.nodes[0]!.calendarQuarter,
        quarters.nodes.at(-1)!.calendarQuarter,
      );
      expect(own.gaps.map(({ calendarQuarter }) => calendarQuarter)).toEqual(
        all.filter((quarter) => !covered.has(quarter)),
      );
    }
  }
});

test('a company is complete to the day of its newest document', () => {
  for (const { company, completeTo } of coverage) {
    const days = readTable('facts')
      .filter((fact) => fact.company === company.slug)
      .map((fact) => fact.published_on);
    expect(completeTo).toBe(days.toSorted().at(-1));
  }
});

test("a company's coverage, and a group's, are parts of the whole", async () => {
  const { company, group } = await server.query<{
    company: { coverage: CoverageAnswer[] };
    group: CoverageAnswer[];
  }>(`{
    company(by: { slug: "tencent" }) { coverage { ${DETAILS} } }
    group: coverage(group: "china-hyperscalers") { ${DETAILS} }
  }`);
  expect(company.coverage).toEqual(coverage.filter((each) => each.company.slug === 'tencent'));
  expect(new Set(group.map((each) => each.company.slug))).toEqual(
    new Set(['alibaba', 'tencent', 'baidu']),
  );
  const cloud = company.coverage.find(({ concept }) => concept === 'CLOUD_REVENUE')!;
  expect(cloud).toMatchObject({ from: null, to: null, quarters: 0, definitions: [] });
  expect(new Set(cloud.gaps.map(({ reason }) => reason))).toEqual(new Set(['NOT_DISCLOSED']));
});

test('an unknown group is refused, with the nearest', async () => {
  const { errors } = await server.execute('{ coverage(group: "us-hyperscaler") { quarters } }');
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining('us-hyperscalers'),
      extensions: { code: 'NOT_FOUND', argument: 'group' },
    },
  ]);
});
