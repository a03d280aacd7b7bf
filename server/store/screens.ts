import { LRUCache } from 'lru-cache';
import { type Day, END_OF_TIME } from '../domain/day.ts';
import { ranked } from './ranking.ts';
import { type Screen, type ScreenColumn, type ScreenOrder, workOut } from './screen.ts';
import { ScreenRows } from './screen-rows.ts';
import type { Views } from './views.ts';

const MEGABYTE = 1024 * 1024;

/** What screens may take in memory: of 600,000 quarters, a column of each figure and ten orders. */
const BOUNDS = { columnBytes: 72 * MEGABYTE, rankingBytes: 24 * MEGABYTE };

/** What is asked of a screen. */
export interface ScreenQuestion {
  /** Default: today, with everything that is known. */
  readonly asOf?: Day | null;
  readonly order: ScreenOrder;
  readonly columns: readonly ScreenColumn[];
}

/**
 * The screens of one version of the dataset. Columns and orders are cached, and the least recently used make room.
 * They are worked out for one question at a time: so the memory that they take has a bound, and other requests have their
 * turn, however many are asked at once.
 */
export class Screens {
  #rows: ScreenRows | undefined;
  readonly #columns: LRUCache<string, Float64Array>;
  readonly #rankings: LRUCache<string, Uint32Array>;
  #working: Promise<unknown> = Promise.resolve();

  constructor(
    readonly views: Views,
    { columnBytes, rankingBytes } = BOUNDS,
  ) {
    this.#columns = cacheOf(columnBytes);
    this.#rankings = cacheOf(rankingBytes);
  }

  /** The memory that its columns and orders take, in bytes. */
  get bytes(): number {
    return this.#columns.calculatedSize + this.#rankings.calculatedSize;
  }

  async ask(question: ScreenQuestion): Promise<Screen> {
    return this.#find(question) ?? this.#inTurn(question);
  }

  #inTurn(question: ScreenQuestion): Promise<Screen> {
    // Somebody before may have asked for the same.
    const screen = this.#working.then(() => this.#find(question) ?? this.#workOut(question));
    this.#working = screen.catch(() => {});
    return screen;
  }

  #find({ asOf, order, columns }: ScreenQuestion): Screen | undefined {
    const rows = this.#rows;
    if (!rows) return undefined;
    const day = rows.dayOf(asOf ?? END_OF_TIME);
    const ranking = this.#rankings.get(rankingKey(order, day));
    const find = (column: ScreenColumn) => this.#columns.get(columnKey(column, day));
    const values = order.by === 'calendarQuarter' ? rows.quarter : find(order.by);
    const found = columns.map(find);
    const isComplete = found.every((column) => column !== undefined);
    return ranking && values && isComplete
      ? { rows, day, values, ranking, columns: found }
      : undefined;
  }

  async #workOut({ asOf, order, columns }: ScreenQuestion): Promise<Screen> {
    this.#rows ??= await ScreenRows.read(this.views);
    const rows = this.#rows;
    const day = rows.dayOf(asOf ?? END_OF_TIME);
    const { by, direction } = order;
    const find = await this.#workOutColumns(
      by === 'calendarQuarter' ? columns : [by, ...columns],
      rows,
      day,
    );
    const values = by === 'calendarQuarter' ? rows.quarter : find(by);
    const key = rankingKey(order, day);
    const ranking = this.#rankings.get(key) ?? (await ranked(rows.byQuarter, values, direction));
    this.#rankings.set(key, ranking);
    return { rows, day, values, ranking, columns: columns.map(find) };
  }

  /** Where columns are found, those that are not cached worked out. */
  async #workOutColumns(
    columns: readonly ScreenColumn[],
    rows: ScreenRows,
    day: Day,
  ): Promise<(column: ScreenColumn) => Float64Array> {
    const found = new Map<string, Float64Array>();
    const missing = new Map<string, ScreenColumn>();
    for (const column of columns) {
      const key = columnKey(column, day);
      const values = this.#columns.get(key);
      if (values) found.set(key, values);
      else missing.set(key, column);
    }
    const workedOut = await workOut(this.views, rows, day, [...missing.values()]);
    [...missing.keys()].forEach((key, place) => {
      found.set(key, workedOut[place]!);
      this.#columns.set(key, workedOut[place]!);
    });
    return (column) => found.get(columnKey(column, day))!;
  }
}

function cacheOf<Values extends Float64Array | Uint32Array>(maxSize: number) {
  // An empty dataset has empty columns, and a size must be above zero.
  const sizeCalculation = ({ byteLength }: Values) => 100 + byteLength;
  return new LRUCache<string, Values>({ maxSize, sizeCalculation });
}

function columnKey({ figure, currency }: ScreenColumn, day: Day): string {
  return `${figure} ${currency ?? ''} ${day}`;
}

function rankingKey({ by, direction }: ScreenOrder, day: Day): string {
  return by === 'calendarQuarter' ? `${by} ${direction}` : `${columnKey(by, day)} ${direction}`;
}
