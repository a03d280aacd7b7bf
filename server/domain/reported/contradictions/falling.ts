import type { PeriodHistory, Version } from '../period-history.ts';
import { lengthOf } from '../quarter-range.ts';
import { agree } from '../reported-value.ts';
import type { Periods } from './periods.ts';

/**
 * What can only grow while a year goes on, and fell: more in half the year than in the whole of it. Where
 * the two are on one basis, one of them is of something else, and the later one is set aside.
 */
export function setAsideFalling(
  period: PeriodHistory,
  periods: Periods,
  areOnOneBasis: (longer: PeriodHistory, shorter: PeriodHistory) => boolean,
): void {
  for (const other of periods.overlapping(period)) {
    const [longer, shorter] =
      lengthOf(other) > lengthOf(period) ? [other, period] : [period, other];
    const isPart =
      lengthOf(longer) > lengthOf(shorter) &&
      (longer.first === shorter.first || longer.last === shorter.last);
    const [whole, part] = [longer.newest, shorter.newest];
    if (!isPart || !whole || !part || whole.value >= part.value || agree(whole, part)) continue;
    if (!areOnOneBasis(longer, shorter)) continue;
    const quarters = `${lengthOf(shorter)} of its ${lengthOf(longer)} quarters`;
    if (whole.since >= part.since) {
      refuse(longer, whole, `is less than the ${part.value} of ${quarters}`);
    } else {
      refuse(shorter, part, `is more than the ${whole.value} of the ${lengthOf(longer)} quarters`);
    }
  }
}

function refuse(period: PeriodHistory, version: Version, reason: string): void {
  for (const reported of period.accepted) {
    if (reported.publishedOn < version.since || !agree(reported, version)) continue;
    period.setAside.set(reported, reason);
  }
  period.update();
}
