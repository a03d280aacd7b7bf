import type { PeriodHistory, Version } from '../period-history.ts';
import { lengthOf } from '../quarter-range.ts';
import { agree } from '../reported-value.ts';
import type { Periods } from './periods.ts';

type AreOnOneBasis = (a: Version, b: Version) => boolean;

/**
 * What can only grow while a year goes on, and fell: more in half the year than in the whole of it. Where
 * the two are on one basis, one of them is of something else: the one that the documents of several days
 * contradict, that the quarters of the other do not sum to, else the later one, is set aside.
 */
export function setAsideFalling(
  affected: Iterable<PeriodHistory>,
  periods: Periods,
  areOnOneBasis: AreOnOneBasis,
): void {
  for (const part of affected) refuseOutvoted(part, periods, areOnOneBasis);
  for (const period of affected) {
    for (const other of periods.overlapping(period)) {
      const [whole, part] = lengthOf(other) > lengthOf(period) ? [other, period] : [period, other];
      for (;;) {
        const fall = fallOf(whole, part, areOnOneBasis);
        if (!fall) break;
        const { less, more } = fall;
        if (less.since < more.since || isSumOfQuarters(whole, less, periods))
          refusePart(part, more, less, whole);
        else {
          const quarters = `${lengthOf(part)} of its ${lengthOf(whole)} quarters`;
          refuse(whole, less, `is less than the ${more.value} of ${quarters}`);
        }
      }
    }
  }
}

/** A version of a period that is less than one of a part of it; what was reported right since changes nothing of that. */
function fallOf(whole: PeriodHistory, part: PeriodHistory, areOnOneBasis: AreOnOneBasis) {
  for (const less of whole.versions) {
    const more = part.versions.find((each) => isLess(whole, less, part, each, areOnOneBasis));
    if (more) return { less, more };
  }
  return undefined;
}

/** Whether the quarters of a period, all reported as such, sum to it. */
function isSumOfQuarters({ first, last }: PeriodHistory, version: Version, periods: Periods) {
  let [value, rounding] = [0, 0];
  for (let quarter = first; quarter <= last; quarter++) {
    const of = periods.find(quarter, quarter)?.newest;
    if (!of) return false;
    value += of.value;
    rounding += of.rounding;
  }
  return agree({ value, rounding }, version);
}

/** What a single document reports, and those of several other days contradict. */
function refuseOutvoted(part: PeriodHistory, periods: Periods, areOnOneBasis: AreOnOneBasis): void {
  for (const more of part.versions) {
    const isAlone = part.accepted.every(
      (each) => each.publishedOn === more.since || !agree(each, more),
    );
    if (!isAlone) continue;
    const falls = periods.overlapping(part).flatMap((whole) => {
      const less = whole.newest;
      return less && isLess(whole, less, part, more, areOnOneBasis) ? { whole, less } : [];
    });
    const days = new Set(falls.map(({ less }) => less.since));
    if (days.size > 1) refusePart(part, more, falls[0]!.less, falls[0]!.whole);
  }
}

/** Whether less is reported of a period than of a part of it, from its start or to its end. */
function isLess(
  whole: PeriodHistory,
  less: Version,
  part: PeriodHistory,
  more: Version,
  areOnOneBasis: AreOnOneBasis,
): boolean {
  const isPart =
    lengthOf(whole) > lengthOf(part) && (whole.first === part.first || whole.last === part.last);
  if (!isPart || less.value >= more.value || agree(less, more)) return false;
  return areOnOneBasis(less, more);
}

function refusePart(part: PeriodHistory, more: Version, less: Version, whole: PeriodHistory): void {
  refuse(part, more, `is more than the ${less.value} of ${lengthOf(whole)} quarters`);
}

function refuse(period: PeriodHistory, version: Version, reason: string): void {
  for (const reported of period.accepted) {
    if (reported.publishedOn < version.since || !agree(reported, version)) continue;
    period.setAside.set(reported, reason);
  }
  period.update();
}
