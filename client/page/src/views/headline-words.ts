import { formatGrowth, formatMoney, formatMultiple } from '@capexgraph/client/format';
import type { HeadlineQuery } from '../generated/documents.ts';
import { START, type View } from '../state/view.ts';

/** A piece of a sentence; a number leads to its working. */
export type Piece = string | { readonly text: string; readonly changes: Partial<View> };

type Comparison = HeadlineQuery['comparison'];

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
  const atNarrowest =
    narrowest === newest
      ? 'The gap has never been narrower. '
      : `At its narrowest, in the twelve months to ${narrowest.calendarQuarter}, it was ${formatMultiple(narrowest.capexMultiple)}. `;
  return {
    title: [
      `In the twelve months to ${calendarQuarter}, ${baseline.name} spent `,
      spent(BASELINE, capexMultiple.numerator),
      ` on capital expenditures and ${challenger.name} `,
      spent(CHALLENGER, capexMultiple.denominator),
      `: ${formatMultiple(capexMultiple)} as much.`,
    ],
    text: [
      before ? `A year before, the multiple was ${formatMultiple(before.capexMultiple)}. ` : '',
      atNarrowest,
      ...growthWords(comparison, asOf),
    ],
  };
}

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
  const longest = outgrowthRuns.reduce<Comparison['outgrowthRuns'][number] | undefined>(
    (best, run) => (best && best.quarters >= run.quarters ? best : run),
    undefined,
  );
  return [
    `${(points > 0 ? challenger : baseline).name} are growing faster now: over the year to ${calendarQuarter}, ${challenger.name} by `,
    grew(CHALLENGER, growthLead.challenger),
    `, ${baseline.name} by `,
    grew(BASELINE, growthLead.baseline),
    '.',
    longest
      ? ` The longest run of quarters in which ${challenger.name} grew faster was ${longest.from} to ${longest.to}.`
      : '',
  ];
}
