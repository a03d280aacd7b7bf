import type { Day } from '../day.ts';
import type { PeriodHistory, Version } from './period-history.ts';
import { overlap, type QuarterRange } from './quarter-range.ts';

/** A period of which another value stood before, and since when that one did. */
interface Restatement {
  readonly period: PeriodHistory;
  readonly before: Day;
}

/** What the documents of each day report in one line, and what of it they restate. */
export class Documents {
  readonly #periods = new Map<Day, Set<PeriodHistory>>();

  /** Days are given in order. */
  add(day: Day, period: PeriodHistory): void {
    const periods = this.#periods.get(day);
    if (periods) periods.add(period);
    else this.#periods.set(day, new Set([period]));
  }

  /**
   * Whether two versions are on one basis, as two documents report them: the later one does not restate a
   * period that overlaps anything that the earlier one reported, comparatives included, nor does one between
   * them restate what was still reported on the old basis then; unless the earlier one had itself restated
   * something that overlaps that period. So what is reported again after a restatement is on its basis; and
   * it is on that of an earlier document only if none between them restates anything of it.
   */
  areOnOneBasis(a: Version, b: Version): boolean {
    if (this.#areCompatible(a.since, b.since, false)) return true;
    return a.days.some((one) => b.days.some((other) => this.#areCompatible(one, other, true)));
  }

  #areCompatible(a: Day, b: Day, isReportedAgain: boolean): boolean {
    if (a === b) return true;
    const [earlier, later] = a < b ? [a, b] : [b, a];
    const restated = this.#restatedSince(earlier, later, isReportedAgain);
    if (restated.length === 0) return true;
    const reported = [...this.#periods.get(earlier)!];
    const restatedBefore = this.#restatedOn(earlier).map(({ period }) => period);
    return restated.every((period) => !meets(reported, period) || meets(restatedBefore, period));
  }

  #restatedSince(earlier: Day, later: Day, isReportedAgain: boolean): PeriodHistory[] {
    return [...this.#periods.keys()]
      .filter((day) => day > earlier && day <= later)
      .flatMap((day) =>
        this.#restatedOn(day).filter(
          ({ before }) => isReportedAgain || day === later || before >= earlier,
        ),
      )
      .map(({ period }) => period);
  }

  #restatedOn(day: Day): Restatement[] {
    return [...this.#periods.get(day)!].flatMap((period) => {
      const place = period.versions.findIndex(({ since }) => since === day);
      return place > 0 ? { period, before: period.versions[place - 1]!.since } : [];
    });
  }
}

function meets(ranges: readonly QuarterRange[], range: QuarterRange): boolean {
  return ranges.some((each) => overlap(each, range));
}
