import { afterAll, expect, test } from 'vitest';
import { addFacts } from './add-rows.ts';
import { readTable } from './dataset.ts';
import { type FactRow, indexOf } from './known-figures.ts';
import { figuresOf } from './recalculated-figures.ts';
import { pointsOf, type Recalculated, Recalculation } from './recalculation.ts';
import { createDatabase, startServer, type TestServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const FIGURES = figuresOf('Quarter');

const QUERY = `query ($currency: Currency, $asOf: Date) {
  companies {
    nodes {
      slug
      reportingCurrency
      quarters(currency: $currency, asOf: $asOf) {
        nodes {
          calendarQuarter
          ${FIGURES.map(({ selection }, place) => `figure${place}: ${selection}`).join('\n')}
        }
      }
    }
  }
}`;

interface Answer {
  amount?: string | null;
  value: number | null;
  quality: string | null;
  missing: { concept: string; calendarQuarter: string; reason: string }[];
  /** Of a difference of rates. */
  points?: number | null;
}

type QuarterAnswer = { calendarQuarter: string } & Record<
  string,
  Answer & { growth?: Answer; change?: Answer }
>;

interface CompaniesAnswer {
  companies: {
    nodes: { slug: string; reportingCurrency: string; quarters: { nodes: QuarterAnswer[] } }[];
  };
}

const isNear = (a: number | null | undefined, b: number | null | undefined) =>
  a === b || (a != null && b != null && Math.abs(a - b) <= 1e-12 * Math.abs(b) + 1e-15);

/** Which of several quarters cannot be compared, and which capex a headline lacks, is left open. */
function reasons(gaps: Iterable<string>): string {
  const plain = [...gaps].map((gap) =>
    gap.replace(/.* (NOT_COMPARABLE|NOT_MEANINGFUL)$/, '$1').replace('_INCLUDING_LEASES', ''),
  );
  return [...new Set(plain)].sort().join(', ');
}

function agrees(answer: Answer, expected: Recalculated): boolean {
  const amount = expected.value?.toDecimalPlaces(2).toFixed() ?? null;
  const gaps = answer.missing.map((gap) => `${gap.concept} ${gap.calendarQuarter} ${gap.reason}`);
  return (
    isNear(answer.value, expected.value?.toNumber() ?? null) &&
    (answer.points === undefined || isNear(answer.points, pointsOf(expected))) &&
    (answer.amount === undefined || answer.amount === amount) &&
    answer.quality === expected.quality &&
    reasons(gaps) === reasons(expected.missing)
  );
}

interface Perspective {
  readonly currency?: string;
  readonly asOf?: string;
}

/** The figures of every company that are otherwise than the files give them. */
async function disagreements(
  of: TestServer,
  { currency, asOf }: Perspective,
  added: readonly FactRow[] = [],
): Promise<object[]> {
  const { companies } = await of.query<CompaniesAnswer>(QUERY, { currency, asOf });
  expect(companies.nodes).toHaveLength(readTable('companies').length);
  const found: object[] = [];
  for (const { slug, reportingCurrency, quarters } of companies.nodes) {
    const day = asOf ?? '9999-12-31';
    const from = new Recalculation(slug, currency ?? reportingCurrency, day, added);
    expect(quarters.nodes.map(({ calendarQuarter }) => calendarQuarter)).toEqual(from.quarters);
    for (const quarter of quarters.nodes) {
      for (const [place, { selection, recalculate }] of FIGURES.entries()) {
        const answer = quarter[`figure${place}`]!;
        const served = answer.growth ?? answer.change ?? answer;
        const expected = recalculate(from, indexOf(quarter.calendarQuarter));
        if (agrees(served, expected)) continue;
        found.push({ slug, quarter: quarter.calendarQuarter, selection, served, expected });
      }
    }
  }
  return found;
}

const PERSPECTIVES = [undefined, 'USD', 'CNY'].flatMap((currency) =>
  ['2023-12-31', '2025-09-01', undefined].map((asOf) => ({ currency, asOf })),
);

test.each<Perspective>([
  ...PERSPECTIVES,
  { currency: 'EUR', asOf: undefined },
])('every figure of every company agrees with the files: in $currency as of $asOf', async (perspective) => {
  expect((await disagreements(server, perspective)).slice(0, 5)).toEqual([]);
});

const alibaba = { company: 'alibaba', concept: 'CAPEX', definition: 'purchases-gross' } as const;
const baidu = { company: 'baidu', concept: 'CLOUD_REVENUE', definition: 'ai-cloud' } as const;
const inMarch = { period_start: '2025-01-01', period_end: '2025-03-31' };
const inJune = { period_start: '2025-04-01', period_end: '2025-06-30' };
const inSeptember = { period_start: '2025-07-01', period_end: '2025-09-30' };
const reported = { currency: 'CNY', quality: 'REPORTED' } as const;
const derived = { ...reported, quality: 'DERIVED', source: 'NEWS-INVESTING-20250901' } as const;

/** Later prints that round what is known, restate it, or give it more exactly, and two of one day. */
const REPRINTS = [
  {
    ...alibaba,
    ...inJune,
    ...reported,
    value: '38700000000',
    rounded_to: '100000000',
    published_on: '2025-11-26',
  },
  {
    ...alibaba,
    ...inMarch,
    ...reported,
    value: '24650000000',
    rounded_to: '10000000',
    published_on: '2025-11-26',
  },
  {
    ...baidu,
    ...inSeptember,
    ...reported,
    value: '6183000000',
    rounded_to: '1000000',
    published_on: '2025-11-26',
  },
  {
    ...baidu,
    ...inJune,
    ...derived,
    value: '6610000000',
    rounded_to: '1000000',
    published_on: '2025-11-26',
  },
  {
    ...baidu,
    ...inJune,
    ...reported,
    value: '6600000000',
    rounded_to: '1000000',
    published_on: '2025-11-26',
  },
];

const REPRINTED = `query ($asOf: Date) {
  alibaba: company(by: { slug: "alibaba" }) {
    june: quarter(calendarQuarter: "2025Q2", asOf: $asOf) { figure: capex { amount(in: MILLION) } }
    march: quarter(calendarQuarter: "2025Q1", asOf: $asOf) { figure: capex { amount(in: MILLION) } }
  }
  baidu: company(by: { slug: "baidu" }) {
    september: quarter(calendarQuarter: "2025Q3", asOf: $asOf) { figure: cloudRevenue { amount(in: MILLION) } }
    june: quarter(calendarQuarter: "2025Q2", asOf: $asOf) { figure: cloudRevenue { amount(in: MILLION) } }
  }
}`;

test('a later print that only rounds what is known changes nothing; a restatement, a more exact one and the stronger of a day do', async () => {
  const url = await createDatabase();
  await addFacts(url, REPRINTS);
  const reprinted = await startServer(url);
  const amountsOn = async (asOf: string) => {
    const answer = await reprinted.query<Record<string, Record<string, { figure: Answer }>>>(
      REPRINTED,
      { asOf },
    );
    return Object.values(answer).flatMap((company) =>
      Object.values(company).map(({ figure }) => figure.amount),
    );
  };
  try {
    expect(await amountsOn('2025-11-25')).toEqual(['38676', '24612', '6200', '6500']);
    expect(await amountsOn('2025-11-26')).toEqual(['38676', '24650', '6183', '6600']);
    for (const asOf of ['2025-11-26', undefined]) {
      const found = await disagreements(reprinted, { currency: 'CNY', asOf }, REPRINTS);
      expect(found.slice(0, 5)).toEqual([]);
    }
  } finally {
    await reprinted.stop();
  }
});
