import { type Column, columnOf } from '../domain/brand.ts';
import type { CalendarQuarter } from '../domain/calendar-quarter.ts';
import { type Day, dayFromNumber, END_OF_TIME, START_OF_TIME } from '../domain/day.ts';
import type { Company } from '../generated/prisma/client.ts';
import { CommonRows } from './common-rows.ts';
import { eachView } from './each-view.ts';
import { inTurn } from './in-turn.ts';
import { sorted } from './ranking.ts';
import type { Views } from './views.ts';

/** The quarters that a screen has in its rows: all that any company is known of, whatever the currency and the day. */
export class ScreenRows {
  private constructor(
    /** By slug. */
    readonly companies: readonly Company[],
    /** Where each company's rows start, the oldest quarter's first; the last one is where they all end. */
    readonly starts: Uint32Array,
    /** Each row's place in `companies`. */
    readonly company: Uint32Array,
    readonly quarter: Column<CalendarQuarter>,
    /** The day from which anything was known of the row's quarter. */
    readonly knownFrom: Column<Day>,
    /** The days on which anything was published, oldest first. */
    readonly days: Column<Day>,
    /** Every row by its quarter, then by company. */
    readonly byQuarter: Uint32Array,
  ) {}

  /** @param common what is known already of the companies, which stand in their order */
  static async read(
    views: Views,
    companies = bySlug(views.catalog.companies),
    common = new CommonRows<ScreenRows>(companies),
  ): Promise<ScreenRows> {
    const { before, others } = common;
    const counts = Uint32Array.from(companies, (_, place) => {
      const [from, to] = common.rowsBefore(place) ?? [0, 0];
      return to - from;
    });
    const [quarters, knownFroms]: [number[], number[]] = [[], []];
    const days = new Set<number>(before && Array.from(before.days));
    await eachView(views, companies, others, (view, place) => {
      const { facts } = view.series;
      for (let row = 0; row < facts.size; row++) days.add(facts.publishedOn[row]!);
      for (const of of view.knownQuarters()) {
        quarters.push(of);
        knownFroms.push(view.series.knownFrom(of)!);
        counts[place]! += 1;
      }
    });

    const starts = startsOf(counts);
    const size = starts[companies.length]!;
    const company = new Uint32Array(size);
    const [quarter, knownFrom] = [new Int32Array(size), new Int32Array(size)];
    await inTurn(() => {
      companies.forEach((_, place) => {
        company.fill(place, starts[place], starts[place + 1]);
      });
      if (before) {
        common.carry(before.quarter as Column<number> as Int32Array, quarter, starts);
        common.carry(before.knownFrom as Column<number> as Int32Array, knownFrom, starts);
      }
      let taken = 0;
      for (const place of others) {
        for (let row = starts[place]!; row < starts[place + 1]!; row++, taken++) {
          quarter[row] = quarters[taken]!;
          knownFrom[row] = knownFroms[taken]!;
        }
      }
    });
    return new ScreenRows(
      companies,
      starts,
      company,
      columnOf(quarter),
      columnOf(knownFrom),
      columnOf(Int32Array.from(days).sort()),
      await sorted(
        new Uint32Array(size).map((_, row) => row),
        quarter,
      ),
    );
  }

  get size(): number {
    return this.company.length;
  }

  /** A column of which nothing is known. */
  emptyColumn(): Float64Array {
    return new Float64Array(this.size).fill(Number.NaN);
  }

  /**
   * The newest day up to another on which anything was published, since nothing changes until the next one; the end
   * of time from the last one on.
   */
  dayOf(asOf: Day): Day {
    const { days } = this;
    let [low, high] = [0, days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (days[middle]! <= asOf) low = middle + 1;
      else high = middle;
    }
    if (low === days.length) return END_OF_TIME;
    return low === 0 ? START_OF_TIME : dayFromNumber(days[low - 1]!);
  }
}

/** Companies as they stand in a screen's rows. */
export function bySlug(companies: readonly Company[]): readonly Company[] {
  return [...companies].sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Where each company's rows start, and all end. */
function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, place) => {
    starts[place + 1] = starts[place]! + count;
  });
  return starts;
}
