import { type Item, indexOf } from './known-figures.ts';
import type { Recalculated } from './measured.ts';
import { type Figures, GroupRecalculation, membersOf, Recalculation } from './recalculation.ts';
import type { Span, Window } from './windows.ts';

// The readings of the claims, worked out a second time from the files.

export const CASH = [['CAPEX']];
export const REVENUE = [['REVENUE']];

export const US = 'us-hyperscalers';
export const CHINA = 'china-hyperscalers';

const quarters = (length: number): Window => ({ name: `${length} quarters`, length });
const back = (quarters: number): Span => ({ name: `${quarters} quarters`, count: 1, quarters });

/** A figure, or null where an input is missing. */
export type Numbers = number | null;

/** Figures as known on a day. */
export class Workings {
  constructor(readonly asOf: string) {}

  of(subject: string, currency = 'USD'): Figures {
    return subject === US || subject === CHINA
      ? new GroupRecalculation(membersOf(subject), currency, this.asOf)
      : new Recalculation(subject, currency, this.asOf);
  }

  /** In billions, over so many quarters. */
  spent(subject: string, quarter: string, length: number, measure: Item = CASH, currency = 'USD') {
    return times(
      this.of(subject, currency).amount(measure, indexOf(quarter), quarters(length)),
      1e-9,
    );
  }

  /** In percent, against so many quarters before. */
  growth(
    subject: string,
    quarter: string,
    span: number,
    { length = 1, measure = CASH, currency = 'CNY' } = {},
  ) {
    return times(
      this.of(subject, currency).growth(measure, indexOf(quarter), quarters(length), back(span)),
      100,
    );
  }

  /** In percent. */
  ratio(subject: string, quarter: string, below: Item, above: Item = CASH, currency = 'USD') {
    return times(
      this.of(subject, currency).ratio(above, below, indexOf(quarter), quarters(1)),
      100,
    );
  }

  /** In points, over the year. */
  rise(subject: string, quarter: string) {
    return times(
      this.of(subject).change(CASH, REVENUE, indexOf(quarter), quarters(1), back(4)),
      100,
    );
  }

  lead(quarter: string, span: number) {
    const of = (subject: string) => this.growth(subject, quarter, span, { currency: 'USD' });
    return less(of(CHINA), of(US));
  }
}

const times = ({ value }: Recalculated, factor: number): Numbers =>
  value === null ? null : value.times(factor).toNumber();
export const less = (a: Numbers, b: Numbers) => (a === null || b === null ? null : a - b);
export const over = (a: Numbers, b: Numbers) => (a === null || b === null ? null : a / b);
export const smallest = (numbers: readonly Numbers[]) =>
  numbers.includes(null) ? null : Math.min(...(numbers as number[]));
export const perDay = (billions: Numbers) => (billions === null ? null : (billions * 1000) / 639);
