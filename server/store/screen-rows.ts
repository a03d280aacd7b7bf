import { type Column, columnOf } from '../domain/brand.ts';
import type { CalendarQuarter } from '../domain/calendar-quarter.ts';
import { type Day, dayFromNumber, END_OF_TIME, START_OF_TIME } from '../domain/day.ts';
import type { Company } from '../generated/prisma/client.ts';
import { eachView } from './each-view.ts';
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

  static async read(views: Views): Promise<ScreenRows> {
    const companies = [...views.catalog.companies].sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const starts = new Uint32Array(companies.length + 1);
    const [company, quarter, knownFrom]: [number[], number[], number[]] = [[], [], []];
    const days = new Set<number>();
    await eachView(views, companies, (view, place) => {
      const { facts } = view.series;
      for (let row = 0; row < facts.size; row++) days.add(facts.publishedOn[row]!);
      for (const of of view.knownQuarters()) {
        company.push(place);
        quarter.push(of);
        knownFrom.push(view.series.knownFrom(of)!);
      }
      starts[place + 1] = company.length;
    });
    return new ScreenRows(
      companies,
      starts,
      new Uint32Array(company),
      columnOf(new Int32Array(quarter)),
      columnOf(new Int32Array(knownFrom)),
      columnOf(Int32Array.from(days).sort()),
      await sorted(
        new Uint32Array(company.length).map((_, row) => row),
        quarter,
      ),
    );
  }

  get size(): number {
    return this.company.length;
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
