import { greatest, least } from './brand.ts';
import { type CalendarQuarter, EARLIEST_QUARTER, LATEST_QUARTER } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { FactColumns, type FactRecord, NO_ROW, type Row } from './fact-columns.ts';
import { quarterOfPeriod } from './fiscal-calendar.ts';
import { areSame, isOneQuarter, quartersIn } from './period.ts';
import { CONCEPTS, type Company, type Concept, QUALITIES } from './vocabulary.ts';

/**
 * Every version of every figure of one company. The rows of a concept and quarter stand together,
 * the one that counts first (rule 3), so that what was known on a day is the first row that had
 * been published by then (rule 2).
 */
export class Series {
  readonly facts: FactColumns;
  /** The quarters that any fact falls in; the first is after the last when there is no fact. */
  readonly firstQuarter: CalendarQuarter;
  readonly lastQuarter: CalendarQuarter;
  /** Year-to-date and annual figures; their rows stand behind the quarterly ones. */
  readonly longerFacts: readonly Row[];
  readonly #quarters: number;
  /** Where the rows of a concept and quarter start; they end where the next ones start. */
  readonly #starts: Uint32Array;

  constructor(
    readonly company: Company,
    records: readonly FactRecord[],
    /** The definitions' names, in the order that rule 3 asks for. */
    readonly definitions: readonly string[],
  ) {
    const sorted = records.map(place).sort(byPlaceThenPrecedence);
    this.facts = new FactColumns(sorted.map(({ record }) => record));
    this.firstQuarter = sorted.reduce(
      (first, { quarter }) => least(first, quarter),
      LATEST_QUARTER,
    );
    this.lastQuarter = sorted.reduce(
      (last, { quarter }) => greatest(last, quarter),
      EARLIEST_QUARTER,
    );
    this.#quarters = Math.max(0, this.lastQuarter - this.firstQuarter + 1);
    this.longerFacts = sorted.flatMap(({ longer }, row) => (longer ? [row] : []));
    this.#starts = new Uint32Array(CONCEPTS.length * this.#quarters + 1);
    for (const { longer, record, quarter } of sorted) {
      if (!longer) this.#starts[this.#cell(record.concept, quarter) + 1]! += 1;
    }
    this.#starts.forEach((count, cell, starts) => {
      starts[cell] = count + (starts[cell - 1] ?? 0);
    });
  }

  /** The row that counts for a concept and quarter as of a day; in one definition, if one is given. */
  find(concept: Concept, quarter: CalendarQuarter, asOf: Day, definition?: number): Row {
    const cell = this.#cell(concept, quarter);
    if (cell < 0) return NO_ROW;
    const { publishedOn, definition: definitions } = this.facts;
    const end = this.#starts[cell + 1]!;
    for (let row = this.#starts[cell]!; row < end; row++) {
      if (publishedOn[row]! > asOf) continue;
      if (definition === undefined || definitions[row] === definition) return row;
    }
    return NO_ROW;
  }

  /** Every row of a concept and quarter that had been published by a day, the one that counts first. */
  versions(concept: Concept, quarter: CalendarQuarter, asOf: Day): Row[] {
    const rows: Row[] = [];
    const cell = this.#cell(concept, quarter);
    if (cell < 0) return rows;
    for (let row = this.#starts[cell]!; row < this.#starts[cell + 1]!; row++) {
      if (this.facts.publishedOn[row]! <= asOf) rows.push(row);
    }
    return rows;
  }

  /** The year-to-date and annual rows of a concept that end in a quarter, published by a day. */
  longerVersions(concept: Concept, quarter: CalendarQuarter, asOf: Day): Row[] {
    return this.longerFacts.filter(
      (row) =>
        this.facts.concept(row) === concept &&
        quarterOfRow(this.facts, row) === quarter &&
        this.facts.publishedOn[row]! <= asOf,
    );
  }

  /** Whether a quarter lies in a year-to-date or annual period of a concept, published by a day. */
  liesInLongerFact(concept: Concept, quarter: CalendarQuarter, asOf: Day): boolean {
    const { facts } = this;
    return this.longerFacts.some((row) => {
      if (facts.publishedOn[row]! > asOf || facts.concept(row) !== concept) return false;
      const last = quarterOfRow(facts, row);
      return quarter <= last && quarter > last - quartersIn(facts.period(row));
    });
  }

  /** The row that took a row's place as of a day: the next newer one of the same figure. */
  successor(row: Row, asOf: Day): Row {
    const { facts } = this;
    const newer = row - 1;
    const sameFigure =
      newer >= 0 &&
      facts.concept(newer) === facts.concept(row) &&
      quarterOfRow(facts, newer) === quarterOfRow(facts, row) &&
      areSame(facts.period(newer), facts.period(row));
    return sameFigure && facts.publishedOn[newer]! <= asOf ? newer : NO_ROW;
  }

  /** The cell of a concept and quarter in `#starts`; negative outside the series' quarters. */
  #cell(concept: Concept, quarter: CalendarQuarter): number {
    const offset = quarter - this.firstQuarter;
    return offset >= 0 && offset < this.#quarters
      ? CONCEPT_PLACE[concept] * this.#quarters + offset
      : -1;
  }
}

const CONCEPT_PLACE = Object.fromEntries(CONCEPTS.map((concept, place) => [concept, place])) as {
  readonly [concept in Concept]: number;
};

/** The calendar quarter in which a row's period ends. */
export function quarterOfRow(facts: FactColumns, row: Row): CalendarQuarter {
  return quarterOfPeriod(facts.period(row));
}

interface Placed {
  readonly record: FactRecord;
  readonly longer: boolean;
  readonly quarter: CalendarQuarter;
}

function place(record: FactRecord): Placed {
  const period = { start: record.periodStart, end: record.periodEnd };
  return { record, longer: !isOneQuarter(period), quarter: quarterOfPeriod(period) };
}

function byPlaceThenPrecedence(a: Placed, b: Placed): number {
  return (
    Number(a.longer) - Number(b.longer) ||
    CONCEPT_PLACE[a.record.concept] - CONCEPT_PLACE[b.record.concept] ||
    a.quarter - b.quarter ||
    (a.longer ? a.record.periodStart - b.record.periodStart : 0) ||
    byPrecedence(a.record, b.record)
  );
}

/** Rule 3: newest publication, then best quality, then first definition. Ids settle equal facts. */
function byPrecedence(a: FactRecord, b: FactRecord): number {
  return (
    b.publishedOn - a.publishedOn ||
    QUALITIES.indexOf(a.quality) - QUALITIES.indexOf(b.quality) ||
    a.definition - b.definition ||
    a.id - b.id
  );
}
