import type { CalendarQuarter } from './calendar-quarter.ts';
import { addDays, type Day, monthOf } from './day.ts';
import type { PlacedFact } from './placed-facts.ts';
import { lengthOf } from './reported/quarter-range.ts';

/** A year of 52 or 53 weeks ends up to a week into the month after the one that it is named by. */
const WEEK = 7;

/** A fiscal year that an annual report tells of. */
interface FiscalYear {
  readonly last: CalendarQuarter;
  /** 1 to 12. */
  readonly endMonth: number;
  /** The day from which it was known. */
  readonly since: Day;
}

/** When a company's fiscal years ended, by its annual reports: a year end may have moved. */
export class FiscalYears {
  /** Oldest first. */
  readonly #years: readonly FiscalYear[];

  constructor(facts: readonly PlacedFact[]) {
    const years = new Map<CalendarQuarter, FiscalYear>();
    for (const fact of facts) {
      const { last, record, isWhole } = fact;
      if (record.form !== 'ANNUAL' || !isWhole || lengthOf(fact) !== 4) continue;
      const known = years.get(last);
      if (known && known.since <= record.publishedOn) continue;
      const endMonth = (monthOf(addDays(record.periodEnd, -WEEK)) % 12) + 1;
      years.set(last, { last, endMonth, since: record.publishedOn });
    }
    this.#years = [...years.values()].sort((a, b) => a.last - b.last);
  }

  /**
   * The month in which the fiscal year of a quarter ends, by the first year that ends with it or later; so
   * the quarters between two years, where a year end moves, belong to the new one. After the newest year,
   * its month; undefined where no annual report was known on the day.
   */
  endMonth(quarter: CalendarQuarter, asOf: Day): number | undefined {
    let before: FiscalYear | undefined;
    for (const year of this.#years) {
      if (year.since > asOf) continue;
      if (year.last >= quarter) return year.endMonth;
      before = year;
    }
    return before?.endMonth;
  }
}
