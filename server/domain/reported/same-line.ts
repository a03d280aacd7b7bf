import type { PeriodHistory } from './period-history.ts';
import { lengthOf } from './quarter-range.ts';
import { agree } from './reported-value.ts';

/** How often two tags' reports of one period have to be seen, in years, before one is taken to stand in for the other. */
const YEARS_IN_TURN = 2;

/** That two tags are one line, or two; null where nothing speaks for either. */
export type TagRelation = 'ONE' | 'TWO' | null;

/**
 * What two tags of a company are: one line if they agree wherever both are reported, on one period at least;
 * or if they never meet, and one is only in the quarterly reports where the other is only in the annual
 * ones, year after year. Two lines if they disagree on any period.
 */
export function tagRelation(
  a: ReadonlyMap<number, PeriodHistory>,
  b: ReadonlyMap<number, PeriodHistory>,
): TagRelation {
  let meet = 0;
  for (const [key, { newest }] of a) {
    const other = b.get(key)?.newest;
    if (!newest || !other) continue;
    if (!agree(newest, other)) return 'TWO';
    // That there was nothing of either says nothing of what they are.
    if (newest.value !== 0) meet++;
  }
  return meet > 0 || takeTurns(a, b) || takeTurns(b, a) ? 'ONE' : null;
}

/** Whether one is in quarterly reports only, the other in annual ones only, of the same years. */
function takeTurns(
  quarterly: ReadonlyMap<number, PeriodHistory>,
  annual: ReadonlyMap<number, PeriodHistory>,
): boolean {
  const toDate = acceptedOf(quarterly);
  const years = acceptedOf(annual);
  if (!toDate.every(({ form }) => form === 'QUARTERLY')) return false;
  if (!years.every(({ form }) => form === 'ANNUAL')) return false;
  const inTurn = new Set(
    years
      .filter((year) => lengthOf(year) === 4)
      .filter(({ first, last }) => toDate.some((each) => each.first === first && each.last < last))
      .map(({ first }) => first),
  );
  const reports = new Set(years.map(({ publishedOn }) => publishedOn));
  return inTurn.size >= YEARS_IN_TURN && reports.size >= YEARS_IN_TURN;
}

function acceptedOf(periods: ReadonlyMap<number, PeriodHistory>) {
  return [...periods.values()].flatMap(({ accepted }) => accepted);
}
