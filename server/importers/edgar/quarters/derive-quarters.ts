import { addDays, type Day } from '../../../domain/day.ts';
import { type Contradiction, contradiction } from './contradictions.ts';
import { exactDifference } from './exact.ts';
import { groupBy } from './group-by.ts';
import {
  type DatedPrint,
  isQuarterLong,
  isYearAtMost,
  latestPrint,
  type PrintedPeriod,
} from './prints.ts';

/** A quarter worked out as the difference of two figures that start on the same day. */
export interface Derivation {
  readonly start: Day;
  readonly end: Day;
  readonly value: string;
  /** The later of the days on which the two became known, and the filing of that day. */
  readonly filed: Day;
  readonly accession: string;
  readonly generation: string;
}

/** Every version of every quarter that two periods with one start, ending a quarter apart, give. */
export function deriveQuarters(periods: readonly PrintedPeriod[]): {
  derivations: Derivation[];
  contradictions: Contradiction[];
} {
  const derivations: Derivation[] = [];
  const contradictions: Contradiction[] = [];
  const withinAYear = periods.filter(isYearAtMost);
  for (const sameStart of groupBy(withinAYear, ({ start }) => start).values()) {
    for (const [place, longer] of sameStart.entries()) {
      const shorter = sameStart
        .slice(0, place)
        .findLast(({ end }) => isQuarterLong({ start: addDays(end, 1), end: longer.end }));
      if (shorter) derivations.push(...differences(longer, shorter, contradictions));
    }
  }
  return { derivations, contradictions };
}

/** The differences of two periods, one for each day on which either was printed. */
function differences(
  longer: PrintedPeriod,
  shorter: PrintedPeriod,
  contradictions: Contradiction[],
): Derivation[] {
  const derivations: Derivation[] = [];
  const known = [...shorter.prints, ...longer.prints].sort((a, b) => a.filed - b.filed);
  for (const { filed, generation } of known) {
    const operands =
      operandsOf(longer, shorter, { by: filed, generation }) ??
      (derivations.length === 0 ? neverRestated(longer, shorter, filed) : undefined);
    if (!operands) continue;
    const { minuend, subtrahend } = operands;
    if (isOnlyMinuendRestated(longer, shorter, operands)) {
      const reason = `less ${subtrahend.value}, which was not restated with it, it would mix two bases`;
      contradictions.push(contradiction(minuend, reason));
      continue;
    }
    derivations.push({
      start: addDays(shorter.end, 1),
      end: longer.end,
      value: exactDifference(minuend.value, subtrahend.value),
      filed,
      accession: (minuend.filed === filed ? minuend : subtrahend).accession,
      generation,
    });
  }
  return derivations;
}

interface Operands {
  readonly minuend: DatedPrint;
  readonly subtrahend: DatedPrint;
}

/**
 * Both figures as last printed by a day. They have to be of one generation: less nine months as
 * first printed, a year that was restated for a business sold since gives no quarter of anything.
 */
function operandsOf(
  longer: PrintedPeriod,
  shorter: PrintedPeriod,
  known: { by: Day; generation?: string },
): Operands | undefined {
  const minuend = latestPrint(longer, known);
  const subtrahend = latestPrint(shorter, known);
  return minuend && subtrahend && { minuend, subtrahend };
}

/** Figures of two generations are on one basis as far as anybody knows while neither has changed. */
function neverRestated(longer: PrintedPeriod, shorter: PrintedPeriod, by: Day) {
  const isUnchanged = ({ prints }: PrintedPeriod) =>
    prints.every(({ filed, value }) => filed > by || value === prints[0]!.value);
  return isUnchanged(longer) && isUnchanged(shorter)
    ? operandsOf(longer, shorter, { by })
    : undefined;
}

/** Whether a later report restates the longer period and had printed the shorter one unchanged. */
function isOnlyMinuendRestated(
  longer: PrintedPeriod,
  shorter: PrintedPeriod,
  { minuend, subtrahend }: Operands,
): boolean {
  const before = ({ prints }: PrintedPeriod, { filed, generation }: DatedPrint) =>
    prints.findLast((print) => print.filed < filed && print.generation !== generation)?.value;
  const longerBefore = before(longer, minuend);
  return (
    minuend.accession !== subtrahend.accession &&
    longerBefore !== undefined &&
    longerBefore !== minuend.value &&
    before(shorter, subtrahend) === subtrahend.value
  );
}
