import type { PeriodHistory } from '../period-history.ts';
import { lengthOf } from '../quarter-range.ts';
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
  return value === 0 || other === 0 ? value !== other : isOfOtherScaleOrSign(value, other);
}

/** Whether a value is another one a power of ten away, or with the other sign. */
export function isOfOtherScaleOrSign(value: number, other: number): boolean {
  if (value === 0 || other === 0) return false;
  return value === -other || powerOfTen(value / other) !== 0;
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

/** How many quarters on either side are looked at, and how many periods have to be there. */
const AROUND = 4;
const LEAST_AROUND = 2;
/** No period is longer. */
const LONGEST = 4;

/**
 * What a single document reports a thousand times too small or too large, for each quarter, by all periods
 * around it. Longer ones that it is part of do not tell on their own: the rest of them may be that much more.
 */
export function refuseOutOfScale(period: PeriodHistory, periods: Periods, refuse: Refuse): void {
  const accepted = period.accepted;
  const [first] = accepted;
  if (!first) return;
  if (accepted.some(({ publishedOn }) => publishedOn !== first.publishedOn)) return;
  const scale = scaleOf(first, period, periods);
  if (!scale) return;
  for (const reported of accepted) refuse(reported, `is about a ${scale} of the periods around it`);
}

/** Of values of one period that are a power of ten apart, those that the periods around it contradict. */
export function refuseDisputedOutOfScale(
  period: PeriodHistory,
  periods: Periods,
  refuse: Refuse,
): void {
  const { accepted } = period;
  const [first] = accepted;
  if (!first || accepted.every((each) => agree(each, first))) return;
  const scales = accepted.map((reported) => scaleOf(reported, period, periods));
  accepted.forEach((reported, place) => {
    const inScale = accepted.find(
      (other, place) =>
        !scales[place] && other.value !== 0 && powerOfTen(reported.value / other.value) !== 0,
    );
    if (scales[place] && inScale) refuse(reported, `contradicts ${inScale.value} of other reports`);
  });
}

/** What a value is of those of all periods around its own, for each quarter; undefined where it is not far from them. */
function scaleOf(
  { value, publishedOn }: ReportedValue,
  period: PeriodHistory,
  periods: Periods,
): 'thousandth' | 'thousandfold' | undefined {
  if (value === 0) return undefined;
  const around = periodsAround(period, periods).filter((other) => {
    const { newest } = other;
    if (!newest || newest.value === 0) return false;
    // What else a document reports of the time may be as mistaken.
    return lengthOf(other) === lengthOf(period) || newest.since !== publishedOn;
  });
  const ofQuarter = value / lengthOf(period);
  const powers = around.map((other) =>
    Math.log10(Math.abs(other.newest!.value / lengthOf(other) / ofQuarter)),
  );
  if (around.length < LEAST_AROUND || around.every((other) => isPart(period, other))) return;
  const isThousand = (power: number) =>
    Math.abs(Math.abs(power) - 3) < 0.5 || Math.abs(Math.abs(power) - 6) < 0.5;
  const isEach = powers.every((power) => isThousand(power) && power > 0 === powers[0]! > 0);
  if (!isEach) return undefined;
  return powers[0]! > 0 ? 'thousandth' : 'thousandfold';
}

/** The other periods that begin and end within four quarters of one. */
function periodsAround(period: PeriodHistory, periods: Periods): PeriodHistory[] {
  const around: PeriodHistory[] = [];
  const end = period.last + AROUND;
  for (let first = period.first - AROUND; first <= end; first++) {
    for (let last = first; last <= Math.min(end, first + LONGEST - 1); last++) {
      const other = periods.find(first, last);
      if (other && other !== period) around.push(other);
    }
  }
  return around;
}

function isPart(period: PeriodHistory, whole: PeriodHistory): boolean {
  return whole.first <= period.first && whole.last >= period.last;
}
