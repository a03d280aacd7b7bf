import { addDays, type Day } from '../domain/day.ts';
import type { Claim, Reading } from './claim.ts';
import { type Evaluated, type Execute, evaluating, NOTHING, sentenceOf } from './evaluate.ts';
import { findingOf } from './finding.ts';
import type { Change, JudgedReading } from './judged-reading.ts';
import { decisive, verdictOn } from './verdict.ts';

/** A claim with what became of it. */
export interface JudgedClaim {
  readonly claim: Claim;
  readonly readings: readonly JudgedReading[];
  /** The reading that the claim's verdict is of. */
  readonly main: JudgedReading;
  /** What reproduces it, or why nothing does, and what has changed since: sentences to print. */
  readonly finding: string;
}

/** Judges a claim by all that was known on `lastDay`. Throws where its working fails. */
export async function judge(claim: Claim, execute: Execute, lastDay: Day): Promise<JudgedClaim> {
  const readings: JudgedReading[] = [];
  for (const reading of claim.readings) {
    readings.push(await judgeReading(claim, reading, execute, lastDay));
  }
  const later = claim.later && (await sentenceOf(claim.later, execute));
  const main = decisive(readings);
  return { claim, readings, main, finding: findingOf(claim, readings, main, later) };
}

/** A claim whose working fails: there are no figures, and the finding says so. */
export function unjudged(claim: Claim, { message }: Error): JudgedClaim {
  const readings = claim.readings.map((reading): JudgedReading => {
    const verdict = verdictOn(claim, reading, NOTHING);
    return {
      reading,
      onDay: NOTHING,
      today: NOTHING,
      verdict,
      verdictToday: verdict,
      change: null,
    };
  });
  const finding = `The statement could not be worked out, as its working fails: ${message}.`;
  return { claim, readings, main: decisive(readings), finding };
}

async function judgeReading(
  claim: Claim,
  reading: Reading,
  execute: Execute,
  lastDay: Day,
): Promise<JudgedReading> {
  const outcomeOn = evaluating(reading, execute);
  const onDay = await outcomeOn(claim.saidOn);
  const today = await outcomeOn(null);
  const reason = reasonOf(onDay, today);
  const isAsThen = async (day: Day) => reasonOf(onDay, await outcomeOn(day)) === null;
  return {
    reading,
    onDay,
    today,
    verdict: verdictOn(claim, reading, onDay),
    verdictToday: verdictOn(claim, reading, today),
    change: reason && { reason, on: await firstDayOtherwise(claim.saidOn, lastDay, isAsThen) },
  };
}

/** Why an outcome is another one; null where it is the same. */
function reasonOf(then: Evaluated, now: Evaluated): Change['reason'] | null {
  const { newest: _, bounds, ...before } = then;
  const { newest: __, bounds: boundsNow, ...after } = now;
  if (JSON.stringify(before) === JSON.stringify(after)) {
    return JSON.stringify(bounds) === JSON.stringify(boundsNow) ? null : 'known otherwise';
  }
  if (then.figure === null) return 'published since';
  // The document is the same: either it reads quarters that there were not, or those that there were anew.
  return now.newest > then.newest ? 'later quarters' : 'restated';
}

/** The first day of which something does not hold any more that held on `from`, and does not on `to`. */
async function firstDayOtherwise(
  from: Day,
  to: Day,
  holds: (day: Day) => Promise<boolean>,
): Promise<Day> {
  let [last, first] = [from, to];
  while (first - last > 1) {
    const middle = addDays(last, Math.floor((first - last) / 2));
    if (await holds(middle)) last = middle;
    else first = middle;
  }
  return first;
}
