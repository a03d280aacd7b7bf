import type { Day } from '../../../domain/day.ts';
import type { Print } from '../read/print.ts';
import { isNear, isRoundingOf } from './exact.ts';
import { groupBy } from './group-by.ts';
import {
  type DatedPrint,
  differTenfold,
  keepPrints,
  type PrintedPeriod,
  periodsOf,
  type SetAside,
} from './prints.ts';
import { withoutWholeYears } from './whole-years.ts';

/** A figure that was not taken because other figures of the same tag contradict it. */
export interface Contradiction {
  readonly start: Day;
  readonly end: Day;
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

/**
 * A filing may print a figure in full on a statement and rounded in the text. The one with the most
 * digits is the figure, and a later rounding of it is the same figure too, not a restatement.
 */
function onePerFiling(period: PrintedPeriod, setAside: SetAside): PrintedPeriod {
  if (period.prints.length <= 1) return period;
  const prints: DatedPrint[] = [];
  let inForce: DatedPrint | undefined;
  for (const ofFiling of groupBy(period.prints, (print) => print.accession).values()) {
    const precise = ofFiling.reduce((a, b) => (isRoundingOf(a.value, b.value) ? b : a));
    const other = ofFiling.find(({ value }) => !isRoundingOf(value, precise.value));
    if (other) {
      setAside(precise, `the filing also prints ${other.value} for the period`);
      continue;
    }
    const isSame =
      inForce && isRoundingOf(precise.value, inForce.value) && isNear(precise.value, inForce.value);
    inForce = isSame ? { ...precise, value: inForce!.value } : precise;
    prints.push(inForce);
  }
  return { ...period, prints };
}

/** Of versions more than tenfold apart, the one printed most often is kept; if none is, none is. */
function withoutTenfold(period: PrintedPeriod, setAside: SetAside): PrintedPeriod {
  if (!period.prints.some(({ value }) => differTenfold(value, period.prints[0]!.value))) {
    return period;
  }
  const versions = [...groupBy(period.prints, (print) => print.value)]
    .map(([value, { length: times }]) => ({ value, times }))
    .sort((a, b) => b.times - a.times);
  const first = versions[0]!;
  const isTie = versions.some(
    ({ value, times }) => times === first.times && differTenfold(value, first.value),
  );
  const most = isTie ? undefined : first.value;
  return keepPrints(
    period,
    ({ value }) => most !== undefined && !differTenfold(value, most),
    (print) => {
      const other = versions.find(({ value }) => differTenfold(value, print.value));
      setAside(print, `another filing prints ${other?.value}, more than tenfold apart`);
    },
  );
}
