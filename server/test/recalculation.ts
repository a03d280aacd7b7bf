import { Decimal } from 'decimal.js';
import { byRank, DEFINITIONS, quarterOfMidpoint, readTable } from './dataset.ts';

/** A number worked out from the CSV files, or why there is none. */
export interface Recalculated {
  readonly value: Decimal | null;
  readonly quality: string | null;
  /** Concept, quarter and reason of each input that is missing, e.g. `CAPEX 2025Q3 NOT_IN_DATASET`. */
  readonly missing: ReadonlySet<string>;
}

/** An amount at an earlier time and at a later one. */
type Pair = readonly [Recalculated, Recalculated];

/** The concepts that stand for a measure, the preferred one first. */
export type Measure = readonly string[];

const FACTS = readTable('facts')
  .map((row) => ({
    ...row,
    publishedOn: row.published_on,
    quarter: indexOf(quarterOfMidpoint(row.period_start, row.period_end)),
  }))
  .sort(byRank);
type Fact = (typeof FACTS)[number];
/** The facts of a definition by their quarters. */
type Line = ReadonlyMap<number, Fact>;

const RATES = new Map(
  readTable('exchange-rates').map(({ base, quote, calendar_quarter, average }) => [
    `${base} ${quote} ${indexOf(calendar_quarter)}`,
    new Decimal(average),
  ]),
);

/** A calendar quarter as a number, so that the one before is one less. */
export function indexOf(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1;
}

