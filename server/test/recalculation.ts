import { Decimal } from 'decimal.js';
import { readTable } from './dataset.ts';
import {
  type FactRow,
  type Item,
  indexOf,
  type KnownFact,
  KnownFigures,
  nameOf,
  type Term,
} from './known-figures.ts';
import {
  changed,
  difference,
  grown,
  missing,
  NOT_MEANINGFUL,
  type Pair,
  quotient,
  type Recalculated,
  total,
} from './measured.ts';
import { isFiscal, lastOfYear, quartersIn, type Span, type Window } from './windows.ts';

const RATES = new Map(
  readTable('exchange-rates').map(({ base, quote, calendar_quarter, average }) => [
    `${base} ${quote} ${indexOf(calendar_quarter)}`,
    new Decimal(average),
  ]),
);

const COMPANIES = readTable('companies');

/** As of which everything is known. */
const EVER = '9999-12-31';

/** What is asked of a company and of a group alike. */
export abstract class Figures {
  /** Where everything below is seen from. */
  constructor(
    readonly currency: string,
    readonly asOf: string,
    readonly added: readonly FactRow[],
  ) {}

  /** The amounts of a window and of the same so many quarters before, like for like, each over `needed` at least. */
  abstract pair(item: Item, quarter: number, window: Window, back: number, needed?: Item): Pair;

  amount(item: Item, quarter: number, window: Window): Recalculated {
    return this.pair(item, quarter, window, 0)[1];
  }

  growth(item: Item, quarter: number, window: Window, span: Span): Recalculated {
    if (!isComparable(window, span)) return this.absence(item, quarter, window) ?? NOT_MEANINGFUL;
    return grown(this.pair(item, quarter, window, span.quarters));
  }

  /** What nobody publishes; a company alone is not asked. */
  absence(_item: Item, _quarter: number, _window: Window): Recalculated | null {
    return null;
  }

  ratio(above: Item, below: Item, quarter: number, window: Window): Recalculated {
    const needed = [...above, ...below];
    return quotient([
      this.pair(above, quarter, window, 0, needed)[1],
      this.pair(below, quarter, window, 0, needed)[1],
    ]);
  }

  /** The change of a ratio, each amount like for like. */
  change(above: Item, below: Item, quarter: number, window: Window, span: Span): Recalculated {
    const needed = [...above, ...below];
    if (!isComparable(window, span)) return this.absence(needed, quarter, window) ?? NOT_MEANINGFUL;
    return changed(
      this.pair(above, quarter, window, span.quarters, needed),
      this.pair(below, quarter, window, span.quarters, needed),
    );
  }
}

/** A window from a fixed quarter on is of another length a quarter before. */
const isComparable = ({ length }: Window, { name }: Span) =>
  length !== undefined || name === 'YEAR';

/** The figures of one company in a currency as of a day, by the rules of the figures. */
export class Recalculation extends Figures {
  readonly known: KnownFigures;
  /** The month in which its fiscal year ends. */
  readonly yearEnd: number;
  readonly #pairs = new Map<string, Pair>();
  readonly #silences = new Map<string, string[]>();

  constructor(
    readonly company: string,
    currency: string,
    asOf: string,
    added: readonly FactRow[] = [],
  ) {
    super(currency, asOf, added);
    this.known = new KnownFigures(company, asOf, added);
    const { fiscal_year_end_month } = COMPANIES.find(({ slug }) => slug === company)!;
    this.yearEnd = Number(fiscal_year_end_month);
  }

  /** The quarters of which any figure is known. */
  get quarters(): string[] {
    return this.known.quarters.map(nameOf);
  }

  /** The amounts a span apart, all quarters of both in one definition. Each is worked out once. */
  override pair(item: Item, quarter: number, window: Window, back: number): Pair {
    const pairs = item.map((term) => this.#pairOf(term, quarter, window, back));
    const [first, less] = pairs as [Pair, Pair | undefined];
    return less ? [difference([less[0], first[0]]), difference([less[1], first[1]])] : first;
  }

  /** What it is known not to publish. */
  silence(needed: Item, quarter: number, window: Window): string[] {
    const key = [...needed, quarter, window.name].join(' ');
    const silence = this.#silences.get(key) ?? this.#undisclosed(needed, quarter, window);
    this.#silences.set(key, silence);
    return silence;
  }

  #undisclosed(needed: Item, quarter: number, window: Window): string[] {
    return needed
      .flatMap((term) => [...this.amount([term], quarter, window).missing])
      .filter((gap) => gap.endsWith(' NOT_DISCLOSED'));
  }

