import type { Column } from './brand.ts';
import { type CalendarQuarter, EARLIEST_QUARTER, LATEST_QUARTER } from './calendar-quarter.ts';
import { ConceptLines } from './concept-lines.ts';
import type { Day } from './day.ts';
import { Differences } from './differences.ts';
import { FactColumns, type FactRecord, NO_ROW, type Row } from './fact-columns.ts';
import { FigureLine } from './figure-line.ts';
import { figuresOf } from './figures-of.ts';
import { FiscalYears } from './fiscal-years.ts';
import { TAXONOMY } from './measures.ts';
import { type Narrow, zerosFor } from './narrow.ts';
import type { NonDisclosure } from './non-disclosure.ts';
import {
  areFigures,
  byPlace,
  CONCEPT_PLACE,
  type PlacedFact,
  placeOf,
  reportedOf,
} from './placed-facts.ts';
import { lengthOf } from './reported/quarter-range.ts';
import { CONCEPTS, type Company, type Concept } from './vocabulary.ts';

/** Later than any day, even as an integer of 32 bits. */
const NEVER = 2 ** 31 - 1;
const NO_LINES = new ConceptLines([]);

/**
 * All that is known of one company: every fact, and the figures that follow from them as of any day. The
 * facts of a concept that end in one quarter stand together.
 */
export class Series {
  readonly facts: FactColumns;
  readonly differences: Differences;
  /** The quarters that any fact falls in; the first is after the last when there is no fact. */
  readonly firstQuarter: CalendarQuarter;
  readonly lastQuarter: CalendarQuarter;
  /** Whether any fact is of several quarters together. */
  readonly hasSums: boolean;
  readonly #quarters: number;
  /** Where the facts of a concept that end in a quarter start; they end where the next ones start. */
  readonly #starts: Narrow;
  /** The day from which anything was known of a quarter. */
  readonly #knownFrom: Int32Array;
  /** The number of quarters that a fact's period takes; 0 for a period of another length. */
  readonly #lengths: Uint8Array;
  readonly #fiscalYears: FiscalYears;
  readonly #lines: readonly ConceptLines[];
  readonly #setAside = new Map<Row, { readonly from: Day; readonly reason: string | null }[]>();

  constructor(
    readonly company: Company,
    records: readonly FactRecord[],
    /** The definitions' names, in the order that decides between them. */
    readonly definitions: readonly string[],
    readonly nonDisclosures: readonly NonDisclosure[] = [],
  ) {
    const placed = records
      .map((record) => placeOf(record, company.fiscalYearEndMonth))
      .sort(byPlace);
    this.facts = new FactColumns(placed.map(({ record }) => record));
    this.differences = new Differences(this.facts);
    this.#lengths = new Uint8Array(placed.length);
    let [firstQuarter, lastQuarter] = [LATEST_QUARTER, EARLIEST_QUARTER];
    for (let row = 0; row < placed.length; row++) {
      const fact = placed[row]!;
      if (fact.first < firstQuarter) firstQuarter = fact.first;
      if (fact.last > lastQuarter) lastQuarter = fact.last;
      this.#lengths[row] = fact.isWhole ? lengthOf(fact) : 0;
    }
    this.hasSums = this.#lengths.some((length) => length > 1);
    this.firstQuarter = firstQuarter;
    this.lastQuarter = lastQuarter;
    this.#quarters = Math.max(0, this.lastQuarter - this.firstQuarter + 1);
    this.#starts = zerosFor(placed.length, CONCEPTS.length * this.#quarters + 1);
    this.#knownFrom = new Int32Array(this.#quarters).fill(NEVER);
    for (const { record, first, last } of placed) {
      this.#starts[this.#cell(record.concept, last) + 1]! += 1;
      // What was published of days to come is misdated, and makes no quarter known.
      if (record.publishedOn <= record.periodEnd) continue;
      for (let place = first - firstQuarter; place <= last - firstQuarter; place++) {
        if (record.publishedOn < this.#knownFrom[place]!) {
          this.#knownFrom[place] = record.publishedOn;
        }
      }
    }
    for (let cell = 1; cell < this.#starts.length; cell++) {
      this.#starts[cell]! += this.#starts[cell - 1]!;
    }
    this.#fiscalYears = new FiscalYears(placed);
    this.#lines = CONCEPTS.map((concept) => this.#linesOf(concept, placed));
  }

  /** The month in which the fiscal year of a quarter ends, by the year end in force then. */
  yearEndMonth(quarter: CalendarQuarter, asOf: Day): number {
    return this.#fiscalYears.endMonth(quarter, asOf) ?? this.company.fiscalYearEndMonth;
  }

  /** The lines of a concept's figures. */
  lines(concept: Concept): ConceptLines {
    return this.#lines[CONCEPT_PLACE[concept]]!;
  }

  /** The day from which anything was known of a quarter, were it within a longer period; undefined where nothing is. */
  knownFrom(quarter: CalendarQuarter): Day | undefined {
    const from = this.#knownFrom[quarter - this.firstQuarter] ?? NEVER;
    return from < NEVER ? (from as Day) : undefined;
  }

  /** Whether anything was known of a quarter on a day. */
  knows(quarter: CalendarQuarter, asOf: Day): boolean {
    const from = this.knownFrom(quarter);
    return from !== undefined && from <= asOf;
  }

  /** The facts of a concept whose period is a quarter or ends with it, published by a day. */
  factsOf(concept: Concept, quarter: CalendarQuarter, asOf: Day): Row[] {
    const rows: Row[] = [];
    const cell = this.#cell(concept, quarter);
    if (cell < 0) return rows;
    for (let row = this.#starts[cell]!; row < this.#starts[cell + 1]!; row++) {
      if (this.facts.publishedOn[row]! <= asOf) rows.push(row);
    }
    return rows;
  }