const nameOf = (quarter: number) => `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;
const gap = (measure: Measure, quarter: number, reason: string) =>
  `${measure.at(-1)} ${nameOf(quarter)} ${reason}`;
const windowOf = (quarter: number, length: number) =>
  Array.from({ length }, (_, place) => quarter - length + 1 + place);

/** The figures of one company in a currency as of a day, by the rules of the figures. */
export class Recalculation {
  readonly #facts: readonly Fact[];
  readonly #currency: string;
  readonly #pairs = new Map<string, Pair>();

  constructor(company: string, currency: string, asOf: string) {
    this.#facts = FACTS.filter((fact) => fact.company === company && fact.published_on <= asOf);
    this.#currency = currency;
  }

  /** The quarters of which any figure is known. */
  get quarters(): string[] {
    return [...new Set(this.#facts.map(({ quarter }) => quarter))].sort().map(nameOf);
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

  /** The change of a ratio in percentage points; null where it cannot be told. */
  change(above: Measure, below: Measure, quarter: number, length: number, span: number) {
    return changed(
      this.pair(above, quarter, length, span),
      this.pair(below, quarter, length, span),
    );
  }

  /** Whether any figure of the measure is known, of whatever quarter. */
  discloses(measure: Measure): boolean {
    return this.#facts.some(({ concept }) => measure.includes(concept));
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
    const facts = this.#alike(measure, [...new Set([...earlier, ...later])]);
    const of = (window: number[]) =>
      facts instanceof Set
        ? missing(facts)
        : this.#sum(
            measure,
            facts.filter((fact) => window.includes(fact.quarter)),
          );
    return [of(earlier), of(later)];
  }

  /** The facts of the quarters in the first definition that has them all, or what is missing. */
  #alike(measure: Measure, quarters: readonly number[]): Fact[] | Set<string> {
    for (const concept of measure) {
      const lines = this.#lines(concept);
      const choice = quarters.length > 1 ? byNewest(lines) : ofSeries(lines, quarters[0]!);
      const line = choice.find((line) => quarters.every((quarter) => line.has(quarter)));
      if (line) return quarters.map((quarter) => line.get(quarter)!);
    }
    const known = new Set(
      this.#facts.filter(({ concept }) => measure.includes(concept)).map(({ quarter }) => quarter),
    );
    const absent = quarters.filter((quarter) => !known.has(quarter));
    if (absent.length === 0) return new Set(['NOT_COMPARABLE']);
    const all = this.#facts.map(({ quarter }) => quarter);
    const reason = (quarter: number) => {
      if (quarter > Math.max(...all)) return 'NOT_YET_PUBLISHED';
      return quarter < Math.min(...all) ? 'OUT_OF_RANGE' : 'NOT_IN_DATASET';
    };
    return new Set(absent.map((quarter) => gap(measure, quarter, reason(quarter))));
  }

  /** The facts that count of each quarter, in each definition, in the order of definitions. */
  #lines(concept: string): Line[] {
    const facts = this.#facts.filter((fact) => fact.concept === concept);
    return DEFINITIONS.map(
      (definition) =>
        new Map(
          facts
            .filter((fact) => fact.definition === definition)
            .reverse()
            .map((fact) => [fact.quarter, fact]),
        ),
    ).filter(({ size }) => size > 0);
  }

  #sum(measure: Measure, facts: readonly Fact[]): Recalculated {
    const amounts = facts.map((fact) => this.#convert(fact));
    const unconverted = facts.filter((_, place) => amounts[place] === null);
    return unconverted.length > 0
      ? missing(unconverted.map(({ quarter }) => gap(measure, quarter, 'NO_EXCHANGE_RATE')))
      : derived(Decimal.sum(...(amounts as Decimal[])), facts);
  }

  #convert({ value, currency, quarter }: Fact): Decimal | null {
    const perDollar = (code: string) =>
      code === 'USD' ? new Decimal(1) : RATES.get(`USD ${code} ${quarter}`);
    const [from, to] = [perDollar(currency), perDollar(this.#currency)];
    if (currency === this.#currency) return new Decimal(value);
    return from && to ? new Decimal(value).times(to).div(from) : null;
  }
}

/** Definitions by the newest quarter that they are known in. */
function byNewest(lines: readonly Line[]): Line[] {
  const newest = (line: Line) => Math.max(...line.keys());
  return lines.toSorted((a, b) => newest(b) - newest(a));
}

/** The definition of a quarter's series: that of the quarter after it while it is known, else the first that is. */
function ofSeries(lines: readonly Line[], quarter: number): Line[] {
  let line: Line | undefined;
  for (let q = Math.max(...lines.map((each) => Math.max(...each.keys()))); q >= quarter; q--) {
    if (!line?.has(q)) line = lines.find((each) => each.has(q));
  }
  return line ? [line] : [];
}

interface Member {
  readonly company: string;
  readonly figures: Recalculation;
}

/** The figures of several companies together: sums of the members that disclose what is asked. */
export class GroupRecalculation {
  readonly #members: readonly Member[];

  constructor(group: string, currency: string, asOf: string) {
    const { members } = readTable('groups').find(({ slug }) => slug === group)!;
    this.#members = members
      .split(' ')
      .map((company) => ({ company, figures: new Recalculation(company, currency, asOf) }));
  }

  /** The quarters of which any figure of a member is known. */
  get quarters(): string[] {
    return [...new Set(this.#members.flatMap(({ figures }) => figures.quarters))].sort();
  }

  amount(measure: Measure, quarter: number, length: number): Recalculated {
    return this.#total([measure], quarter, (member) => member.amount(measure, quarter, length));
  }

  growth(measure: Measure, quarter: number, length: number, span: number): Recalculated {
    return grown(this.#pair([measure], measure, quarter, length, span));
  }

  ratio(above: Measure, below: Measure, quarter: number, length: number): Recalculated {
    const [over, under] = [above, below].map((measure) =>
      this.#total([above, below], quarter, (member) => member.amount(measure, quarter, length)),
    );
    return quotient([over!, under!]);
  }

  change(above: Measure, below: Measure, quarter: number, length: number, span: number) {
    return changed(
      this.#pair([above, below], above, quarter, length, span),
      this.#pair([above, below], below, quarter, length, span),
    );
  }

  #pair(needed: Measure[], measure: Measure, quarter: number, length: number, span: number): Pair {
    const pair = (member: Recalculation) => member.pair(measure, quarter, length, span);
    return [
      this.#total(needed, quarter - span, (member) => pair(member)[0]),
      this.#total(needed, quarter, (member) => pair(member)[1]),
    ];
  }

  /** The sum over the members that disclose every measure needed, or what is missing of whom. */
  #total(
    needed: readonly Measure[],
    quarter: number,
    of: (member: Recalculation) => Recalculated,
  ): Recalculated {
    const silence = ({ company, figures }: Member) =>
      needed
        .filter((measure) => !figures.discloses(measure))
        .map((measure) => `${company} ${gap(measure, quarter, 'NOT_DISCLOSED')}`);
    const counted = this.#members.filter((member) => silence(member).length === 0);
    if (counted.length === 0) return missing(this.#members.flatMap(silence));
    const parts = counted.map(({ company, figures }) => ({ company, ...of(figures) }));
    if (parts.every(({ value }) => value)) {
      return derived(Decimal.sum(...parts.map(({ value }) => value!)), parts);
    }
    return missing(
      parts.flatMap(({ company, missing }) => [...missing].map((gap) => `${company} ${gap}`)),
    );
  }
}

const WEAKEST_FIRST = ['ESTIMATED', 'DERIVED', 'REPORTED'];

function derived(value: Decimal, inputs: readonly { quality: string | null }[]): Recalculated {
  const quality = WEAKEST_FIRST.find((word) => inputs.some((input) => input.quality === word));
  return { value, quality: quality!, missing: new Set() };
}

function missing(gaps: Iterable<string>): Recalculated {
  return { value: null, quality: null, missing: new Set(gaps) };
}

function lacking(parts: readonly Recalculated[]): Recalculated {
  return missing(parts.flatMap((part) => [...part.missing]));
}

function grown([from, to]: Pair): Recalculated {
  if (!from.value || !to.value) return lacking([from, to]);
  if (from.value.lte(0)) return missing(['NOT_MEANINGFUL']);
  return derived(to.value.div(from.value).minus(1), [from, to]);
}

function changed(above: Pair, below: Pair): Decimal | null {
  const [then, now] = [0, 1].map((place) => quotient([above[place]!, below[place]!]).value);
  return now && then ? now.minus(then).times(100) : null;
}

export function quotient([above, below]: Pair): Recalculated {
  if (!above.value || !below.value) return lacking([above, below]);
  if (below.value.isZero()) return missing(['NOT_MEANINGFUL']);
  return derived(above.value.div(below.value), [above, below]);
}
