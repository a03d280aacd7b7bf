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

/** What many of a company's facts have in common. */
type Kind = Pick<FactRecord, 'concept' | 'definition' | 'currency' | 'quality' | 'roundedTo'>;

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
  /** A company's facts are of few kinds: each has the place of its own. */
  readonly #kinds: readonly Kind[];
  readonly #kind: Uint8Array | Uint16Array;
  /** The values with more digits than a double holds. */
  readonly #long = new Map<Row, string>();

  constructor(facts: readonly FactRecord[]) {
    const { length } = facts;
    const { kinds, places } = kindsOf(facts);
    this.#kinds = kinds;
    const Days = facts.every(hasShortDays) ? Uint16Array : Int32Array;
    const Places = kinds.length <= 2 ** 8 ? Uint8Array : Uint16Array;
    const ofFact = 8 + 4 + 3 * Days.BYTES_PER_ELEMENT + Places.BYTES_PER_ELEMENT;
    this.bytes = length * ofFact + kinds.length * BYTES_OF_KIND;
    // One piece of memory: each of its own would take as much again as a small column.
    const buffer = new ArrayBuffer(length * ofFact);
    let start = 0;
    const next = <Values>(type: TypedArrays<Values>): Values => {
      const values = new type(buffer, start, length);
      start += length * type.BYTES_PER_ELEMENT;
      return values;
    };
    // The widest first, so that each begins where it may.
    this.value = next(Float64Array);
    this.id = next(Int32Array);
    this.publishedOn = columnOf(next<Narrow>(Days));
    this.#periodStart = columnOf(next<Narrow>(Days));
    this.#periodEnd = columnOf(next<Narrow>(Days));
    this.#kind = next<Uint8Array | Uint16Array>(Places);
    for (let row = 0; row < length; row++) this.#put(row, facts[row]!, places[row]!);
  }

  #put(row: Row, fact: FactRecord, kind: number): void {
    this.id[row] = fact.id;
    this.value[row] = Number(fact.value);
    this.publishedOn[row] = fact.publishedOn;
    this.#periodStart[row] = fact.periodStart;
    this.#periodEnd[row] = fact.periodEnd;
    this.#kind[row] = kind;
    // A double holds 15 digits. Of longer ones, comparing texts decides nearly all, and is far cheaper than a decimal.
    if (fact.value.length <= 15 || String(this.value[row]) === fact.value) return;
    if (!new Decimal(this.value[row]!).equals(fact.value)) this.#long.set(row, fact.value);
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
    return this.#kindOf(row).concept;
  }

  /** Its place in the list of definitions. */
  definition(row: Row): number {
    return this.#kindOf(row).definition;
  }

  currency(row: Row): Currency {
    return this.#kindOf(row).currency;
  }

  quality(row: Row): Quality {
    return this.#kindOf(row).quality;
  }

  /** The unit that it is rounded to: 1000000 for millions. */
  roundedTo(row: Row): number {
    return this.#kindOf(row).roundedTo;
  }

  #kindOf(row: Row): Kind {
    return this.#kinds[this.#kind[row]!]!;
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

/** What V8 takes for one. */
const BYTES_OF_KIND = 72;

/** The kinds of facts that there are, and the place of each fact's among them. */
function kindsOf(facts: readonly FactRecord[]): { kinds: Kind[]; places: number[] } {
  const kinds: Kind[] = [];
  const places = facts.map((fact) => {
    // Facts of a kind stand together.
    const place = kinds.findLastIndex((kind) => isOf(kind, fact));
    return place < 0 ? kinds.push(kindOf(fact)) - 1 : place;
  });
  return { kinds, places };
}

function kindOf({ concept, definition, currency, quality, roundedTo }: Kind): Kind {
  return {
    // Parts of a text would keep all of it in memory.
    concept: oneOf(CONCEPTS, concept),
    currency: oneOf(CURRENCIES, currency),
    quality: oneOf(QUALITIES, quality),
    definition,
    roundedTo,
  };
}

function oneOf<Word extends string>(words: readonly Word[], given: Word): Word {
  return words[words.indexOf(given)]!;
}

function isOf(kind: Kind, fact: FactRecord): boolean {
  return (
    kind.definition === fact.definition &&
    kind.roundedTo === fact.roundedTo &&
    kind.concept === fact.concept &&
    kind.currency === fact.currency &&
    kind.quality === fact.quality
  );
}

function hasShortDays({ publishedOn, periodStart, periodEnd }: FactRecord): boolean {
  return isShort(publishedOn) && isShort(periodStart) && isShort(periodEnd);
}
