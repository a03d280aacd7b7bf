import { addDays, type Day, formatDay } from '../../../domain/day.ts';
import type { Span } from '../read/print.ts';
import type { Contradiction } from './contradictions.ts';
import { groupBy } from './group-by.ts';
import { isYearLong, latestPrint, type PrintedPeriod } from './prints.ts';
import type { QuarterVersion } from './quarter-versions.ts';

/** A quarter that is not taken from the filings of one generation, be it printed or derived. */
export interface ContradictedQuarter extends Contradiction {
  readonly generation: string;
}

/** How far the quarters of a year may add up to other than the year. */
const TOLERANCE = 0.01;

/**
 * The quarters to blame where the quarters of a year, all of one generation, add up to other than
 * the year: those printed otherwise than the year-to-date figures give them, else all printed ones.
 */
export function contradictedQuarters(
  periods: readonly PrintedPeriod[],
  versions: readonly QuarterVersion[],
): ContradictedQuarter[] {
  const generations = [...groupBy(versions, ({ generation }) => generation)].map(
    ([generation, ofGeneration]) => ({ generation, starting: groupBy(ofGeneration, startOf) }),
  );
  return periods.filter(isYearLong).flatMap((year) =>
    generations.flatMap(({ generation, starting }) => {
      const print = latestPrint(year, { generation });
      return print ? toBlame(year, print.value, quartersIn(year, starting)) : [];
    }),
  );
}

interface Quarter extends Span {
  readonly printed: QuarterVersion | undefined;
  readonly derived: QuarterVersion | undefined;
}

const startOf = ({ start }: QuarterVersion) => start;

/** The quarters that make up a year, one after the other; none when one is missing. */
function quartersIn(year: Span, starting: ReadonlyMap<Day, readonly QuarterVersion[]>): Quarter[] {
  const quarters: Quarter[] = [];
  for (let start = year.start; start <= year.end; start = addDays(quarters.at(-1)!.end, 1)) {
    const versions = starting.get(start);
    if (!versions || versions[0]!.end > year.end) return [];
    const { end } = versions[0]!;
    const latest = (quality: string) =>
      versions.findLast((version) => version.end === end && version.quality === quality);
    quarters.push({ start, end, printed: latest('REPORTED'), derived: latest('DERIVED') });
  }
  return quarters;
}

function toBlame(year: Span, value: number, quarters: readonly Quarter[]): ContradictedQuarter[] {
  const tolerance = Math.abs(value) * TOLERANCE;
  const differ = (a: number, b: number) => Math.abs(a - b) > tolerance;
  const sum = quarters.reduce((sum, { printed, derived }) => sum + amountOf(printed ?? derived), 0);
  if (quarters.length === 0 || !differ(sum, value)) return [];
  const printed = quarters.flatMap((quarter) => quarter.printed ?? []);
  const odd = quarters
    .filter(({ derived }) => derived !== undefined)
    .filter(({ printed, derived }) => printed && differ(amountOf(printed), amountOf(derived)))
    .map((quarter) => quarter.printed!);
  const reason = `the quarters of ${formatDay(year.start)} to ${formatDay(year.end)} add up to ${sum}, the year is ${value}`;
  return (odd.length > 0 ? odd : printed).map((version) => ({ ...version, reason }));
}

function amountOf(version: QuarterVersion | undefined): number {
  return Number(version?.value ?? 0);
}
