import type { PeriodHistory } from '../period-history.ts';
import { agree, type ReportedValue } from '../reported-value.ts';
import type { Periods, Refuse } from './periods.ts';

/** Of values that differ by a power of ten, by their sign, or by being zero, the one that most reports bear out. */
export function refuseOtherScaleOrSign(period: PeriodHistory, refuse: Refuse): void {
  const values: ReportedValue[][] = [];
  for (const reported of period.accepted) {
    const same = values.find(([first]) => agree(first!, reported));
    if (same) same.push(reported);
    else values.push([reported]);
  }
  if (values.length < 2) return;
  for (const reports of values) {
    const better = values.find(
      (others) => isMistaken(reports[0]!.value, others[0]!.value) && bearOut(others, reports) > 0,
    );
    if (!better) continue;
    for (const report of reports)
      refuse(report, `contradicts ${better[0]!.value} of other reports`);
  }
}

/** Whether a value may be another one with a wrong scale or sign. */
function isMistaken(value: number, other: number): boolean {
  if (value === -other) return value !== 0;
  if (value === 0 || other === 0) return value !== other;
  return powerOfTen(value / other) !== 0;
}

/** The power of ten, other than 0, that a ratio is within a half percent of; 0 if none. */
function powerOfTen(ratio: number): number {
  const power = Math.log10(Math.abs(ratio));
  const whole = Math.round(power);
  return ratio > 0 && Math.abs(power - whole) < 0.002 ? whole : 0;
}

/** Positive where some reports count for more than others: more documents, annual and quarterly reports, the earlier ones. */
function bearOut(reports: readonly ReportedValue[], others: readonly ReportedValue[]): number {
  const documents = (each: readonly ReportedValue[]) =>
    new Set(each.filter(({ form }) => form !== 'OTHER').map(({ publishedOn }) => publishedOn)).size;
  const isZero = (each: readonly ReportedValue[]) => Number(each[0]!.value === 0);
  return (
    documents(reports) - documents(others) ||
    isZero(others) - isZero(reports) ||
    others[0]!.publishedOn - reports[0]!.publishedOn ||
    others[0]!.value - reports[0]!.value
  );
}

/** How many periods on either side are looked at, and how many of them have to be there. */
const AROUND = 4;
const LEAST_AROUND = 2;

/** What a single document reports a thousand times too small or too large, by all periods around it. */
export function refuseOutOfScale(period: PeriodHistory, periods: Periods, refuse: Refuse): void {
  const accepted = period.accepted;
  const [first] = accepted;
  if (!first || first.value === 0) return;
  if (accepted.some(({ publishedOn }) => publishedOn !== first.publishedOn)) return;
  const around: number[] = [];
  for (let quarters = -AROUND; quarters <= AROUND; quarters++) {
    const other = periods.find(period.first + quarters, period.last + quarters);
    if (quarters === 0 || !other?.newest || other.newest.value === 0) continue;
    around.push(Math.log10(Math.abs(other.newest.value / first.value)));
  }
  if (around.length < LEAST_AROUND) return;
  const isThousand = (power: number) =>
    Math.abs(Math.abs(power) - 3) < 0.5 || Math.abs(Math.abs(power) - 6) < 0.5;
  const isEach = around.every((power) => isThousand(power) && power > 0 === around[0]! > 0);
  if (!isEach) return;
  const direction = around[0]! > 0 ? 'thousandth' : 'thousandfold';
  for (const reported of accepted)
    refuse(reported, `is about a ${direction} of the periods around it`);
}
