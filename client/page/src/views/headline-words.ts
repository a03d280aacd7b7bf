import { formatGrowth, formatMoney } from '@capexgraph/client/format';
import type { HeadlineQuery } from '../generated/documents.ts';
import { endOf } from '../state/quarters.ts';
import { START, type View } from '../state/view.ts';
import { capital, dayWords, listWords } from '../state/words.ts';

/** A piece of a sentence; a number leads to its working. */
export type Piece = string | { readonly text: string; readonly changes: Partial<View> };

type Comparison = HeadlineQuery['comparison'];

/** So many times of faster growth are told one by one. */
const MOST_RUNS = 4;

const [BASELINE, CHALLENGER] = START.of as [string, string];

/** The answer at a glance: what both groups spent, the multiple then and now, who grows faster. */
export function headlineWords(
  comparison: Comparison,
  asOf: string,
): { readonly title: readonly Piece[]; readonly text: readonly Piece[] } {
  const { baseline, challenger, quarters } = comparison;
  const known = quarters.filter(({ capexMultiple }) => capexMultiple.value !== null);
  const newest = known.at(-1);
  if (!newest) {
    return { title: ['On this day, no twelve months of both groups were known.'], text: [] };
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
          `at its narrowest, in the twelve months to ${endOf(narrowest.calendarQuarter)}, it was ${timesWords(narrowest.capexMultiple.value)}`,
        ]),
  ];
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
  };
}

/** E.g. 12.0 times. */
const timesWords = (multiple: number | null) => `${multiple?.toFixed(1)}\u00a0times`;

/** Who is growing faster, and when China did for longest. */
function growthWords(comparison: Comparison, asOf: string): Piece[] {
  const { baseline, challenger, latest, outgrowthRuns } = comparison;
  const { growthLead, calendarQuarter } = latest ?? {};
  const points = growthLead?.points ?? null;
  if (!growthLead || points === null) return [];
  const grew = (key: string, growth: typeof growthLead.baseline): Piece => ({
    text: formatGrowth(growth),
    changes: { ...START, asOf, show: 'GROWTH_YEAR', point: `${key}.${calendarQuarter}` },
  });
  const [ofBaseline, ofChallenger] = [
    grew(BASELINE, growthLead.baseline),
    grew(CHALLENGER, growthLead.challenger),
  ];
  return [
    `${(points > 0 ? challenger : baseline).name} are growing faster now, by `,
    points > 0 ? ofChallenger : ofBaseline,
    ` over the year to ${calendarQuarter} against `,
    points > 0 ? ofBaseline : ofChallenger,
    '. ',
    runsWords(challenger.name, outgrowthRuns),
  ];
}

/** When China grew faster; of many times, the longest. */
function runsWords(name: string, runs: Comparison['outgrowthRuns']): string {
  if (!runs.length) return `${name} never grew faster before.`;
  const words = runs.map(({ from, to }) => (from === to ? `in ${from}` : `from ${from} to ${to}`));
  if (runs.length <= MOST_RUNS) return `${name} grew faster ${listWords(words)}.`;
  const longest = Math.max(...runs.map(({ quarters }) => quarters));
  const at = runs.findIndex(({ quarters }) => quarters === longest);
  return `${name} grew faster for longest ${words[at]}.`;
}
