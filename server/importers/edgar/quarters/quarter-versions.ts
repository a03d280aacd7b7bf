import type { Day } from '../../../domain/day.ts';
import type { Quality } from '../../../domain/vocabulary.ts';
import type { Derivation } from './derive-quarters.ts';
import { exact } from './exact.ts';
import { isQuarterLong, type PrintedPeriod } from './prints.ts';

/** One version of the figure of a quarter, as it became known. */
export interface QuarterFigure {
  readonly start: Day;
  readonly end: Day;
  readonly value: string;
  readonly quality: Quality;
  readonly filed: Day;
  readonly accession: string;
  readonly note: string | null;
}

/** A version, and the generation of filings that it is from. */
export interface QuarterVersion extends QuarterFigure {
  readonly generation: string;
}

const DERIVED_NOTE = 'Year-to-date or full-year figure less the earlier quarters.';

/** Every version of every quarter, printed or derived, in the order of filing; printed ones first. */
export function versionsOf(
  periods: readonly PrintedPeriod[],
  derivations: readonly Derivation[],
): QuarterVersion[] {
  const printed = periods.filter(isQuarterLong).flatMap(({ prints }) =>
    prints.map((print): QuarterVersion => {
      const { start, end, filed, accession } = print;
      const generation = print.generation;
      const value = exact(print.value);
      return { start, end, value, quality: 'REPORTED', filed, accession, note: null, generation };
    }),
  );
  const derived = derivations.map(
    (derivation): QuarterVersion => ({ ...derivation, quality: 'DERIVED', note: DERIVED_NOTE }),
  );
  // The sort keeps the order of equals.
  return [...printed, ...derived].sort((a, b) => a.filed - b.filed);
}
