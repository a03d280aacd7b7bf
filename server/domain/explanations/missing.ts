import type { Amount } from '../amount.ts';
import { formatCalendarQuarter } from '../calendar-quarter.ts';
import { listed } from '../format.ts';
import type { Gap, Obstacle } from '../gap.ts';
import { TAXONOMY } from '../measures.ts';
import type { GapReason } from '../vocabulary.ts';
import { periodOf } from './periods.ts';

/**
 * No value: cloud revenue of Tencent is not disclosed (2025Q2). Where amounts that something is divided by
 * are zero or less, it is they that are, and not what they are made from: free cash flow of Acme is zero or
 * less (twelve months to 2025Q2).
 */
export function explainGaps(gaps: readonly Gap[], divisors: readonly Amount[] = []): string {
  const quarters = new Map<string, string[]>();
  for (const amount of divisors) {
    const sentence = `${amount.item.name} of ${amount.subject} ${REASONS.NOT_MEANINGFUL}`;
    quarters.set(sentence, [...(quarters.get(sentence) ?? []), periodOf(amount)]);
  }
  for (const gap of gaps.filter((gap) => !gap.obstacle && !isOfDivisor(gap))) {
    const sentence = `${TAXONOMY[gap.concept].name} of ${gap.company.name} ${REASONS[gap.reason]}`;
    const list = quarters.get(sentence) ?? [];
    quarters.set(sentence, [...list, formatCalendarQuarter(gap.calendarQuarter)]);
  }
  const sentences = [...quarters].map(([sentence, list]) => `${sentence} (${listed(list)})`);
  return `No value: ${[...sentences, ...obstaclesOf(gaps)].join('; ')}`;
}

/** Whether what lacks is no figure: there is one, of zero or less. */
export function isOfDivisor({ reason, obstacle }: Gap): boolean {
  return reason === 'NOT_MEANINGFUL' && !obstacle;
}

/** fiscal years that do not end with the same quarter are not added up or compared (Microsoft and Amazon) */
function obstaclesOf(gaps: readonly Gap[]): string[] {
  const obstacles = [...new Set(gaps.flatMap(({ obstacle }) => obstacle ?? []))];
  return obstacles.map((obstacle) => {
    const names = gaps
      .filter((gap) => gap.obstacle === obstacle)
      .map(({ company }) => company.name);
    return `${OBSTACLES[obstacle]} (${listed([...new Set(names)])})`;
  });
}

const REASONS: Readonly<Record<GapReason, string>> = {
  NOT_DISCLOSED: 'is not disclosed',
  NOT_YET_PUBLISHED: 'was not yet published',
  NOT_IN_DATASET: 'is not in the dataset',
  OUT_OF_RANGE: 'lies before the oldest quarter known',
  NOT_DERIVABLE: 'does not follow from the periods that are reported',
  NOT_COMPARABLE: 'is not known in the same definition',
  NOT_MEANINGFUL: 'is zero or less',
  NO_EXCHANGE_RATE: 'has no average exchange rate',
};

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  WINDOW_BEGINS_LATER: 'the window begins after the quarter',
  QUARTER_OF_YEAR_TO_DATE:
    'a sum to date is compared with that of the year before, not with that of the quarter before',
  YEARS_END_DIFFERENTLY:
    'fiscal years that do not end with the same quarter are not added up or compared',
  YEAR_END_MOVED: 'the fiscal year had another end',
};