  #pairOf(term: Term, quarter: number, window: Window, back: number): Pair {
    const key = [term, quarter, window.name, back].join(' ');
    const pair = this.#pairs.get(key) ?? this.#compare(term, quarter, window, back);
    this.#pairs.set(key, pair);
    return pair;
  }

  #compare(term: Term, quarter: number, window: Window, back: number): Pair {
    const later = quartersIn(window, quarter, this.yearEnd);
    if (later.length === 0) return [NOT_MEANINGFUL, NOT_MEANINGFUL];
    const earlier = later.map((each) => each - back);
    const facts = this.known.alike(term, [...new Set([...earlier, ...later])]);
    const of = (quarters: number[]) =>
      facts instanceof Set
        ? missing(facts)
        : total(
            facts
              .filter((fact) => quarters.includes(fact.quarter))
              .map((fact) => this.converted(term, fact)),
          );
    return [of(earlier), of(later)];
  }

  /** A figure in the currency asked for, and how far it may be from the exact one. */
  converted(term: Term, { value, currency, quarter, ...fact }: KnownFact): Recalculated {
    const perDollar = (code: string) =>
      code === 'USD' ? new Decimal(1) : RATES.get(`USD ${code} ${quarter}`);
    const [from, to] =
      currency === this.currency
        ? [new Decimal(1), new Decimal(1)]
        : [perDollar(currency), perDollar(this.currency)];
    if (!from || !to) return missing([this.known.gap(term, quarter, 'NO_EXCHANGE_RATE')]);
    const rate = to.div(from);
    const off = Number(fact.rounded_to) / (fact.quality === 'REPORTED' ? 2 : 1);
    const isEstimate = fact.quality === 'ESTIMATED';
    return {
      value: new Decimal(value).times(to).div(from),
      quality: fact.quality,
      bounds: isEstimate
        ? null
        : [(Number(value) - off) * rate.toNumber(), (Number(value) + off) * rate.toNumber()],
      missing: new Set(),
      definitions: [fact.definition],
    };
  }
}

/** The figures of several companies together: sums of the members but those known not to publish what is asked. */
export class GroupRecalculation extends Figures {
  readonly #members: readonly Recalculation[];

  constructor(
    members: readonly string[],
    currency: string,
    asOf = EVER,
    added: readonly FactRow[] = [],
  ) {
    super(currency, asOf, added);
    this.#members = members.map((company) => companySeen(company, currency, asOf, added));
  }

  /** The quarters of which any figure of a member is known. */
  get quarters(): string[] {
    return [...new Set(this.#members.flatMap(({ quarters }) => quarters))].sort();
  }

  override absence(needed: Item, quarter: number, window: Window): Recalculated | null {
    const silences = this.#members.map((each) => each.silence(needed, quarter, window));
    return silences.some(({ length }) => length === 0) ? null : missing(silences.flat());
  }

  override pair(item: Item, quarter: number, window: Window, back: number, needed = item): Pair {
    const nobody = this.absence(needed, quarter, window);
    if (nobody) return [nobody, nobody];
    const counted = this.#members.filter(
      (member) => member.silence(needed, quarter, window).length === 0,
    );
    const pairs = counted.map((member) => member.pair(item, quarter, window, back));
    const of = (place: 0 | 1): Recalculated => {
      const amounts = pairs.map((pair) => pair[place]);
      const parts = counted.map(({ company }, at) => ({ company, value: amounts[at]!.value }));
      const areOneYear = new Set(counted.map(({ yearEnd }) => lastOfYear(yearEnd))).size === 1;
      const sum =
        isFiscal(window) && !areOneYear
          ? missing(counted.map(({ company }) => `${company} NOT_COMPARABLE`))
          : total(amounts);
      return { ...sum, parts };
    };
    return [of(0), of(1)];
  }
}

const seen = new Map<string, Recalculation>();

/** A company seen from somewhere; what was worked out of it is kept, since it is asked for again, and in several groups. */
export function companySeen(
  company: string,
  currency: string,
  asOf = EVER,
  added: readonly FactRow[] = [],
): Recalculation {
  if (added.length > 0) return new Recalculation(company, currency, asOf, added);
  const key = `${company} ${currency} ${asOf}`;
  const known = seen.get(key) ?? new Recalculation(company, currency, asOf);
  seen.set(key, known);
  return known;
}

/** The members of a group of the dataset. */
export function membersOf(group: string): string[] {
  return readTable('groups')
    .find(({ slug }) => slug === group)!
    .members.split(' ');
}
