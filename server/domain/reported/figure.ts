import type { Day } from '../day.ts';
import { Decimal } from '../decimal.ts';
import { agree, type ReportedValue, type Rounded } from './reported-value.ts';

/** A quarter's figure: one report of it, or a report of a longer period less reports of the rest. */
export interface Figure extends Rounded {
  /** The day on which the last of its reports became known. */
  readonly knownOn: Day;
  readonly reported: ReportedValue;
  /** What is taken off; empty for a figure that was reported as such. */
  readonly less: readonly ReportedValue[];
}

/** A quarter's figure from a day on; null where what became known that day left none. */
export interface KnownFigure {
  readonly from: Day;
  readonly figure: Figure | null;
}

/** A report as a quarter's figure. */
export function asReported(reported: ReportedValue, knownOn: Day): Figure {
  return { value: reported.value, rounding: reported.rounding, knownOn, reported, less: NONE };
}

/** A report of a longer period less reports of the rest of it. */
export function difference(
  reported: ReportedValue,
  less: readonly ReportedValue[],
  knownOn: Day,
): Figure {
  const rounding = less.reduce((sum, each) => sum + each.rounding, reported.rounding);
  return { value: exactDifference(reported, less), rounding, knownOn, reported, less };
}

/**
 * The figure that stands after each of some in turn, oldest first: the newest, unless it only rounds the
 * one before it; then the more exact of the two. Of one day, the later in the list stands.
 */
export function standing(figures: readonly Figure[]): Figure | null {
  let stands: Figure | null = null;
  for (const figure of figures) {
    const isSame = stands !== null && agree(stands, figure);
    const isExacter = stands !== null && figure.rounding < stands.rounding;
    const isOfOneDay = stands !== null && figure.knownOn === stands.knownOn;
    if (!isSame || isExacter || (isOfOneDay && figure.rounding === stands!.rounding))
      stands = figure;
  }
  return stands;
}

/** Whether two figures have one value from the same reports. */
export function isIdentical(a: Figure | null, b: Figure | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.reported === b.reported &&
    a.less.length === b.less.length &&
    a.less.every((reported, place) => reported === b.less[place])
  );
}

const NONE: readonly ReportedValue[] = [];

function exactDifference(from: Rounded, less: readonly Rounded[]): number {
  const isExact = [from, ...less].every(({ value }) => Number.isSafeInteger(value));
  if (isExact) return less.reduce((rest, { value }) => rest - value, from.value);
  return less.reduce((rest, { value }) => rest.minus(value), new Decimal(from.value)).toNumber();
}
