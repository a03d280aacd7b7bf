import { afterAll, expect, test } from 'vitest';
import { readTable } from './dataset.ts';
import { indexOf } from './known-figures.ts';
import { type Expected, figuresOf } from './recalculated-figures.ts';
import { Recalculation } from './recalculation.ts';
import { startServer } from './testkit.ts';

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
  /** Of a ratio, over each span. */
  [change: `change${string}`]: number | null;
}

type QuarterAnswer = { calendarQuarter: string } & Record<string, Answer & { growth?: Answer }>;

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

function agrees(answer: Answer, expected: Expected): boolean {
  const amount = expected.value?.toDecimalPlaces(2).toFixed() ?? null;
  const gaps = answer.missing.map((gap) => `${gap.concept} ${gap.calendarQuarter} ${gap.reason}`);
  return (
    isNear(answer.value, expected.value?.toNumber() ?? null) &&
    Object.entries(expected.change ?? {}).every(([over, change]) =>
      isNear(answer[over as `change${string}`], change),
    ) &&
    (answer.amount === undefined || answer.amount === amount) &&
    answer.quality === expected.quality &&
    reasons(gaps) === reasons(expected.missing)
  );
}

const PERSPECTIVES = [undefined, 'USD', 'CNY'].flatMap((currency) =>
  ['2023-12-31', '2025-09-01', undefined].map((asOf) => ({ currency, asOf })),
);

test.each([
  ...PERSPECTIVES,
  { currency: 'EUR', asOf: undefined },
])('every figure of every company agrees with the files: in $currency as of $asOf', async ({
  currency,
  asOf,
}) => {
  const { companies } = await server.query<CompaniesAnswer>(QUERY, { currency, asOf });
  expect(companies.nodes).toHaveLength(readTable('companies').length);
  const disagreements: object[] = [];
  for (const { slug, reportingCurrency, quarters } of companies.nodes) {
    const from = new Recalculation(slug, currency ?? reportingCurrency, asOf ?? '9999-12-31');
    expect(quarters.nodes.map(({ calendarQuarter }) => calendarQuarter)).toEqual(from.quarters);
    for (const quarter of quarters.nodes) {
      for (const [place, { selection, recalculate }] of FIGURES.entries()) {
        const answer = quarter[`figure${place}`]!;
        const served = answer.growth ?? answer;
        const expected = recalculate(from, indexOf(quarter.calendarQuarter));
        if (agrees(served, expected)) continue;
        disagreements.push({
          slug,
          quarter: quarter.calendarQuarter,
          selection,
          served,
          expected,
        });
      }
    }
  }
  expect(disagreements.slice(0, 5)).toEqual([]);
});
