import type { Amount } from './amount.ts';
import { addDays, type Day } from './day.ts';
import type { Gap } from './gap.ts';

/** What an amount was over some days. */
export interface Vintage {
  readonly validFrom: Day;
  /** The last day; null for the newest. */
  readonly validTo: Day | null;
  readonly amount: Amount;
}

/**
 * Every value that an amount has had up to the day as of which it is known, newest first, from the day on
 * which there first was one. One follows another only where the value or its reason changed.
 */
export function vintagesOf(amount: Amount): Vintage[] {
  const vintages: Vintage[] = [];
  let before: string | undefined;
  for (const validFrom of amount.days) {
    if (validFrom > amount.asOf) break;
    const then = amount.on(validFrom);
    const answer = answerOf(then);
    const isFirst = vintages.length === 0;
    if (answer === before || (isFirst && then.value() === null)) continue;
    before = answer;
    if (!isFirst) {
      const last = vintages.pop()!;
      vintages.push({ ...last, validTo: addDays(validFrom, -1) });
    }
    vintages.push({ validFrom, validTo: null, amount: then });
  }
  return vintages.reverse();
}

/** The value, or why there is none. */
function answerOf(amount: Amount): string {
  return amount.exact()?.toString() ?? amount.missing.map(reasonOf).join();
}

function reasonOf({ concept, company, calendarQuarter, reason }: Gap): string {
  return `${concept} ${company.id} ${calendarQuarter} ${reason}`;
}