  /** How many whole quarters a fact's period takes; 0 for a period of another length. */
  quartersIn(row: Row): number {
    return this.#lengths[row]!;
  }

  /** Whether a fact of a concept, published by a day, takes in a quarter. */
  covers(concept: Concept, quarter: CalendarQuarter, asOf: Day): boolean {
    for (let later = 0; later < 4; later++) {
      const rows = this.factsOf(concept, (quarter + later) as CalendarQuarter, asOf);
      if (rows.some((row) => later === 0 || this.#lengths[row]! > later)) return true;
    }
    return false;
  }

  /** Whether the company is known not to publish a concept of a quarter, whatever the day. */
  isNotDisclosed(concept: Concept, quarter: CalendarQuarter): boolean {
    for (const each of this.nonDisclosures) {
      if (each.concept === concept && quarter >= each.from && quarter <= each.until) return true;
    }
    return false;
  }

  /** The fact of the same period and definition that took a fact's place by a day. */
  successor(row: Row, asOf: Day): Row {
    const { facts } = this;
    const end = this.#starts[this.#cellOf(row) + 1]!;
    for (let newer = row + 1; newer < end; newer++) {
      if (!this.#areAlike(row, newer) || facts.publishedOn[newer]! > asOf) continue;
      if (this.reasonSetAside(newer, asOf) === null && this.#replaces(newer, row)) return newer;
    }
    return NO_ROW;
  }

  /** Why no figure was taken from a fact, as of a day; null where one may be. */
  reasonSetAside(row: Row, asOf: Day): string | null {
    return this.#setAside.get(row)?.findLast(({ from }) => from <= asOf)?.reason ?? null;
  }

  /** The facts that no figure was taken from, as of a day, and why. */
  setAside(asOf: Day): { row: Row; reason: string }[] {
    return [...this.#setAside.keys()].flatMap((row) => {
      const reason = this.reasonSetAside(row, asOf);
      return reason === null ? [] : { row, reason };
    });
  }

  /** The memory that it takes, in bytes: columns and index, and what V8 takes for arrays and objects. */
  get bytes(): number {
    const lines = this.#lines.flatMap(({ epochs }) => epochs.flatMap((epoch) => epoch.lines));
    const ofLines = [...new Set(lines)].reduce((sum, line) => sum + line.bytes, 0);
    const ofQuarters = this.#starts.byteLength + this.#knownFrom.byteLength;
    const ofFacts = this.facts.bytes + this.facts.size + this.#setAside.size * 200;
    return 3_000 + ofFacts + ofQuarters + ofLines + this.differences.bytes;
  }

  #linesOf(concept: Concept, placed: readonly PlacedFact[]): ConceptLines {
    const offset = CONCEPT_PLACE[concept] * this.#quarters;
    const rows = { from: this.#starts[offset]!, to: this.#starts[offset + this.#quarters]! };
    if (rows.from === rows.to) return NO_LINES;
    if (areFigures(placed, rows, this.facts, !('mayBeNegative' in TAXONOMY[concept]))) {
      const { record } = placed[rows.from]!;
      const places = {
        first: this.firstQuarter,
        starts: this.#starts,
        offset,
        quarters: this.#quarters,
        from: this.facts.publishedOn as Column<Day>,
      };
      const line = new FigureLine([record.definition], record.currency, places);
      return new ConceptLines([{ from: Number.NEGATIVE_INFINITY as Day, lines: [line] }]);
    }
    const whole = placed
      .slice(rows.from, rows.to)
      .map((fact, place) => ({ ...fact, row: rows.from + place }))
      .filter(({ isWhole }) => isWhole)
      .map((fact) => reportedOf(fact, fact.row));
    const isTag = (definition: number) => this.definitions[definition]!.includes(':');
    const { lines, setAside } = figuresOf(concept, whole, this.facts, isTag, this.differences);
    for (const { reported, from, reason } of setAside) {
      const reasons = this.#setAside.get(reported.row) ?? [];
      this.#setAside.set(reported.row, [...reasons, { from, reason }]);
    }
    return lines;
  }

  /** Whether two facts of one concept and last quarter are of one period, definition and currency. */
  #areAlike(a: Row, b: Row): boolean {
    const { facts } = this;
    const [one, other] = [facts.period(a), facts.period(b)];
    return (
      facts.definition(a) === facts.definition(b) &&
      facts.currency(a) === facts.currency(b) &&
      this.#lengths[a] === this.#lengths[b] &&
      (this.#lengths[a]! > 0 || (one.start === other.start && one.end === other.end))
    );
  }

  #replaces(newer: Row, older: Row): boolean {
    const { value } = this.facts;
    const [one, other] = [this.facts.rounding(newer), this.facts.rounding(older)];
    const isSame =
      value[newer] === value[older] || Math.abs(value[newer]! - value[older]!) < one + other;
    return !isSame || one < other;
  }

  #cellOf(row: Row): number {
    // The last cell that starts at or before the row.
    let [low, high] = [0, this.#starts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= row) low = middle;
      else high = middle;
    }
    return low;
  }

  /** The cell of a concept and quarter in `#starts`; negative outside the series' quarters. */
  #cell(concept: Concept, quarter: CalendarQuarter): number {
    const offset = quarter - this.firstQuarter;
    return offset >= 0 && offset < this.#quarters
      ? CONCEPT_PLACE[concept] * this.#quarters + offset
      : -1;
  }
}
