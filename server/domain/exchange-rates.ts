import type { CalendarQuarter } from './calendar-quarter.ts';
import { Decimal } from './decimal.ts';
import { CURRENCIES, type Currency } from './vocabulary.ts';

/** The average of a quarter's daily rates: units of `quote` for one `base`. */
export interface ExchangeRate {
  readonly base: Currency;
  readonly quote: Currency;
  readonly calendarQuarter: CalendarQuarter;
  /** Exact, in plain notation. */
  readonly average: string;
  readonly sourceId: number;
}

/** One rate on the way from a currency to another. */
export interface Leg {
  readonly rate: ExchangeRate;
  readonly multiply: boolean;
}

/** The legs from one currency to another, none for the same currency, and their product as a double. */
export interface Conversion {
  readonly legs: readonly Leg[];
  readonly factor: number;
}

const SAME: Conversion = { legs: [], factor: 1 };

/** Quarterly average rates. Cross rates go through USD. */
export class ExchangeRates {
  readonly #rates = new Map<string, ExchangeRate>();
  /** By number: a text for each of a screen's amounts would take five times as long. */
  readonly #conversions = new Map<number, Conversion | null>();

  constructor(rates: Iterable<ExchangeRate>) {
    for (const rate of rates) {
      this.#rates.set(`${rate.base}${rate.quote}${rate.calendarQuarter}`, rate);
    }
  }

  /** How many there are; they are only ever added to. */
  get size(): number {
    return this.#rates.size;
  }

  /** How to convert an amount of one quarter; null where a rate of that quarter is not known. */
  conversion(from: Currency, to: Currency, quarter: CalendarQuarter): Conversion | null {
    if (from === to) return SAME;
    const pair = CURRENCIES.indexOf(from) * CURRENCIES.length + CURRENCIES.indexOf(to);
    const key = quarter * CURRENCIES.length ** 2 + pair;
    let conversion = this.#conversions.get(key);
    if (conversion === undefined) {
      conversion = this.#find(from, to, quarter);
      this.#conversions.set(key, conversion);
    }
    return conversion;
  }

  #find(from: Currency, to: Currency, quarter: CalendarQuarter): Conversion | null {
    const direct = this.#leg(from, to, quarter);
    if (direct) return withFactor([direct]);
    const toDollar = this.#leg(from, 'USD', quarter);
    const fromDollar = this.#leg('USD', to, quarter);
    return toDollar && fromDollar ? withFactor([toDollar, fromDollar]) : null;
  }

  #leg(from: Currency, to: Currency, quarter: CalendarQuarter): Leg | undefined {
    const rate = this.#rates.get(`${from}${to}${quarter}`);
    if (rate) return { rate, multiply: true };
    const inverse = this.#rates.get(`${to}${from}${quarter}`);
    return inverse && { rate: inverse, multiply: false };
  }
}

/** An amount converted exactly, to the precision of `Decimal`. */
export function convert(amount: Decimal, { legs }: Conversion): Decimal {
  return legs.reduce(
    (sum, { rate, multiply }) => (multiply ? sum.times(rate.average) : sum.div(rate.average)),
    amount,
  );
}

function withFactor(legs: readonly Leg[]): Conversion {
  return { legs, factor: convert(new Decimal(1), { legs, factor: 1 }).toNumber() };
}
