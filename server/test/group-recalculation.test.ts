import { afterAll, expect, test } from 'vitest';
import { type Answer, differences, type Nested } from './agreement.ts';
import { readTable } from './dataset.ts';
import { indexOf } from './known-figures.ts';
import { difference, pointsOf, quotient } from './measured.ts';
import {
  CAPEX,
  checkComparisons,
  type Figure,
  FRAGMENTS,
  figuresOf,
  SINGLE_SPANS,
} from './recalculated-figures.ts';
import { GroupRecalculation, membersOf } from './recalculation.ts';
import { oneOf, SEED, sharesAt } from './shares.ts';
import { startServer, UNBOUNDED } from './testkit.ts';
import { WINDOWS } from './windows.ts';

const server = await startServer(undefined, UNBOUNDED);
afterAll(() => server.stop());

const FIGURES = figuresOf('GroupQuarter');

const PERSPECTIVES = ['USD', 'CNY', 'EUR'].flatMap((currency) =>
  ['2023-12-31', '2025-09-01', undefined].map((asOf) => ({ currency, asOf })),
);

/** The groups of the dataset; and some of any companies, whose fiscal years end together or do not. */
const GROUPS: readonly { by: object; members: readonly string[] }[] = [
  ...readTable('groups').map(({ slug }) => ({ by: { slug }, members: membersOf(slug) })),
  ...[
    ['amazon', 'alphabet', 'meta', 'coreweave'],
    ['alibaba'],
    ['microsoft', 'oracle'],
    ['tencent', 'baidu', 'kingsoft-cloud', 'ibm'],
    ['meta', 'tencent'],
  ].map((members) => ({ by: { companies: members.map((slug) => ({ slug })) }, members })),
];

interface GroupAnswer {
  group: { quarters: ({ calendarQuarter: string } & Record<string, Nested>)[] };
}

const queryOf = (
  figures: readonly Figure[],
) => `query ($by: GroupBy!, $currency: Currency!, $asOf: Date, $from: CalendarQuarter, $to: CalendarQuarter) {
  group(by: $by) {
    quarters(currency: $currency, asOf: $asOf, from: $from, to: $to) {
      calendarQuarter
      ${figures.map(({ selection }, at) => `figure${at}: ${selection}`).join('\n')}
    }
  }
}
${FRAGMENTS}`;

test.each(
  PERSPECTIVES.map((perspective, side) => [perspective, side] as const),
)(`figures of every group agree with the files: %j (RECALCULATION_SEED=${SEED})`, async ({
  currency,
  asOf,
}, side) => {
  const found: object[] = [];
  for (const [place, { by, members }] of GROUPS.entries()) {
    const seen = new GroupRecalculation(members, currency, asOf);
    // Each group is asked for some figures from a side, each other group for others.
    const turn = side * GROUPS.length + place;
    for (const share of sharesAt(
      turn,
      PERSPECTIVES.length * GROUPS.length,
      FIGURES,
      seen.quarters,
    )) {
      const { figures, from, to } = share;
      const variables = { by, currency, asOf, from, to };
      const { group } = await server.query<GroupAnswer>(queryOf(figures), variables);
      const known = seen.quarters.filter((each) => !from || (each >= from && each <= to!));
      expect(group.quarters.map(({ calendarQuarter }) => calendarQuarter)).toEqual(known);
      for (const { calendarQuarter, ...answers } of group.quarters) {
        for (const [at, figure] of figures.entries()) {
          const served = answers[`figure${at}`]!;
          const expected = figure.recalculate(seen, indexOf(calendarQuarter));
          const wrong = differences(served, expected, figure);
          if (wrong.length === 0) continue;
          const { selection } = figure;
          found.push({ members, calendarQuarter, selection, wrong, served, expected });
        }
      }
    }
  }
  expect(found.slice(0, 5)).toEqual([]);
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
  SINGLE_SPANS.flatMap((span) => Object.values(WINDOWS).map((window) => ({ basis, span, window }))),
);

const COMPARISON = `query ($baseline: GroupBy!, $challenger: GroupBy!, $currency: Currency!, $asOf: Date) {
  comparison(baseline: $baseline, challenger: $challenger, currency: $currency, asOf: $asOf) {
    ${CELLS.map(({ basis, span }, place) => `runs${place}: outgrowthRuns(over: ${span.name}, basis: ${basis}) { from to quarters ongoing }`).join('\n')}
    quarters {
      calendarQuarter
      ${CELLS.map(
        ({ basis, span, window }, place) => `
          multiple${place}: capexMultiple(window: ${window.name}, basis: ${basis}) { ...M }
          lead${place}: growthLead(over: ${span.name}, window: ${window.name}, basis: ${basis}) { points ...M }`,
      ).join('\n')}
    }
  }
}
${FRAGMENTS.split('\n')[1]}`;

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

const PAIRS = [
  { baseline: 'us-hyperscalers', challenger: 'china-hyperscalers' },
  { baseline: 'us-cloud', challenger: 'china-cloud' },
];

test.each(
  PERSPECTIVES.flatMap((perspective, side) =>
    oneOf(PAIRS, side).map((pair) => ({ ...pair, ...perspective })),
  ),
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
    (group) => new GroupRecalculation(membersOf(group), currency, asOf),
  );
  const quarters = [...new Set([...ours!.quarters, ...theirs!.quarters])].sort();
  expect(comparison.quarters.map(({ calendarQuarter }) => calendarQuarter)).toEqual(quarters);
  const found: object[] = [];
  for (const [place, { basis, span, window }] of CELLS.entries()) {
    const item = CAPEX[basis]!;
    const leads: { quarter: string; lead: number | null }[] = [];
    for (const { calendarQuarter, ...answers } of comparison.quarters) {
      const quarter = indexOf(calendarQuarter);
      const multiple = quotient([
        ours!.amount(item, quarter, window),
        theirs!.amount(item, quarter, window),
      ]);
      const lead = difference([
        ours!.growth(item, quarter, window, span),
        theirs!.growth(item, quarter, window, span),
      ]);
      leads.push({ quarter: calendarQuarter, lead: pointsOf(lead) });
      for (const [name, expected] of Object.entries({ multiple, lead })) {
        const served = answers[`${name}${place}`]!;
        const wrong = differences(served, expected);
        if (wrong.length === 0) continue;
        const cell = { basis, span: span.name, window: window.name };
        found.push({ calendarQuarter, name, ...cell, wrong, served, expected });
      }
    }
    if (window.name === 'QUARTER') expect(comparison[`runs${place}`]).toEqual(runsOf(leads));
  }
  expect(found.slice(0, 5)).toEqual([]);
});
