import { afterAll, expect, test } from 'vitest';
import { readTable } from './dataset.ts';
import { indexOf } from './known-figures.ts';
import { CAPEX, checkComparisons, figuresOf, MEASURE, quartersOf } from './recalculated-figures.ts';
import { GroupRecalculation } from './recalculated-groups.ts';
import { difference, pointsOf, quotient, type Recalculated } from './recalculation.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const FIGURES = figuresOf('GroupQuarter');

const WINDOWS = quartersOf('Window');
const SPANS = quartersOf('Span');

interface Answer {
  amount?: string | null;
  value: number | null;
  quality: string | null;
  missing: {
    company: { slug: string };
    concept: string;
    calendarQuarter: string;
    reason: string;
  }[];
  /** Of a difference of rates. */
  points?: number | null;
}

type QuarterAnswer = { calendarQuarter: string } & Record<
  string,
  Answer & { growth?: Answer; change?: Answer }
>;

const QUERY = `query ($currency: Currency!, $asOf: Date) {
  groups {
    slug
    quarters(currency: $currency, asOf: $asOf) {
      calendarQuarter
      ${FIGURES.map(({ selection }, place) => `figure${place}: ${selection}`).join('\n')}
    }
  }
}`;

const isNear = (a: number | null | undefined, b: number | null | undefined) =>
  a === b || (a != null && b != null && Math.abs(a - b) <= 1e-12 * Math.abs(b) + 1e-13);

/** To the cent that each member's amount is rounded to. */
const isEqualMoney = (a: string | null | undefined, b: number | undefined) =>
  a == null ? b === undefined : b !== undefined && Math.abs(Number(a) - b) < 0.03;

/** Which of several quarters cannot be compared, and which capex a headline lacks, is left open. */
function reasons(gaps: Iterable<string>): string {
  const plain = [...gaps].map((gap) =>
    gap
      .replace(/^.+ NOT_MEANINGFUL$/, 'NOT_MEANINGFUL')
      .replace(/^(\S+) .* NOT_COMPARABLE$/, '$1 NOT_COMPARABLE')
      .replace('_INCLUDING_LEASES', ''),
  );
  return [...new Set(plain)].sort().join(', ');
}

function agrees(answer: Answer, expected: Recalculated): boolean {
  const gaps = answer.missing.map(
    ({ company, concept, calendarQuarter, reason }) =>
      `${company.slug} ${concept} ${calendarQuarter} ${reason}`,
  );
  return (
    isNear(answer.value, expected.value?.toNumber() ?? null) &&
    (answer.points === undefined || isNear(answer.points, pointsOf(expected))) &&
    (answer.amount === undefined || isEqualMoney(answer.amount, expected.value?.toNumber())) &&
    answer.quality === expected.quality &&
    reasons(gaps) === reasons(expected.missing)
  );
}

const PERSPECTIVES = ['USD', 'CNY', 'EUR'].flatMap((currency) =>
  ['2023-12-31', '2025-09-01', undefined].map((asOf) => ({ currency, asOf })),
);

test.each(
  PERSPECTIVES,
)('every figure of every group agrees with the files: in $currency as of $asOf', async ({
  currency,
  asOf,
}) => {
  const { groups } = await server.query<{
    groups: { slug: string; quarters: QuarterAnswer[] }[];
  }>(QUERY, { currency, asOf });
  expect(groups.map(({ slug }) => slug)).toEqual(readTable('groups').map(({ slug }) => slug));
  const disagreements: object[] = [];
  for (const { slug, quarters } of groups) {
    const from = new GroupRecalculation(slug, currency, asOf ?? '9999-12-31');
    expect(quarters.map(({ calendarQuarter }) => calendarQuarter)).toEqual(from.quarters);
    for (const { calendarQuarter, ...figures } of quarters) {
      for (const [place, { selection, recalculate }] of FIGURES.entries()) {
        const answer = figures[`figure${place}`]!;
        const served = answer.growth ?? answer.change ?? answer;
        const expected = recalculate(from, indexOf(calendarQuarter));
        if (agrees(served, expected)) continue;
        disagreements.push({ slug, calendarQuarter, selection, served, expected });
      }
    }
  }
  expect(disagreements.slice(0, 5)).toEqual([]);
});

