import type { Day } from '../day.ts';
import type { QuarterRange } from './quarter-range.ts';

/** What was reported on a day for one period, in one definition. */
export interface ReportedValue extends QuarterRange {
  /** The fact's place among its company's facts. */
  readonly row: number;
  readonly definition: number;
  /** In whole units of the currency. */
  readonly value: number;
  /** The exact value is within this of it: half the unit that it is rounded to, the whole unit of a difference. */
  readonly rounding: number;
  readonly publishedOn: Day;
  /** Whether its period was over by then. */
  readonly isOver: boolean;
  readonly form: Form;
  /** 0 for the strongest quality. */
  readonly weakness: number;
}

/** What sort of report a document is: its forms count for more than others, e.g. a proxy statement. */
export type Form = 'ANNUAL' | 'QUARTERLY' | 'OTHER';

/** The sort of report that a form of the SEC is, amendments included. */
export function formOf(form: string | null | undefined): Form {
  if (/^(10-K|20-F|40-F)/.test(form ?? '')) return 'ANNUAL';
  return /^(10-Q|6-K)/.test(form ?? '') ? 'QUARTERLY' : 'OTHER';
}

/**
 * The order in which reports are taken. Those of one day are one document to the rules: what was known that
 * day does not depend on which of them came first. The stronger stands, so it comes last.
 */
export function byPublication(a: ReportedValue, b: ReportedValue): number {
  return (
    a.publishedOn - b.publishedOn ||
    b.weakness - a.weakness ||
    Number(b.form === 'OTHER') - Number(a.form === 'OTHER') ||
    b.rounding - a.rounding ||
    a.value - b.value ||
    a.row - b.row
  );
}

/** A value, and how exactly it is known. */
export interface Rounded {
  readonly value: number;
  readonly rounding: number;
}

/** Whether two values are one figure, as far as their rounding lets anybody tell. */
export function agree(a: Rounded, b: Rounded): boolean {
  return a.value === b.value || Math.abs(a.value - b.value) < a.rounding + b.rounding;
}
