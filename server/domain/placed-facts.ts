import type { CalendarQuarter } from './calendar-quarter.ts';
import type { FactRecord } from './fact-columns.ts';
import { quarterOfPeriod } from './fiscal-calendar.ts';
import type { Period } from './period.ts';
import { lengthOf, type QuarterRange, quarterRangeOf } from './reported/quarter-range.ts';
import { byPublication, type ReportedValue } from './reported/reported-value.ts';
import { CONCEPTS, type Concept, QUALITIES } from './vocabulary.ts';

/** A fact, and the fiscal quarters that its period takes. */
export interface PlacedFact extends ReportedValue {
  readonly record: FactRecord;
  /** False for a period that is not one to four quarters long: no figure is taken from it. */
  readonly isWhole: boolean;
}

export const CONCEPT_PLACE = Object.fromEntries(
  CONCEPTS.map((concept, place) => [concept, place]),
) as { readonly [concept in Concept]: number };

/** The quarters that a period takes; of a period of another length, the one in which it ends. */
export function rangeOf(period: Period, fiscalYearEndMonth: number): QuarterRange {
  const range = quarterRangeOf(period, fiscalYearEndMonth);
  if (range) return range;
  const quarter: CalendarQuarter = quarterOfPeriod(period);
  return { first: quarter, last: quarter };
}

/** A fact among its company's. Its row is not known yet. */
export function placeOf(record: FactRecord, fiscalYearEndMonth: number): PlacedFact {
  const period = { start: record.periodStart, end: record.periodEnd };
  const unit = record.roundedTo;
  return {
    ...rangeOf(period, fiscalYearEndMonth),
    isWhole: quarterRangeOf(period, fiscalYearEndMonth) !== undefined,
    record,
    row: record.id,
    definition: record.definition,
    value: Number(record.value),
    rounding: record.quality === 'REPORTED' ? unit / 2 : unit,
    publishedOn: record.publishedOn,
    isOver: record.publishedOn > record.periodEnd,
    form: record.form,
    weakness: QUALITIES.indexOf(record.quality),
  };
}

/** Facts of a concept that end in one quarter together, those of one definition and period in the order of publication. */
export function byPlace(a: PlacedFact, b: PlacedFact): number {
  return (
    CONCEPT_PLACE[a.record.concept] - CONCEPT_PLACE[b.record.concept] ||
    a.last - b.last ||
    a.record.definition - b.record.definition ||
    a.first - b.first ||
    byPublication(a, b)
  );
}

/** No two periods with figures so far apart are what they say they are. */
const FAR_APART = 300;

/**
 * Whether facts of one concept, in their order, are the figures themselves: one of each quarter, all in one
 * definition and currency, and none of them to be doubted. Most companies' are.
 */
export function areFigures(facts: readonly PlacedFact[], isNeverNegative: boolean): boolean {
  const [first] = facts;
  let before: PlacedFact | undefined;
  for (const fact of facts) {
    const { record, value } = fact;
    if (!fact.isWhole || lengthOf(fact) > 1 || !fact.isOver) return false;
    if (record.definition !== first!.record.definition) return false;
    if (record.currency !== first!.record.currency) return false;
    if (isNeverNegative && value < 0) return false;
    if (before && before.last === fact.last) return false;
    if (value === 0) continue;
    const ratio = before ? Math.abs(value / before.value) : 1;
    if (ratio > FAR_APART || ratio < 1 / FAR_APART) return false;
    before = fact;
  }
  return true;
}
