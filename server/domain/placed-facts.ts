import { type CalendarQuarter, EARLIEST_QUARTER } from './calendar-quarter.ts';
import { START_OF_TIME } from './day.ts';
import type { FactColumns, FactRecord, Row } from './fact-columns.ts';
import { quarterOfPeriod } from './fiscal-calendar.ts';
import type { Period } from './period.ts';
import { type QuarterRange, quarterRangeOf } from './reported/quarter-range.ts';
import { byPublication, type ReportedValue } from './reported/reported-value.ts';
import { CONCEPTS, type Concept, QUALITIES } from './vocabulary.ts';

/** A fact, and the fiscal quarters that its period takes. */
export interface PlacedFact extends QuarterRange {
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

/** A fact among its company's. */
export function placeOf(record: FactRecord, fiscalYearEndMonth: number): PlacedFact {
  const period = { start: record.periodStart, end: record.periodEnd };
  const whole = quarterRangeOf(period, fiscalYearEndMonth);
  if (whole) return { record, first: whole.first, last: whole.last, isWhole: true };
  const quarter = quarterOfPeriod(period);
  return { record, first: quarter, last: quarter, isWhole: false };
}

/** Facts of a concept that end in one quarter together, those of one definition and period by their days. */
export function byPlace(a: PlacedFact, b: PlacedFact): number {
  const [one, other] = [a.record, b.record];
  return (
    CONCEPT_PLACE[one.concept] - CONCEPT_PLACE[other.concept] ||
    a.last - b.last ||
    one.definition - other.definition ||
    a.first - b.first ||
    byPublication(reportedOf(a, 0), reportedOf(b, 0))
  );
}

/** What a fact reports. */
export function reportedOf({ record, first, last }: PlacedFact, row: Row): ReportedValue {
  const { definition, publishedOn, periodEnd, quality, roundedTo, form } = record;
  return {
    row,
    definition,
    first,
    last,
    value: Number(record.value),
    rounding: quality === 'REPORTED' ? roundedTo / 2 : roundedTo,
    publishedOn,
    isOver: publishedOn > periodEnd,
    form,
    weakness: QUALITIES.indexOf(quality),
  };
}

/** No two periods with figures so far apart are what they say they are. */
const FAR_APART = 300;

/**
 * Whether facts of one concept, in their order, are the figures themselves: one of each quarter, published in
 * turn, all in one definition and currency, and none of them to be doubted. Most companies' are.
 */
export function areFigures(
  facts: readonly PlacedFact[],
  rows: { readonly from: Row; readonly to: Row },
  { value }: FactColumns,
  isNeverNegative: boolean,
): boolean {
  const { definition, currency } = facts[rows.from]!.record;
  let quarter = EARLIEST_QUARTER;
  let publishedOn = START_OF_TIME;
  let size = 0;
  for (let row = rows.from; row < rows.to; row++) {
    const { record, first, last, isWhole } = facts[row]!;
    if (!isWhole || first !== last || record.publishedOn <= record.periodEnd) return false;
    if (record.definition !== definition || record.currency !== currency) return false;
    if (last <= quarter || record.publishedOn < publishedOn) return false;
    quarter = last;
    publishedOn = record.publishedOn;
    if (isNeverNegative && value[row]! < 0) return false;
    const before = size;
    if (value[row] !== 0) size = Math.abs(value[row]!);
    const ratio = before === 0 ? 1 : size / before;
    if (ratio > FAR_APART || ratio < 1 / FAR_APART) return false;
  }
  return true;
}
