import { LRUCache } from 'lru-cache';
import { type Day, END_OF_TIME } from '../domain/day.ts';
import { CommonRows } from './common-rows.ts';
import { inTurn } from './in-turn.ts';
import { memo } from './memo.ts';
import { ranked } from './ranking.ts';
import {
  type BegunColumn,
  type Payer,
  type Screen,
  type ScreenColumn,
  type ScreenOrder,
  workOut,
} from './screen.ts';
import { bySlug, ScreenRows } from './screen-rows.ts';
import type { Views } from './views.ts';

const MEGABYTE = 1024 * 1024;

/** What screens may take in memory: of 600,000 quarters, twenty columns and ten orders. */
const USUAL_BYTES = 128 * MEGABYTE;

/** The part of it that columns get; a column takes twice as much as an order. */
const COLUMNS = 0.75;

/** What is asked of a screen. */
export interface ScreenQuestion {
  /** Default: today, with everything that is known. */
  readonly asOf?: Day | null;
  readonly order: ScreenOrder;
  readonly columns: readonly ScreenColumn[];
}

const NOBODY: Payer = { planNew: () => {}, payNew: () => {} };

/**
 * The screens of one version of the dataset. Columns and orders are cached, and the least recently used make room.
 * They are worked out for one question at a time: so the memory that they take has a bound, and other requests have their
 * turn, however many are asked at once.
 */
export class Screens {
  #rows: ScreenRows | undefined;
  #before: Before | undefined;
  readonly #columns: LRUCache<string, KeptColumn>;
  readonly #rankings: LRUCache<string, Uint32Array>;
  readonly #opened = memo(() => this.#open());
  #working: Promise<unknown> = Promise.resolve();

  constructor(
    readonly views: Views,
    maxBytes = USUAL_BYTES,
  ) {
    const columnBytes = Math.floor(maxBytes * COLUMNS);
    this.#columns = cacheOf(columnBytes, ({ values }) => values.byteLength);
    this.#rankings = cacheOf(maxBytes - columnBytes, ({ byteLength }) => byteLength);
  }

