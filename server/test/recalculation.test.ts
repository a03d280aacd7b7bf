import { afterAll, expect, test } from 'vitest';
import { addFacts } from './add-rows.ts';
import { differences, type Nested } from './agreement.ts';
import { readTable } from './dataset.ts';
import { type FactRow, indexOf } from './known-figures.ts';
import { type Figure, FRAGMENTS, figuresOf } from './recalculated-figures.ts';
import { companySeen } from './recalculation.ts';
import { SEED, type Share, sharesAt } from './shares.ts';
import { createDatabase, startServer, type TestServer, UNBOUNDED } from './testkit.ts';

const server = await startServer(undefined, UNBOUNDED);
afterAll(() => server.stop());

const FIGURES = figuresOf('Quarter');

interface Perspective {
  readonly currency?: string;
  readonly asOf?: string;
}

const PERSPECTIVES = [undefined, 'USD', 'CNY', 'EUR'].flatMap((currency) =>
  ['2023-12-31', '2025-09-01', undefined].map((asOf) => ({ currency, asOf })),
);

interface CompaniesAnswer {
  companies: {
    nodes: {
      slug: string;
      reportingCurrency: string;
      quarters: { nodes: ({ calendarQuarter: string } & Record<string, Nested>)[] };
    }[];
  };
}

const queryOf = (
  figures: readonly Figure[],
) => `query ($slugs: [String!], $currency: Currency, $asOf: Date, $from: CalendarQuarter, $to: CalendarQuarter) {
  companies(where: { slugs: $slugs }) {
    nodes {
      slug
      reportingCurrency
      quarters(currency: $currency, asOf: $asOf, from: $from, to: $to) {
        nodes {
          calendarQuarter
          ${figures.map(({ selection }, place) => `figure${place}: ${selection}`).join('\n')}
        }
      }
    }
  }
}
${FRAGMENTS}`;

const COMPANIES = readTable('companies').map(({ slug }) => slug);

interface Question extends Perspective, Share {
  readonly slugs: readonly string[];
}

/** The figures of companies that are otherwise than the files give them. */
async function disagreements(
  of: TestServer,
  { slugs, currency, asOf, figures, from, to }: Question,
  added: readonly FactRow[] = [],
): Promise<object[]> {
  const { companies } = await of.query<CompaniesAnswer>(queryOf(figures), {
    slugs,
    currency,
    asOf,
    from,
    to,
  });
  expect(companies.nodes).toHaveLength(slugs.length);
  const found: object[] = [];
  for (const { slug, reportingCurrency, quarters } of companies.nodes) {
    const seen = companySeen(slug, currency ?? reportingCurrency, asOf, added);
    const known = seen.quarters.filter((each) => !from || (each >= from && each <= to!));
    expect(quarters.nodes.map(({ calendarQuarter }) => calendarQuarter)).toEqual(known);
    for (const { calendarQuarter, ...answers } of quarters.nodes) {
      for (const [place, figure] of figures.entries()) {
        const served = answers[`figure${place}`]!;
        const expected = figure.recalculate(seen, indexOf(calendarQuarter));
        const wrong = differences(served, expected, figure);
        if (wrong.length === 0) continue;
        const { selection } = figure;
        found.push({ slug, calendarQuarter, selection, wrong, served, expected });
      }
    }
  }
  return found;
}

/** A quarter of the companies is asked for some figures from a side, each other one for others; for all from all sides. */
const PARTS = [0, 1, 2, 3];

/** Every company from one of several sides. */
function questionsOf(
  perspective: Perspective,
  side: number,
  sides: number,
  added?: readonly FactRow[],
): Question[] {
  return PARTS.flatMap((part) => {
    const slugs = COMPANIES.filter((_, place) => (place + side) % PARTS.length === part);
    const known = slugs.flatMap(
      (slug) => companySeen(slug, 'USD', perspective.asOf, added).quarters,
    );
    const turn = side * PARTS.length + part;
    const quarters = [...new Set(known)].sort();
    return sharesAt(turn, sides * PARTS.length, FIGURES, quarters).map((share) => ({
      ...perspective,
      ...share,
      slugs,
    }));
  });
}

test.each(
  PERSPECTIVES.map((perspective, side) => [perspective, side] as const),
)(`figures of every company agree with the files: %j (RECALCULATION_SEED=${SEED})`, async (perspective, side) => {
  for (const question of questionsOf(perspective, side, PERSPECTIVES.length)) {
    expect((await disagreements(server, question)).slice(0, 5)).toEqual([]);
  }
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
  const reprinted = await startServer(url, UNBOUNDED);
  const amountsOn = async (asOf: string) => {
    const answer = await reprinted.query<
      Record<string, Record<string, { figure: { amount: string } }>>
    >(REPRINTED, { asOf });
    return Object.values(answer).flatMap((company) =>
      Object.values(company).map(({ figure }) => figure.amount),
    );
  };
  try {
    expect(await amountsOn('2025-11-25')).toEqual(['38676', '24612', '6200', '6500']);
    expect(await amountsOn('2025-11-26')).toEqual(['38676', '24650', '6183', '6600']);
    for (const asOf of ['2025-11-26', undefined]) {
      for (const question of questionsOf({ currency: 'CNY', asOf }, 0, 12, REPRINTS)) {
        const found = await disagreements(reprinted, question, REPRINTS);
        expect(found.slice(0, 5)).toEqual([]);
      }
    }
  } finally {
    await reprinted.stop();
  }
});
