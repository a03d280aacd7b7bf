import { formatGrowth, formatMoney } from '@capexgraph/client/format';
import type { HeadlineQuery } from '../generated/documents.ts';
import { endOf } from '../state/quarters.ts';
import { START, type View } from '../state/view.ts';
import { capital, dayWords, listWords } from '../state/words.ts';

/** A piece of a sentence; a number leads to its working. */
export type Piece = string | { readonly text: string; readonly changes: Partial<View> };

type Comparison = HeadlineQuery['comparison'];
type Growth = NonNullable<Comparison['latest']>['growthLead']['baseline'];

/** So many times of faster growth are told one by one. */
const MOST_RUNS = 4;

const [BASELINE, CHALLENGER] = START.of as [string, string];

/** The answer at a glance: what both groups spent, the multiple then and now, who grows faster, and who they are. */
export function headlineWords(
  { comparison, companies }: HeadlineQuery,
  asOf: string,
): {
  readonly title: readonly Piece[];
  readonly text: readonly Piece[];
  /** Who the groups are, and how new the figures. */
  readonly basis: string;
} {
  const { baseline, challenger, quarters } = comparison;
  const known = quarters.filter(({ capexMultiple }) => capexMultiple.value !== null);
  const newest = known.at(-1);
  if (!newest) {
    return {
      title: ['On this day, no twelve months of both groups were known.'],
      text: [],
      basis: '',
    };
  }
  const { calendarQuarter, capexMultiple } = newest;
  const spent = (key: string, amount: typeof capexMultiple.numerator): Piece => ({
    text: formatMoney(amount),
    changes: { ...START, asOf, by: 'TRAILING_TWELVE_MONTHS', point: `${key}.${calendarQuarter}` },
  });
  const yearBefore = `${Number(calendarQuarter.slice(0, 4)) - 1}${calendarQuarter.slice(4)}`;
  const before = known.find((quarter) => quarter.calendarQuarter === yearBefore);
  const narrowest = known.reduce((least, other) =>
    other.capexMultiple.value! < least.capexMultiple.value! ? other : least,
  );
  const isNarrowest = narrowest === newest;
  const was = [
    ...(before ? [`a year before it was ${timesWords(before.capexMultiple.value)}`] : []),
    ...(isNarrowest
      ? []
      : [
          `at its narrowest, to ${endOf(narrowest.calendarQuarter)}, ${timesWords(narrowest.capexMultiple.value)}`,
        ]),
  ];
  const days = companies.nodes
    .flatMap(({ latestQuarter }) => latestQuarter?.facts ?? [])
    .map(({ publishedOn }) => publishedOn)
    .sort();
  return {
    title: [
      asOf ? `As known on ${dayWords(asOf)}, ${baseline.name} spent ` : `${baseline.name} spent `,
      spent(BASELINE, capexMultiple.numerator),
      ` on capital expenditures in the twelve months to ${endOf(calendarQuarter)}, ${timesWords(capexMultiple.value)} the `,
      spent(CHALLENGER, capexMultiple.denominator),
      ` of ${challenger.name}.`,
    ],
    text: [
      was.length ? `${capital(was.join('; '))}. ` : '',
      isNarrowest ? 'The gap has never been narrower. ' : '',
      ...growthWords(comparison, asOf),
    ],
    basis: `${membersWords(baseline)} ${membersWords(challenger)} Data to ${dayWords(days.at(-1)!)}.`,
  };
}

/** E.g. China hyperscalers: Alibaba Group, Tencent and Baidu. */
const membersWords = ({ name, members }: Comparison['baseline']) =>
  `${name}: ${listWords(members.map((member) => member.name))}.`;

/** E.g. 12.0 times. */
const timesWords = (multiple: number | null) => `${multiple?.toFixed(1)}\u00a0times`;

/** Who grew faster, in the newest quarter alone and over twelve months, and when China did for longest. */
function growthWords(comparison: Comparison, asOf: string): Piece[] {
  const { baseline, challenger, latest } = comparison;
  if (!latest) return [];
  const { growthLead, capexMultiple, calendarQuarter } = latest;
  const grew = (key: string, growth: Growth, by: View['by']): Piece => ({
    text: formatGrowth(growth),
    changes: { ...START, asOf, by, show: 'GROWTH_YEAR', point: `${key}.${calendarQuarter}` },
  });
  const compared = (of: readonly [Growth, Growth], by: View['by']): Piece[] => {
    const [ofBaseline, ofChallenger] = of;
    if (ofBaseline.value === null || ofChallenger.value === null) return [];
    const base = {
      name: baseline.name,
      value: ofBaseline.value,
      piece: grew(BASELINE, ofBaseline, by),
    };
    const other = {
      name: challenger.name,
      value: ofChallenger.value,
      piece: grew(CHALLENGER, ofChallenger, by),
    };
    const [fast, slow] = other.value > base.value ? [other, base] : [base, other];
    const verb = fast.value < 0 ? 'fell less' : 'grew faster';
    return [`${fast.name} ${verb} (`, fast.piece, ' against ', slow.piece, ')'];
  };
  const inQuarter = compared([growthLead.baseline, growthLead.challenger], 'QUARTER');
  const inYear = compared(
    [capexMultiple.numerator.growth, capexMultiple.denominator.growth],
    'TRAILING_TWELVE_MONTHS',
  );
  if (!inQuarter.length) return [];
  return [
    `In the quarter to ${endOf(calendarQuarter)} alone, `,
    ...inQuarter,
    ...(inYear.length ? ['; over the twelve months, ', ...inYear] : []),
    ', year on year, in US dollars. ',
    runsWords(comparison),
  ];
}

/** When China grew faster by single quarters, or fell less; of many times, the longest. */
function runsWords({ challenger: { name }, outgrowthRuns: runs, quarters }: Comparison): string {
  if (!runs.length) return `${name} never grew faster before.`;
  const hasFallen = quarters.some(
    ({ calendarQuarter: at, growthLead }) =>
      (growthLead.challenger.value ?? 0) < 0 && runs.some(({ from, to }) => from <= at && at <= to),
  );
  const grew = `By single quarters, ${name} grew faster${hasFallen ? ', or fell less,' : ''}`;
  const words = runs.map(({ from, to }) => (from === to ? `in ${from}` : `from ${from} to ${to}`));
  if (runs.length <= MOST_RUNS) return `${grew} ${listWords(words)}.`;
  const longest = Math.max(...runs.map(({ quarters }) => quarters));
  const at = runs.findIndex(({ quarters }) => quarters === longest);
  return `${grew} for longest ${words[at]}.`;
}
