import { formatDay } from '../../domain/day.ts';
import { isRoundingOf } from './exact.ts';
import {
  differTenfold,
  groupBy,
  isQuarterLong,
  isYearLong,
  type Print,
  type PrintedPeriod,
  periodsOf,
} from './prints.ts';

/** A figure that was not taken because other figures of the same tag contradict it. */
export interface Contradiction {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly accession: string;
  readonly reason: string;
}

/** The periods that can be worked with, and what was set aside. */
export interface Checked {
  readonly periods: readonly PrintedPeriod[];
  readonly contradictions: readonly Contradiction[];
}

/** Sets aside the prints of one tag and currency that cannot be what they say they are. */
export function withoutContradictions(prints: readonly Print[]): Checked {
  const contradictions: Contradiction[] = [];
  const setAside: SetAside = (print, reason) => contradictions.push(contradiction(print, reason));

  const past = prints.filter((print) => {
    if (print.filed > print.end) return true;
    setAside(print, 'filed before its period was over');
    return false;
  });
  const consistent = periodsOf(past)
    .map((period) => onePerFiling(period, setAside))
    .map((period) => withoutTenfold(period, setAside));
  const periods = consistent
    .map((period) => withoutWholeYears(period, consistent, setAside))
    .filter(({ prints }) => prints.length > 0);
  return { periods, contradictions };
}

/** What was printed, and why it is not taken. */
export function contradiction(print: Print, reason: string): Contradiction {
  const { start, end, value, accession } = print;
  return { start, end, value: String(value), accession, reason };
}

type SetAside = (print: Print, reason: string) => void;

/**
 * A filing may print a figure in full on a statement and rounded in the text. The one with the most
 * digits is the figure, and a later rounding of it is the same figure too, not a restatement.
 */
function onePerFiling(period: PrintedPeriod, setAside: SetAside): PrintedPeriod {
  const prints: Print[] = [];
  let inForce: Print | undefined;
  for (const ofFiling of groupBy(period.prints, (print) => print.accession).values()) {
    const precise = ofFiling.reduce((a, b) => (isRoundingOf(a.value, b.value) ? b : a));
    const other = ofFiling.find(({ value }) => !isRoundingOf(value, precise.value));
    if (other) {
      setAside(precise, `the filing also prints ${other.value} for the period`);
      continue;
    }
    const value =
      inForce && isRoundingOf(precise.value, inForce.value) ? inForce.value : precise.value;
    inForce = { ...precise, value };
    prints.push(inForce);
  }
  return { ...period, prints };
}

/** Of versions more than tenfold apart, the one printed most often is kept; if none is, none is. */
function withoutTenfold(period: PrintedPeriod, setAside: SetAside): PrintedPeriod {
  const versions = [...groupBy(period.prints, (print) => print.value)]
    .map(([value, { length: times }]) => ({ value, times }))
    .sort((a, b) => b.times - a.times);
  const [first, second] = versions;
  if (!versions.some(({ value }) => differTenfold(value, first!.value))) return period;
  const most = first!.times > second!.times ? first!.value : undefined;
  return keep(
    period,
    ({ value }) => most !== undefined && !differTenfold(value, most),
    (print) => {
      const other = versions.find(({ value }) => differTenfold(value, print.value));
      setAside(print, `another filing prints ${other?.value}, more than tenfold apart`);
    },
  );
}

/** A quarter with the value of its year is the year under a wrong period, as in Oracle's file of 2022. */
function withoutWholeYears(
  period: PrintedPeriod,
  periods: readonly PrintedPeriod[],
  setAside: SetAside,
): PrintedPeriod {
  if (!isQuarterLong(period)) return period;
  const years = periods.filter(
    (year) => isYearLong(year) && year.start <= period.start && year.end >= period.end,
  );
  const yearOf = ({ value }: Print) =>
    value === 0 ? undefined : years.find((year) => has(year, value));
  return keep(
    period,
    (print) => !yearOf(print) || isAllOfItsYear(period, print.value, periods),
    (print) => {
      const { start, end } = yearOf(print)!;
      setAside(print, `equals the year ${formatDay(start)} to ${formatDay(end)}`);
    },
  );
}

/** Whether year-to-date figures bear out that the rest of the year was zero. */
function isAllOfItsYear(
  { start, end }: PrintedPeriod,
  value: number,
  periods: readonly PrintedPeriod[],
): boolean {
  return periods
    .filter((period) => !isQuarterLong(period) && !isYearLong(period))
    .some(
      (period) =>
        (period.start <= start && period.end >= end && has(period, value)) ||
        (period.end === start - 1 && has(period, 0)),
    );
}

function has({ prints }: PrintedPeriod, value: number): boolean {
  return prints.some((print) => print.value === value);
}

function keep(
  period: PrintedPeriod,
  isKept: (print: Print) => boolean,
  onOther: (print: Print) => void,
): PrintedPeriod {
  const prints = period.prints.filter(isKept);
  for (const print of period.prints) if (!prints.includes(print)) onOther(print);
  return { ...period, prints };
}
