import { type Column, columnOf } from './brand.ts';
import type { Day } from './day.ts';
import { Decimal } from './decimal.ts';
import { isShort, type Narrow } from './narrow.ts';
import type { Period } from './period.ts';
import type { Form } from './reported/reported-value.ts';
import {
  CONCEPTS,
  type Concept,
  CURRENCIES,
  type Currency,
  QUALITIES,
  type Quality,
} from './vocabulary.ts';

/** One figure as one document reported it, of a period of any length. */
export interface FactRecord {
  readonly id: number;
  readonly concept: Concept;
  /** Place in the list of definitions, whose order decides between facts of one day and quality. */
  readonly definition: number;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  /** Exact, in whole units of the currency. */
  readonly value: string;
  readonly currency: Currency;
  readonly quality: Quality;
  /** The unit that it is rounded to: 1000000 for millions. */
  readonly roundedTo: number;
  readonly publishedOn: Day;
  readonly form: Form;
}

/** The place of a fact in its columns; -1 stands for none. */
export type Row = number;
export const NO_ROW: Row = -1;

/** What a fact takes: value, id, definition, unit, concept, currency and quality. */
const BYTES_BESIDE_DAYS = 8 + 4 + 2 + 2 + 1 + 1 + 1;

function hasShortDays({ publishedOn, periodStart, periodEnd }: FactRecord): boolean {
  return isShort(publishedOn) && isShort(periodStart) && isShort(periodEnd);
}

/** A type of columns. */
interface TypedArrays<Values> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, start: number, length: number): Values;
}

/** Facts in columns, where an object each would take five times the memory. */
export class FactColumns {
  /** The memory that they take, in bytes. */
  readonly bytes: number;
  readonly id: Int32Array;
  /** In whole units of the currency, as the nearest double. */
  readonly value: Float64Array;
  readonly publishedOn: Column<Day>;
  readonly #periodStart: Column<Day>;
  readonly #periodEnd: Column<Day>;
  readonly definition: Uint16Array;
  readonly #concept: Uint8Array;
  readonly #currency: Uint8Array;
  readonly #quality: Uint8Array;
  /** A company's figures are rounded to few units: each fact has the place of its own. */
  readonly #units: number[] = [];
  readonly #unit: Uint16Array;
  /** The values with more digits than a double holds. */
  readonly #long = new Map<Row, string>();

  constructor(facts: readonly FactRecord[]) {
    const count = facts.length;
    // One piece of memory: each of its own would take as much again as a small column.
    const Days = facts.every(hasShortDays) ? Uint16Array : Int32Array;
    this.bytes = count * (BYTES_BESIDE_DAYS + 3 * Days.BYTES_PER_ELEMENT);
    const buffer = new ArrayBuffer(this.bytes);
    let start = 0;
    const next = <Values>(type: TypedArrays<Values>): Values => {
      const values = new type(buffer, start, count);
      start += count * type.BYTES_PER_ELEMENT;
      return values;
    };
    // The widest first, so that each begins where it may.
    this.value = next(Float64Array);
    this.id = next(Int32Array);
    this.publishedOn = columnOf(next<Narrow>(Days));
    this.#periodStart = columnOf(next<Narrow>(Days));
    this.#periodEnd = columnOf(next<Narrow>(Days));
    this.definition = next(Uint16Array);
    this.#unit = next(Uint16Array);
    this.#concept = next(Uint8Array);
    this.#currency = next(Uint8Array);
    this.#quality = next(Uint8Array);
    for (let row = 0; row < count; row++) this.#put(row, facts[row]!);
  }

  #put(row: Row, fact: FactRecord): void {
    this.id[row] = fact.id;
    this.value[row] = Number(fact.value);
    this.publishedOn[row] = fact.publishedOn;
    this.#periodStart[row] = fact.periodStart;
    this.#periodEnd[row] = fact.periodEnd;
    this.definition[row] = fact.definition;
    this.#concept[row] = CONCEPTS.indexOf(fact.concept);
    this.#currency[row] = CURRENCIES.indexOf(fact.currency);
    this.#quality[row] = QUALITIES.indexOf(fact.quality);
    this.#unit[row] = this.#placeOfUnit(fact.roundedTo);
    // Comparing texts decides nearly all of them, and is far cheaper than a decimal.
    if (String(this.value[row]) === fact.value) return;
    if (!new Decimal(this.value[row]!).equals(fact.value)) this.#long.set(row, fact.value);
  }

  #placeOfUnit(unit: number): number {
    const place = this.#units.indexOf(unit);
    return place < 0 ? this.#units.push(unit) - 1 : place;
  }

  get size(): number {
    return this.id.length;
  }

  /** The days on which any fact was published, oldest first. */
  get days(): readonly Day[] {
    const days = Array.from({ length: this.size }, (_, row) => this.publishedOn[row]!);
    return [...new Set(days)].sort((a, b) => a - b);
  }

  /** The days that a row's figure covers. */
  period(row: Row): Period {
    return { start: this.#periodStart[row]!, end: this.#periodEnd[row]! };
  }

  concept(row: Row): Concept {
    return CONCEPTS[this.#concept[row]!]!;
  }

  currency(row: Row): Currency {
    return CURRENCIES[this.#currency[row]!]!;
  }

  quality(row: Row): Quality {
    return QUALITIES[this.#quality[row]!]!;
  }

  /** The unit that it is rounded to: 1000000 for millions. */
  roundedTo(row: Row): number {
    return this.#units[this.#unit[row]!]!;
  }

  /** The exact value is within this of the reported one; a difference is made from two that were rounded. */
  rounding(row: Row): number {
    const unit = this.roundedTo(row);
    return this.quality(row) === 'REPORTED' ? unit / 2 : unit;
  }

  /** The value as printed. A double of up to 15 digits turns back into exactly those digits. */
  exact(row: Row): Decimal {
    return new Decimal(this.#long.get(row) ?? this.value[row]!);
  }
}
