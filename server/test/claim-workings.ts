import { indexOf } from './known-figures.ts';
import { GroupRecalculation } from './recalculated-groups.ts';
import { type Recalculated, Recalculation } from './recalculation.ts';

// The readings of the claims, worked out a second time from the files.

export const CASH = ['CAPEX'];
export const REVENUE = ['REVENUE'];

export const US = 'us-hyperscalers';
export const CHINA = 'china-hyperscalers';

type Measure = readonly string[];
/** A figure, or null where an input is missing. */
export type Numbers = number | null;

/** Figures as known on a day. */
export class Workings {
  constructor(readonly asOf: string) {}

  of(subject: string, currency = 'USD'): Recalculation | GroupRecalculation {
    return subject === US || subject === CHINA
      ? new GroupRecalculation(subject, currency, this.asOf)
      : new Recalculation(subject, currency, this.asOf);
  }

  /** In billions, over so many quarters. */
  spent(
    subject: string,
    quarter: string,
    length: number,
    measure: Measure = CASH,
    currency = 'USD',
  ) {
    return times(this.of(subject, currency).amount(measure, indexOf(quarter), length), 1e-9);
  }

  /** In percent, against so many quarters before. */
  growth(
    subject: string,
    quarter: string,
    span: number,
    { length = 1, measure = CASH, currency = 'CNY' } = {},
  ) {
    return times(this.of(subject, currency).growth(measure, indexOf(quarter), length, span), 100);
  }

  /** In percent. */
  ratio(subject: string, quarter: string, below: Measure, above: Measure = CASH, currency = 'USD') {
    return times(this.of(subject, currency).ratio(above, below, indexOf(quarter), 1), 100);
  }

  /** In points, over the year. */
  rise(subject: string, quarter: string) {
    return times(this.of(subject).change(CASH, REVENUE, indexOf(quarter), 1, 4), 100);
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