interface Run {
  from: string;
  to: string;
  quarters: number;
  ongoing: boolean;
}

interface ComparisonAnswer {
  comparison: Record<string, Run[]> & {
    quarters: ({ calendarQuarter: string } & Record<string, Answer>)[];
  };
}

const CELLS = Object.keys(CAPEX).flatMap((basis) =>
  SPANS.flatMap(([over, span]) =>
    WINDOWS.map(([window, length]) => ({ basis, over, span, window, length })),
  ),
);

const COMPARISON = `query ($baseline: GroupBy!, $challenger: GroupBy!, $currency: Currency!, $asOf: Date) {
  comparison(baseline: $baseline, challenger: $challenger, currency: $currency, asOf: $asOf) {
    ${CELLS.map(({ basis, over }, place) => `runs${place}: outgrowthRuns(over: ${over}, basis: ${basis}) { from to quarters ongoing }`).join('\n')}
    quarters {
      calendarQuarter
      ${CELLS.map(
        ({ basis, over, window }, place) => `
          multiple${place}: capexMultiple(window: ${window}, basis: ${basis}) { ${MEASURE} }
          lead${place}: growthLead(over: ${over}, window: ${window}, basis: ${basis}) { points ${MEASURE} }`,
      ).join('\n')}
    }
  }
}`;

checkComparisons();

/** The runs of positive numbers; the last is ongoing when it ends with the last number. */
function runsOf(leads: readonly { quarter: string; lead: number | null }[]): Run[] {
  const runs: Run[] = [];
  const newest = leads.findLast(({ lead }) => lead !== null)?.quarter;
  leads.forEach(({ quarter, lead }, place) => {
    if (lead === null || lead <= 0) return;
    const goesOn = (leads[place - 1]?.lead ?? 0) > 0;
    const run = goesOn ? runs.pop()! : { from: quarter, quarters: 0 };
    runs.push({
      from: run.from,
      to: quarter,
      quarters: run.quarters + 1,
      ongoing: quarter === newest,
    });
  });
  return runs;
}

test.each(
  PERSPECTIVES.flatMap((perspective) => [
    { baseline: 'us-hyperscalers', challenger: 'china-hyperscalers', ...perspective },
    { baseline: 'us-cloud', challenger: 'china-cloud', ...perspective },
  ]),
)('$challenger beside $baseline agrees with the files: in $currency as of $asOf', async ({
  baseline,
  challenger,
  currency,
  asOf,
}) => {
  const { comparison } = await server.query<ComparisonAnswer>(COMPARISON, {
    baseline: { slug: baseline },
    challenger: { slug: challenger },
    currency,
    asOf,
  });
  const [ours, theirs] = [baseline, challenger].map(
    (group) => new GroupRecalculation(group, currency, asOf ?? '9999-12-31'),
  );
  const quarters = [...new Set([...ours!.quarters, ...theirs!.quarters])].sort();
  expect(comparison.quarters.map(({ calendarQuarter }) => calendarQuarter)).toEqual(quarters);
  const disagreements: object[] = [];
  for (const [place, { basis, span, length, ...cell }] of CELLS.entries()) {
    const measure = CAPEX[basis]!;
    const leads: { quarter: string; lead: number | null }[] = [];
    for (const { calendarQuarter, ...answers } of comparison.quarters) {
      const quarter = indexOf(calendarQuarter);
      const multiple = quotient([
        ours!.amount(measure, quarter, length),
        theirs!.amount(measure, quarter, length),
      ]);
      const lead = difference([
        ours!.growth(measure, quarter, length, span),
        theirs!.growth(measure, quarter, length, span),
      ]);
      leads.push({ quarter: calendarQuarter, lead: pointsOf(lead) });
      const served = answers[`multiple${place}`] as Answer;
      const servedLead = answers[`lead${place}`] as Answer;
      if (agrees(served, multiple) && agrees(servedLead, lead)) continue;
      disagreements.push({ calendarQuarter, basis, ...cell, served, multiple, servedLead, lead });
    }
    if (length === 1) expect(comparison[`runs${place}`]).toEqual(runsOf(leads));
  }
  expect(disagreements.slice(0, 5)).toEqual([]);
});
