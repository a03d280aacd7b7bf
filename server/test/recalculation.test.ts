import { afterAll, expect, test } from 'vitest';
import { readTable } from './dataset.ts';
import { indexOf, type Measure, type Recalculated, Recalculation } from './recalculation.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const CASH = ['CAPEX'];
const HEADLINE = ['CAPEX_INCLUDING_LEASES', 'CAPEX'];
const AMOUNTS: Record<string, Measure> = {
  revenue: ['REVENUE'],
  cloudRevenue: ['CLOUD_REVENUE'],
  'capex(basis: CASH)': CASH,
  'capex(basis: HEADLINE)': HEADLINE,
  operatingCashFlow: ['OPERATING_CASH_FLOW'],
  depreciation: ['DEPRECIATION_AND_AMORTIZATION'],
};
const RATIOS = ['Revenue', 'CloudRevenue', 'OperatingCashFlow', 'Depreciation'].flatMap((name) => {
  const below = AMOUNTS[name[0]!.toLowerCase() + name.slice(1)]!;
  return [
    { field: `capexTo${name}(basis: CASH)`, above: CASH, below },
    { field: `capexTo${name}(basis: HEADLINE)`, above: HEADLINE, below },
  ];
});
const WINDOWS = { QUARTER: 1, TRAILING_TWELVE_MONTHS: 4 };
const SPANS = { QUARTER: 1, YEAR: 4 };

/** A figure as the API serves it, and as it is worked out from the files. */
interface Figure {
  readonly selection: string;
  recalculate(from: Recalculation, quarter: number): Recalculated & { change?: number | null };
}

const MEASURE = 'value quality missing { concept calendarQuarter reason }';
const FIGURES = Object.entries(WINDOWS).flatMap(([window, length]): Figure[] => {
  const inWindow = (field: string) =>
    `${field.replace(')', '')}${field.endsWith(')') ? ', ' : '('}window: ${window})`;
  return [
    ...Object.entries(AMOUNTS).flatMap(([field, measure]) => [
      {
        selection: `${inWindow(field)} { ${MEASURE} }`,
        recalculate: (from: Recalculation, quarter: number) =>
          from.amount(measure, quarter, length),
      },
      ...Object.entries(SPANS).map(([over, span]) => ({
        selection: `${inWindow(field)} { growth(over: ${over}) { ${MEASURE} } }`,
        recalculate: (from: Recalculation, quarter: number) =>
          from.growth(measure, quarter, length, span),
      })),
    ]),
    ...RATIOS.map(({ field, above, below }) => ({
      selection: `${inWindow(field)} { ${MEASURE} change(over: YEAR) }`,
      recalculate: (from: Recalculation, quarter: number) => ({
        ...from.ratio(above, below, quarter, length),
        change: from.change(above, below, quarter, length, SPANS.YEAR)?.toNumber() ?? null,
      }),
    })),
  ];
});

const FIGURES_QUERY = `query ($currency: Currency, $asOf: Date) {
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

interface MeasureAnswer {
  value: number | null;
  quality: string | null;
  missing: { concept: string; calendarQuarter: string; reason: string }[];
  change?: number | null;
}

interface QuarterAnswer extends Record<string, MeasureAnswer | { growth: MeasureAnswer } | string> {
  calendarQuarter: string;
}

interface FiguresAnswer {
  companies: {
    nodes: { slug: string; reportingCurrency: string; quarters: { nodes: QuarterAnswer[] } }[];
  };
}

/** Both sides in one form. Which quarter of several cannot be compared is left to the API. */
function describe(value: number | null, quality: string | null, missing: Iterable<string>) {
  const gaps = [...missing].map((gap) =>
    gap.replace(/.* (NOT_COMPARABLE|NOT_MEANINGFUL)$/, '$1').replace('_INCLUDING_LEASES', ''),
  );
  return { value, quality, missing: [...new Set(gaps)].sort().join(', ') };
}

const isNear = (a: number | null | undefined, b: number | null | undefined) =>
  a === b || (a != null && b != null && Math.abs(a - b) <= 1e-12 * Math.abs(b) + 1e-15);

function compare(answer: MeasureAnswer, expected: Recalculated & { change?: number | null }) {
  const gaps = answer.missing.map((gap) => `${gap.concept} ${gap.calendarQuarter} ${gap.reason}`);
  const served = describe(answer.value, answer.quality, gaps);
  const value = expected.value?.toNumber() ?? null;
  const recalculated = describe(value, expected.quality, expected.missing);
  const agrees =
    isNear(served.value, recalculated.value) &&
    isNear(answer.change, expected.change) &&
    served.quality === recalculated.quality &&
    served.missing === recalculated.missing;
  return agrees
    ? null
    : {
        served: { ...served, change: answer.change },
        recalculated: { ...recalculated, change: expected.change },
      };
}

const CURRENCIES = [undefined, 'USD', 'CNY'];
const DAYS = ['2023-12-31', '2025-09-01', undefined];

test.each(CURRENCIES.flatMap((currency) => DAYS.map((asOf) => ({ currency, asOf }))))(
  'every figure agrees with the files: $currency as of $asOf',
  async (perspective) => {
    const { companies } = await server.query<FiguresAnswer>(FIGURES_QUERY, perspective);
    const { currency, asOf = '9999-12-31' } = perspective;
    const disagreements: object[] = [];
    expect(companies.nodes).toHaveLength(readTable('companies').length);
    for (const { slug, reportingCurrency, quarters } of companies.nodes) {
      const from = new Recalculation(slug, currency ?? reportingCurrency, asOf);
      expect(quarters.nodes.map(({ calendarQuarter }) => calendarQuarter)).toEqual(from.quarters);
      for (const quarter of quarters.nodes) {
        FIGURES.forEach(({ selection, recalculate }, place) => {
          const answer = quarter[`figure${place}`] as MeasureAnswer & { growth?: MeasureAnswer };
          const expected = recalculate(from, indexOf(quarter.calendarQuarter));
          const difference = compare(answer.growth ?? answer, expected);
          if (difference) {
            disagreements.push({
              slug,
              quarter: quarter.calendarQuarter,
              selection,
              ...difference,
            });
          }
        });
      }
    }
    expect(disagreements).toEqual([]);
  },
);