  /**
   * Begins with the screens of the version before, when somebody asks for one.
   *
   * @param changed the ids of the companies of which the versions know something else
   * @param isSameRates whether their columns are in the same currencies' rates
   */
  takeOver(screens: Screens, changed: ReadonlySet<number>, isSameRates: boolean): void {
    // Nobody has asked for one of that version: those of the one before it.
    const earlier = screens.rows ? undefined : screens.#before;
    this.#before = {
      screens: earlier?.screens ?? screens,
      changed: new Set([...changed, ...(earlier?.changed ?? [])]),
      keepsColumns: isSameRates && (earlier?.keepsColumns ?? true),
    };
  }

  /** Undefined until somebody has asked for a screen. */
  get rows(): ScreenRows | undefined {
    return this.#rows;
  }

  /** The memory that its columns and orders take, in bytes. */
  get bytes(): number {
    return this.#columns.calculatedSize + this.#rankings.calculatedSize;
  }

  async ask(question: ScreenQuestion, payer = NOBODY): Promise<Screen> {
    const found = this.#find(question);
    if (found) return found;
    const rows = this.#rows ?? (await this.#opened());
    // All that a request asks for is planned before any of it is worked out.
    payer.planNew(rows.size, this.#missing(question, rows));
    return this.#inTurn(question, rows, payer);
  }

  #inTurn(question: ScreenQuestion, rows: ScreenRows, payer: Payer): Promise<Screen> {
    // Somebody before may have asked for the same.
    const screen = this.#working.then(
      () => this.#find(question) ?? this.#workOut(question, rows, payer),
    );
    this.#working = screen.catch(() => {});
    return screen;
  }

  #find({ asOf, order, columns }: ScreenQuestion): Screen | undefined {
    const rows = this.#rows;
    if (!rows) return undefined;
    const day = rows.dayOf(asOf ?? END_OF_TIME);
    const ranking = this.#rankingOf(order, rows, day);
    const find = (column: ScreenColumn) => this.#columns.get(columnKey(column, day))?.values;
    const values = order.by === 'calendarQuarter' ? rows.quarter : find(order.by);
    const found = columns.map(find);
    const isComplete = found.every((column) => column !== undefined);
    return ranking && values && isComplete
      ? { rows, day, values, ranking, columns: found }
      : undefined;
  }

  #rankingOf(order: ScreenOrder, rows: ScreenRows, day: Day): Uint32Array | undefined {
    const isAsTheyStand = order.by === 'calendarQuarter' && order.direction === 'ASC';
    return isAsTheyStand ? rows.byQuarter : this.#rankings.get(rankingKey(order, day));
  }

  /** The names of its columns and its order that are not cached. */
  #missing({ asOf, order, columns }: ScreenQuestion, rows: ScreenRows): readonly string[] {
    const day = rows.dayOf(asOf ?? END_OF_TIME);
    const missing = columnsOf(order, columns)
      .map((column) => columnKey(column, day))
      .filter((name) => !this.#columns.has(name));
    return this.#rankingOf(order, rows, day)
      ? missing
      : [...missing, `order ${rankingKey(order, day)}`];
  }

  async #workOut(
    { asOf, order, columns }: ScreenQuestion,
    rows: ScreenRows,
    payer: Payer,
  ): Promise<Screen> {
    const day = rows.dayOf(asOf ?? END_OF_TIME);
    const { by, direction } = order;
    const find = await this.#workOutColumns(columnsOf(order, columns), rows, day, payer);
    const values = by === 'calendarQuarter' ? rows.quarter : find(by);
    const known = this.#rankingOf(order, rows, day);
    if (!known) payer.payNew(rows.size);
    const ranking = known ?? (await ranked(rows.byQuarter, values, direction));
    if (!known) this.#rankings.set(rankingKey(order, day), ranking);
    return { rows, day, values, ranking, columns: columns.map(find) };
  }

  /** Reads the rows, and takes over from the version before what has not changed of them and of their columns. */
  async #open(): Promise<ScreenRows> {
    const { views } = this;
    const { screens, changed, keepsColumns } = this.#before ?? NOTHING_BEFORE;
    const companies = bySlug(views.catalog.companies);
    const common = new CommonRows(companies, screens?.rows, changed);
    const rows = await ScreenRows.read(views, companies, common);
    // Where much has changed, nobody may ask for most of them again.
    const isWorthIt = common.others.length < companies.length * MOSTLY_THE_SAME;
    // From the least recently used on, so that the order stays.
    const kept =
      screens && keepsColumns && isWorthIt
        ? [...screens.#columns.rvalues()].filter((column) => column !== undefined)
        : [];
    const carried: KeptColumn[] = [];
    for (const column of kept) {
      const values = rows.emptyColumn();
      await inTurn(() => common.carry(column.values, values, rows.starts));
      carried.push({ ...column, values });
    }
    for (const day of new Set(carried.map((column) => column.day))) {
      const ofDay = carried.filter((column) => column.day === day);
      await workOut(views, rows, common.others, day, ofDay, NOBODY);
    }
    for (const column of carried) this.#columns.set(columnKey(column.column, column.day), column);
    this.#before = undefined;
    this.#rows = rows;
    return rows;
  }

  /** Where columns are found, those that are not cached worked out. */
  async #workOutColumns(
    columns: readonly ScreenColumn[],
    rows: ScreenRows,
    day: Day,
    payer: Payer,
  ): Promise<(column: ScreenColumn) => Float64Array> {
    const found = new Map<string, KeptColumn>();
    const missing: KeptColumn[] = [];
    for (const column of columns) {
      const key = columnKey(column, day);
      if (found.has(key)) continue;
      const cached = this.#columns.get(key);
      const kept = cached ?? { column, day, values: rows.emptyColumn() };
      found.set(key, kept);
      if (!cached) missing.push(kept);
    }
    await workOut(this.views, rows, [...rows.companies.keys()], day, missing, payer);
    for (const kept of missing) this.#columns.set(columnKey(kept.column, day), kept);
    return (column) => found.get(columnKey(column, day))!.values;
  }
}

/** The screens of another version, and what has changed since. */
interface Before {
  readonly screens: Screens | undefined;
  readonly changed: ReadonlySet<number>;
  readonly keepsColumns: boolean;
}

const NOTHING_BEFORE: Before = { screens: undefined, changed: new Set(), keepsColumns: false };

/** The part of all companies that may have changed for columns to be taken over. */
const MOSTLY_THE_SAME = 0.1;

/** A column as known on a day. */
interface KeptColumn extends BegunColumn {
  readonly day: Day;
}

function cacheOf<Value extends object>(maxSize: number, bytesOf: (value: Value) => number) {
  // An empty dataset has empty columns, and a size must be above zero.
  const sizeCalculation = (value: Value) => 100 + bytesOf(value);
  return new LRUCache<string, Value>({ maxSize: Math.max(1, maxSize), sizeCalculation });
}

/** All that are worked out for a screen. */
function columnsOf({ by }: ScreenOrder, columns: readonly ScreenColumn[]): readonly ScreenColumn[] {
  return by === 'calendarQuarter' ? columns : [by, ...columns];
}

function columnKey({ figure, currency }: ScreenColumn, day: Day): string {
  return `${figure} ${currency ?? ''} ${day}`;
}

function rankingKey({ by, direction }: ScreenOrder, day: Day): string {
  return by === 'calendarQuarter' ? `${by} ${direction}` : `${columnKey(by, day)} ${direction}`;
}
