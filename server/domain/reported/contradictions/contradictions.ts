import type { PeriodHistory } from '../period-history.ts';
import { agree } from '../reported-value.ts';
import type { Periods, Refuse } from './periods.ts';
import { refuseOtherScaleOrSign, refuseOutOfScale } from './scale-and-sign.ts';
import { refuseLongerPeriods, refuseOtherYears } from './wrong-dates.ts';

/** Sets aside what the other reports of the same period, and of those around it, contradict. */
export function setAsideContradicted(
  period: PeriodHistory,
  periods: Periods,
  isNeverNegative: boolean,
): void {
  period.setAside.clear();
  const refuse: Refuse = (reported, reason) => {
    if (!period.setAside.has(reported)) period.setAside.set(reported, reason);
  };
  for (const reported of period.reported) {
    if (!reported.isOver) refuse(reported, 'was published before its period was over');
    else if (isNeverNegative && reported.value < 0) refuse(reported, 'is negative, and cannot be');
  }
  refuseTwoOfOneDocument(period, refuse);
  refuseOtherScaleOrSign(period, refuse);
  refuseLongerPeriods(period, periods, refuse);
  refuseOtherYears(period, periods, refuse);
  refuseOutOfScale(period, periods, refuse);
  period.update();
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
