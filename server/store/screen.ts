import { setImmediate } from 'node:timers/promises';
import { type Column, columnOf } from '../domain/brand.ts';
import type { CalendarQuarter } from '../domain/calendar-quarter.ts';
import type { Screened } from '../domain/measures.ts';
import { type Quarter, quartersOf } from '../domain/quarter.ts';
import { screenedValue } from '../domain/screened.ts';
import type { Perspective } from '../domain/view.ts';
import type { Company } from '../generated/prisma/client.ts';
import { memo } from './memo.ts';
import type { Views } from './views.ts';

/** What a screen's rows can be ordered by. */
export type ScreenOrder = Screened | 'calendarQuarter';
export type Direction = 'ASC' | 'DESC';

/** Companies that are read before other requests get their turn. */
const BATCH = 100;

/**
 * Every quarter of every company from one perspective, a row each, with a column for each figure that
 * has been asked for. Worked out once for a version, so that a screen is a scan of numbers.
 */
export class Screen {
  /** By slug. */
  readonly companies: readonly Company[];
  /** A figure of each row; NaN where it is missing. */
  readonly column = memo((figure: Screened) => this.#workOut(screenedValue(figure)));
  readonly #rankings = {
    ASC: memo((by: ScreenOrder) => this.#rank(by, 'ASC')),
    DESC: memo((by: ScreenOrder) => this.#rank(by, 'DESC')),
  };

  private constructor(
    readonly views: Views,
    readonly perspective: Perspective,
    companies: readonly Company[],
    /** Each row's place in `companies`. */
    readonly company: Int32Array,
    /** Each row's calendar quarter. */
    readonly quarter: Column<CalendarQuarter>,
  ) {
    this.companies = companies;
  }

  /** The screen of every company from a perspective. */
  static async of(views: Views, perspective: Perspective): Promise<Screen> {
    const companies = [...views.catalog.companies].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const company: number[] = [];
    const quarter: number[] = [];
    await eachQuarter(views, perspective, companies, ({ calendarQuarter }, place) => {
      company.push(place);
      quarter.push(calendarQuarter);
    });
    const columns = [
      Int32Array.from(company),
      columnOf<CalendarQuarter>(Int32Array.from(quarter)),
    ] as const;
    return new Screen(views, perspective, companies, ...columns);
  }

  /** Every row in an order: by a figure or the quarter, missing ones last, then by quarter and company. */
  ranking(by: ScreenOrder, direction: Direction): Promise<Uint32Array> {
    return this.#rankings[direction](by);
  }

  async #rank(by: ScreenOrder, direction: Direction): Promise<Uint32Array> {
    const values = by === 'calendarQuarter' ? this.quarter : await this.column(by);
    const sign = direction === 'DESC' ? -1 : 1;
    return Uint32Array.from(this.company.keys()).sort((a, b) => {
      const [x, y] = [values[a]!, values[b]!];
      const missing = Number(Number.isNaN(x)) - Number(Number.isNaN(y));
      const order = missing || (x === y || Number.isNaN(x) ? 0 : x < y ? -sign : sign);
      return order || this.quarter[a]! - this.quarter[b]! || this.company[a]! - this.company[b]!;
    });
  }

  async #workOut(figure: (quarter: Quarter) => number | null): Promise<Float64Array> {
    const column = new Float64Array(this.quarter.length);
    let row = 0;
    await eachQuarter(this.views, this.perspective, this.companies, (quarter) => {
      column[row++] = figure(quarter) ?? Number.NaN;
    });
    return column;
  }
}

async function eachQuarter(
  all: Views,
  perspective: Perspective,
  companies: readonly Company[],
  visit: (quarter: Quarter, company: number) => void,
): Promise<void> {
  for (let start = 0; start < companies.length; start += BATCH) {
    const batch = companies.slice(start, start + BATCH);
    const views = await Promise.all(batch.map((company) => all.view(company, perspective)));
    views.forEach((view, place) => {
      for (const quarter of quartersOf(view)) visit(quarter, start + place);
    });
    await setImmediate();
  }
}
