import { Decimal } from 'decimal.js';
import { readTable } from './dataset.ts';
import {
  type FactRow,
  gap,
  indexOf,
  type KnownFact,
  KnownFigures,
  type Measure,
  nameOf,
} from './known-figures.ts';

/** A number worked out from the CSV files, or why there is none. */
export interface Recalculated {
  readonly value: Decimal | null;
  readonly quality: string | null;
  /** Concept, quarter and reason of each input that is missing, e.g. `CAPEX 2025Q3 NOT_IN_DATASET`. */
  readonly missing: ReadonlySet<string>;
}

/** An amount at an earlier time and at a later one. */
export type Pair = readonly [Recalculated, Recalculated];

const RATES = new Map(
  readTable('exchange-rates').map(({ base, quote, calendar_quarter, average }) => [
    `${base} ${quote} ${indexOf(calendar_quarter)}`,
    new Decimal(average),
  ]),
);

const windowOf = (quarter: number, length: number) =>
  Array.from({ length }, (_, place) => quarter - length + 1 + place);

/** The figures of one company in a currency as of a day, by the rules of the figures. */
export class Recalculation {
  readonly #known: KnownFigures;
  readonly #currency: string;
  readonly #pairs = new Map<string, Pair>();

  constructor(company: string, currency: string, asOf: string, added: readonly FactRow[] = []) {
    this.#known = new KnownFigures(company, asOf, added);
    this.#currency = currency;
  }

  /** The quarters of which any figure is known. */
  get quarters(): string[] {
    return this.#known.quarters.map(nameOf);
  }

  /** The amount over 1 or 4 quarters. */
  amount(measure: Measure, quarter: number, length: number): Recalculated {
    return this.pair(measure, quarter, length, 0)[1];
  }

  growth(measure: Measure, quarter: number, length: number, span: number): Recalculated {
    return grown(this.pair(measure, quarter, length, span));
  }

  ratio(above: Measure, below: Measure, quarter: number, length: number): Recalculated {
    return quotient([this.amount(above, quarter, length), this.amount(below, quarter, length)]);
  }

  /** The change of a ratio, each amount like for like. */
  change(
    above: Measure,
    below: Measure,
    quarter: number,
    length: number,
    span: number,
  ): Recalculated {
    return changed(
      this.pair(above, quarter, length, span),
      this.pair(below, quarter, length, span),
    );
  }

  /** The amounts a span apart, all quarters of both in one definition. Each is worked out once. */
  pair(measure: Measure, quarter: number, length: number, span: number): Pair {
    const key = [measure, quarter, length, span].join(' ');
    const pair = this.#pairs.get(key) ?? this.#compare(measure, quarter, length, span);
    this.#pairs.set(key, pair);
    return pair;
  }

  #compare(measure: Measure, quarter: number, length: number, span: number): Pair {
    const earlier = windowOf(quarter - span, length);
    const later = windowOf(quarter, length);
    const facts = this.#known.alike(measure, [...new Set([...earlier, ...later])]);
    const of = (window: number[]) =>
      facts instanceof Set
        ? missing(facts)
        : this.#sum(
            measure,
            facts.filter((fact) => window.includes(fact.quarter)),
          );
    return [of(earlier), of(later)];
  }

  #sum(measure: Measure, facts: readonly KnownFact[]): Recalculated {
    const amounts = facts.map((fact) => this.#convert(fact));
    const unconverted = facts.filter((_, place) => amounts[place] === null);
    return unconverted.length > 0
      ? missing(unconverted.map(({ quarter }) => gap(measure, quarter, 'NO_EXCHANGE_RATE')))
      : derived(Decimal.sum(...(amounts as Decimal[])), facts);
  }

  #convert({ value, currency, quarter }: KnownFact): Decimal | null {
    const perDollar = (code: string) =>
      code === 'USD' ? new Decimal(1) : RATES.get(`USD ${code} ${quarter}`);
    const [from, to] = [perDollar(currency), perDollar(this.#currency)];
    if (currency === this.#currency) return new Decimal(value);
    return from && to ? new Decimal(value).times(to).div(from) : null;
  }
}

const WEAKEST_FIRST = ['ESTIMATED', 'DERIVED', 'REPORTED'];

export function derived(
  value: Decimal,
  inputs: readonly { quality: string | null }[],
): Recalculated {
  const quality = WEAKEST_FIRST.find((word) => inputs.some((input) => input.quality === word));
  return { value, quality: quality!, missing: new Set() };
}

export function missing(gaps: Iterable<string>): Recalculated {
  return { value: null, quality: null, missing: new Set(gaps) };
}

function lacking(parts: readonly Recalculated[]): Recalculated {
  return missing(parts.flatMap((part) => [...part.missing]));
}

export function grown([from, to]: Pair): Recalculated {
  if (!from.value || !to.value) return lacking([from, to]);
  if (from.value.lte(0)) return missing(['NOT_MEANINGFUL']);
  return derived(to.value.div(from.value).minus(1), [from, to]);
}

export function changed(above: Pair, below: Pair): Recalculated {
  const at = (place: 0 | 1) => quotient([above[place], below[place]]);
  return difference([at(0), at(1)]);
}

/** The later of two rates less the earlier, or one rate less the other. */
export function difference([less, rate]: Pair): Recalculated {
  if (!less.value || !rate.value) return lacking([less, rate]);
  return derived(rate.value.minus(less.value), [less, rate]);
}

/** In percentage points. */
export function pointsOf({ value }: Recalculated): number | null {
  return value?.times(100).toNumber() ?? null;
}

export function quotient([above, below]: Pair): Recalculated {
  if (!above.value || !below.value) return lacking([above, below]);
  if (below.value.lte(0)) return missing(['NOT_MEANINGFUL']);
  return derived(above.value.div(below.value), [above, below]);
}
