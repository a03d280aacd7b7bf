import type { Print } from '../read/print.ts';
import { type Contradiction, withoutContradictions } from './contradictions.ts';
import { deriveQuarters } from './derive-quarters.ts';
import { groupBy } from './group-by.ts';
import { differTenfold } from './prints.ts';
import { type QuarterFigure, type QuarterVersion, versionsOf } from './quarter-versions.ts';
import { contradictedQuarters } from './year-sums.ts';

/** The quarters of one tag in one currency, and the figures that were not taken. */
export interface Quarters {
  readonly figures: readonly QuarterFigure[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * The quarters that prints of quarters, of year-to-date periods and of years give. A longer period
 * is never taken for a quarter; a quarter that no two figures a quarter apart give is left out.
 */
export function quartersOf(prints: readonly Print[]): Quarters {
  const { periods, contradictions } = withoutContradictions(prints);
  const derived = deriveQuarters(periods);
  const versions = versionsOf(periods, derived.derivations);
  const contradicted = contradictedQuarters(periods, versions);
  const isContradicted = ({ end, generation }: QuarterVersion) =>
    contradicted.some((other) => other.end === end && other.generation === generation);

  const good = versions.filter((version) => !isContradicted(version));
  const sequences = [...groupBy(good, ({ end }) => end)]
    .sort(([a], [b]) => a - b)
    .map(([, ofQuarter]) => inSequence(ofQuarter));
  return {
    figures: sequences.flatMap(({ figures }) => figures),
    contradictions: [
      ...contradictions,
      ...derived.contradictions,
      ...contradicted,
      ...sequences.flatMap((sequence) => sequence.contradictions),
    ],
  };
}

/**
 * The versions of a quarter that say something new. Filings print figures again for years; a fact
 * of each would say that a figure was published, or restated, on a day on which nothing changed.
 * So the first filing of each value stands, until another value takes its place.
 */
function inSequence(versions: readonly QuarterVersion[]): Quarters {
  const figures: QuarterFigure[] = [];
  const contradictions: Contradiction[] = [];
  let printed: QuarterVersion | undefined;
  let derived: QuarterVersion | undefined;
  for (const version of versions) {
    const isDerived = version.quality === 'DERIVED';
    const isPassedOver = isDerived && !!printed && !isRestated(version, derived, printed);
    if (isDerived) derived = version;
    else printed = version;
    const inForce = figures.at(-1);
    if (isPassedOver || inForce?.value === version.value) continue;
    if (isDerived && inForce && differTenfold(Number(inForce.value), Number(version.value))) {
      const reason = `a difference more than tenfold apart from ${inForce.value}, known before`;
      contradictions.push({ ...version, reason });
      continue;
    }
    figures.push(version);
  }
  return { figures, contradictions };
}

/** A quarter that is printed as such gives way to a difference only when an operand was restated. */
function isRestated(
  difference: QuarterVersion,
  before: QuarterVersion | undefined,
  printed: QuarterVersion,
): boolean {
  return (
    before !== undefined &&
    before.value !== difference.value &&
    printed.generation !== difference.generation
  );
}
