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
      const [less, more] = [whole.newest, part.newest];
      if (!less || !more || !isLess(whole, part, more, areOnOneBasis)) continue;
      if (less.since < more.since || isSumOfQuarters(whole, less, periods))
        refusePart(part, more, whole);
      else {
        const quarters = `${lengthOf(part)} of its ${lengthOf(whole)} quarters`;
        refuse(whole, less, `is less than the ${more.value} of ${quarters}`);
      }
    }
  }
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
    const less = periods
      .overlapping(part)
      .filter((whole) => isLess(whole, part, more, areOnOneBasis));
    const days = new Set(less.map((whole) => whole.newest!.since));
    if (days.size > 1) refusePart(part, more, less[0]!);
  }
}

/** Whether less is reported of a period than of a part of it, from its start or to its end. */
function isLess(
  whole: PeriodHistory,
  part: PeriodHistory,
  more: Version,
  areOnOneBasis: AreOnOneBasis,
): boolean {
  const isPart =
    lengthOf(whole) > lengthOf(part) && (whole.first === part.first || whole.last === part.last);
  const less = whole.newest;
  if (!isPart || !less || less.value >= more.value || agree(less, more)) return false;
  return areOnOneBasis(less, more);
}

function refusePart(part: PeriodHistory, more: Version, whole: PeriodHistory): void {
  refuse(part, more, `is more than the ${whole.newest!.value} of ${lengthOf(whole)} quarters`);
}

function refuse(period: PeriodHistory, version: Version, reason: string): void {
  for (const reported of period.accepted) {
    if (reported.publishedOn < version.since || !agree(reported, version)) continue;
    period.setAside.set(reported, reason);
  }
  period.update();
}
