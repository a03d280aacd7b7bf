import type { PeriodHistory } from '../period-history.ts';
import { agree } from '../reported-value.ts';
import type { Periods, Refuse } from './periods.ts';
import {
  refuseDisputedOutOfScale,
  refuseOtherScaleOrSign,
  refuseOutOfScale,
} from './scale-and-sign.ts';
import { refuseLongerPeriods, refuseOtherYears, refuseRestOfTable } from './wrong-dates.ts';

/**
 * Sets aside what the other reports of the same period, and then of those around it, contradict. What a
 * period is compared with is not yet judged by those around it, so their order does not matter.
 */
export function setAsideContradicted(
  affected: Iterable<PeriodHistory>,
  periods: Periods,
  isNeverNegative: boolean,
): void {
  for (const period of affected) {
    period.setAside.clear();
    refuseImpossible(period, isNeverNegative, refusalOf(period));
    period.update();
  }
  for (const period of affected) refuseDisputedOutOfScale(period, periods, refusalOf(period));
  for (const period of affected) {
    refuseTwoOfOneDocument(period, refusalOf(period));
    refuseOtherScaleOrSign(period, refusalOf(period));
    period.update();
  }
  for (const period of affected) {
    const refuse = refusalOf(period);
    refuseLongerPeriods(period, periods, isNeverNegative, refuse);
    refuseOtherYears(period, periods, refuse);
    refuseOutOfScale(period, periods, refuse);
  }
  for (const period of affected) period.update();
  for (const period of affected) {
    refuseRestOfTable(period, periods, refusalOf(period));
    period.update();
  }
}

function refusalOf({ setAside }: PeriodHistory): Refuse {
  return (reported, reason) => {
    if (!setAside.has(reported)) setAside.set(reported, reason);
  };
}

function refuseImpossible(period: PeriodHistory, isNeverNegative: boolean, refuse: Refuse): void {
  for (const reported of period.reported) {
    if (!reported.isOver) refuse(reported, 'was published before its period was over');
    else if (isNeverNegative && reported.value < 0) refuse(reported, 'is negative, and cannot be');
  }
}

/** A document may report a figure in full and rounded; two figures of one period contradict each other. */
function refuseTwoOfOneDocument(period: PeriodHistory, refuse: Refuse): void {
  const accepted = period.accepted;
  if (accepted.length < 2) return;
  for (const reported of accepted) {
    const other = accepted.find(
      (each) =>
        each.publishedOn === reported.publishedOn &&
        each.weakness === reported.weakness &&
        each.form === reported.form &&
        !agree(each, reported),
    );
    if (!other) continue;
    const isConfirmed = accepted.some(
      (each) => each.publishedOn !== reported.publishedOn && agree(each, reported),
    );
    if (!isConfirmed)
      refuse(reported, `${other.value} was reported for the period on the same day`);
  }
}
