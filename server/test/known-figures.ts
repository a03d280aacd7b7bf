import { DEFINITIONS, quarterOfMidpoint, type Row, readTable } from './dataset.ts';

/** The concepts that stand for a figure, the preferred one first. */
export type Term = readonly string[];

/** What an amount is made from: a figure, or one less another. */
export type Item = readonly Term[];

/** A calendar quarter as a number, so that the one before is one less. */
export function indexOf(quarter: string): number {
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1;
}

/** The quarter of such a number, e.g. 2025Q2. */
export const nameOf = (quarter: number) => `${Math.floor(quarter / 4)}Q${(quarter % 4) + 1}`;

/** What of a fact's row the figures are worked out from. */
export type FactRow = Omit<Row<'facts'>, 'source' | 'note'>;
export type KnownFact = FactRow & { readonly quarter: number };

const asKnown = (row: FactRow): KnownFact => ({
  ...row,
  quarter: indexOf(quarterOfMidpoint(row.period_start, row.period_end)),
});
const FACTS = readTable('facts').map(asKnown);

/** What this file does not know how to work out must not slip in with new data. */
const LONGEST_QUARTER = 120 * 86_400_000;
if (
  FACTS.some(
    (fact) => Date.parse(fact.period_end) - Date.parse(fact.period_start) > LONGEST_QUARTER,
  )
) {
  throw new Error('The fixture has facts longer than a quarter: work out their differences here.');
}

const NON_DISCLOSURES = readTable('non-disclosures');

/** The figures of a definition by their quarters. */
type Line = ReadonlyMap<number, KnownFact>;

/** What is known of one company's quarters as of a day. */
export class KnownFigures {
  readonly #facts: readonly KnownFact[];
  readonly #linesOf = new Map<string, Line[]>();
  /** The quarters of which any figure is known, oldest first. */
  readonly quarters: readonly number[];

  constructor(
    readonly company: string,
    asOf: string,
    /** More than the fixture has. */
    added: readonly FactRow[] = [],
  ) {
    this.#facts = [...FACTS, ...added.map(asKnown)].filter(
      (fact) => fact.company === company && fact.published_on <= asOf,
    );
    this.quarters = [...new Set(this.#facts.map(({ quarter }) => quarter))].sort((a, b) => a - b);
  }

  /** The figures of several quarters in the first definition that has them all, or what is missing. */
  alike(term: Term, quarters: readonly number[]): KnownFact[] | Set<string> {
    for (const concept of term) {
      const lines = this.#lines(concept);
      const choice = quarters.length > 1 ? byNewest(lines) : ofSeries(lines, quarters[0]!);
      const line = choice.find((line) => quarters.every((quarter) => line.has(quarter)));
      if (line) return quarters.map((quarter) => line.get(quarter)!);
    }
    const absent = quarters.filter((quarter) => !this.#isKnown(term, quarter));
    if (absent.length === 0) return new Set([`${this.company} NOT_COMPARABLE`]);
    return new Set(absent.map((quarter) => this.gap(term, quarter, this.#absence(term, quarter))));
  }

  /** How one input that is missing is told, e.g. `baidu CAPEX 2025Q3 NOT_IN_DATASET`. */
  gap(term: Term, quarter: number, reason: string): string {
    return `${this.company} ${term.at(-1)} ${nameOf(quarter)} ${reason}`;
  }

  /** The figures of a concept in the definition that its series has in a quarter. */
  seriesLine(concept: string, quarter: number): Line | undefined {
    const lines = this.#lines(concept);
    return lines.length > 0 ? ofSeries(lines, quarter)[0] : undefined;
  }

  /** The days on which something about the company was published, oldest first. */
  get days(): string[] {
    return [...new Set(this.#facts.map(({ published_on }) => published_on))].sort();
  }

  /** The figure of each quarter in each definition, in the order of definitions. */
  #lines(concept: string): Line[] {
    const lines = this.#linesOf.get(concept) ?? this.#workOutLines(concept);
    this.#linesOf.set(concept, lines);
    return lines;
  }

  #workOutLines(concept: string): Line[] {
    const facts = this.#facts.filter((fact) => fact.concept === concept);
    return DEFINITIONS.map((definition) => {
      const ofDefinition = facts.filter((fact) => fact.definition === definition);
      const quarters = new Set(ofDefinition.map(({ quarter }) => quarter));
      return new Map(
        [...quarters].map((quarter) => [
          quarter,
          figureOf(ofDefinition.filter((fact) => fact.quarter === quarter)),
        ]),
      );
    }).filter(({ size }) => size > 0);
  }

  #isKnown(term: Term, quarter: number): boolean {
    return this.#facts.some((fact) => term.includes(fact.concept) && fact.quarter === quarter);
  }

  /** Why nothing is known of a quarter. */
  #absence(term: Term, quarter: number): string {
    const isNotDisclosed = (concept: string) =>
      NON_DISCLOSURES.some(
        (row) =>
          row.company === this.company &&
          row.concept === concept &&
          (row.from === '' || indexOf(row.from) <= quarter) &&
          (row.until === '' || indexOf(row.until) >= quarter),
      );
    if (term.every(isNotDisclosed)) return 'NOT_DISCLOSED';
    const { quarters } = this;
    if (quarter > (quarters.at(-1) ?? -1)) return 'NOT_YET_PUBLISHED';
    return quarter < quarters[0]! ? 'OUT_OF_RANGE' : 'NOT_IN_DATASET';
  }
}

type Printed = Pick<Row<'facts'>, 'value' | 'quality' | 'rounded_to' | 'published_on'>;

const STRONGEST_FIRST = ['REPORTED', 'DERIVED', 'ESTIMATED'];

/** The figure among facts of one quarter in one definition: the newest, of one day the strongest, unless it only rounds what stood. */
function figureOf<Fact extends Printed>(facts: readonly Fact[]): Fact {
  return inTurn(facts).reduce((stands, newer) => (replaces(newer, stands) ? newer : stands));
}

/** Facts in the order in which they are taken: by day, of one day the strongest last. */
export function inTurn<Fact extends Printed>(facts: readonly Fact[]): Fact[] {
  const weakness = ({ quality }: Fact) => STRONGEST_FIRST.indexOf(quality);
  return facts.toSorted(
    (a, b) => a.published_on.localeCompare(b.published_on) || weakness(b) - weakness(a),
  );
}

/** Whether a fact says more than one before it: another value than rounding explains, or a more exact one. */
export function replaces(newer: Printed, older: Printed): boolean {
  const apart = Math.abs(Number(newer.value) - Number(older.value));
  const isOther = apart > 0 && apart >= openness(newer) + openness(older);
  return isOther || openness(newer) < openness(older);
}

/** How far the exact value may lie from a fact's: half a unit, a whole one where it is no print. */
function openness({ quality, rounded_to }: Printed): number {
  return Number(rounded_to) / (quality === 'REPORTED' ? 2 : 1);
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
