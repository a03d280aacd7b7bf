import type { Day } from '../day.ts';
import type { PeriodHistory, Version } from './period-history.ts';
import { overlap, type QuarterRange } from './quarter-range.ts';

/** What the documents of each day report in one line, and what of it they restate. */
export class Documents {
  readonly #periods = new Map<Day, Set<PeriodHistory>>();

  add(day: Day, period: PeriodHistory): void {
    const periods = this.#periods.get(day);
    if (periods) periods.add(period);
    else this.#periods.set(day, new Set([period]));
  }

  /**
   * Whether two versions are on one basis: the later document does not restate a period that overlaps
   * anything that the earlier one reported, comparatives included, unless the earlier one had itself
   * restated something that overlaps that period.
   */
  areOnOneBasis(a: Version, b: Version): boolean {
    if (a.since === b.since) return true;
    const [earlier, later] = a.since < b.since ? [a.since, b.since] : [b.since, a.since];
    const restated = this.#restatedOn(later);
    if (restated.length === 0) return true;
    const reported = [...this.#periods.get(earlier)!];
    const restatedBefore = this.#restatedOn(earlier);
    return restated.every((period) => !meets(reported, period) || meets(restatedBefore, period));
  }

  /** The periods of which another value stood before a day's. */
  #restatedOn(day: Day): PeriodHistory[] {
    return [...this.#periods.get(day)!].filter(({ versions }) =>
      versions.some(({ since }, place) => place > 0 && since === day),
    );
  }
}

function meets(ranges: readonly QuarterRange[], range: QuarterRange): boolean {
  return ranges.some((each) => overlap(each, range));
}
