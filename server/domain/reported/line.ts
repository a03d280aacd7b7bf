import { addQuarters, type CalendarQuarter } from '../calendar-quarter.ts';
import type { Day } from '../day.ts';
import { Documents } from './basis.ts';
import { setAsideContradicted } from './contradictions/contradictions.ts';
import { setAsideFalling } from './contradictions/falling.ts';
import type { Periods } from './contradictions/periods.ts';
import { differencesOf, operandsOf, reportsOf } from './differences.ts';
import { type Figure, isIdentical, type KnownFigure, standing } from './figure.ts';
import { PeriodHistory } from './period-history.ts';
import { overlap, quartersOf } from './quarter-range.ts';
import type { ReportedValue } from './reported-value.ts';

/** A reported value that no figure is taken from, from a day on. */
export interface SetAside {
  readonly reported: ReportedValue;
  readonly from: Day;
  /** Null from the day on which it is taken again. */
  readonly reason: string | null;
}

/**
 * What one line of a company's reports gives for each quarter, as known on each day. Reports are
 * taken day by day, and what a day changes is written down with it; so nothing that was known on a day
 * can depend on what was published later.
 */
export class Line {
  /** For each quarter, oldest first. */
  readonly figures = new Map<CalendarQuarter, KnownFigure[]>();
  readonly setAside: SetAside[] = [];
  /** By their ranges. */
  readonly periods = new Map<number, PeriodHistory>();
  /** Grows with all that is new. */
  revision = 0;
  readonly #documents = new Documents();
  #isRestated = false;

  constructor(readonly isNeverNegative: boolean) {}

  /** Takes what was reported on a day; days come in order. */
  publish(day: Day, reports: readonly ReportedValue[]): void {
    const touched = new Set<PeriodHistory>();
    for (const reported of reports) {
      const period = this.#periodOf(reported);
      this.#documents.add(day, period);
      // What is reported again says something only of what was restated meanwhile.
      if (period.add(reported) || this.#isRestated) touched.add(period);
    }
    if (touched.size === 0) return;
    this.revision++;
    // In an order of their own, so that the order of a day's reports changes nothing.
    const around = [...touched].flatMap((period) => [...this.#around(period)]);
    const affected = new Set(
      around.sort((a, b) => keyOf(a.first, a.last) - keyOf(b.first, b.last)),
    );
    for (const period of this.#check(affected, day)) touched.add(period);
    this.#isRestated ||= [...touched].some(({ versions }) => versions.length > 1);
    const quarters = new Set<CalendarQuarter>();
    for (const { first, last } of touched) {
      // The rest of a year that a period is taken from may lie on either side of it.
      const around = { first: addQuarters(first, -3), last: addQuarters(last, 3) };
      for (const quarter of quartersOf(around)) quarters.add(quarter);
    }
    for (const quarter of quarters) this.#update(quarter, day);
  }

  /** A period of some quarters, if anything was reported of it. */
  period(first: number, last: number): PeriodHistory | undefined {
    return this.periods.get(keyOf(first, last));
  }

  /** Sets aside what is contradicted; the periods of which anything is taken otherwise than before. */
  #check(affected: ReadonlySet<PeriodHistory>, day: Day): Set<PeriodHistory> {
    const before = new Map([...affected].map((period) => [period, new Map(period.setAside)]));
    const periods: Periods = {
      find: (first, last) => this.period(first, last),
      overlapping: (period) => this.#overlapping(period),
    };
    setAsideContradicted(affected, periods, this.isNeverNegative);
    if (this.isNeverNegative) {
      setAsideFalling(affected, periods, (a, b) => this.#documents.areOnOneBasis(a, b));
    }
    const changed = new Set<PeriodHistory>();
    for (const [period, reasons] of before) {
      for (const reported of period.reported) {
        const reason = period.setAside.get(reported) ?? null;
        if (reason === (reasons.get(reported) ?? null)) continue;
        this.setAside.push({ reported, from: day, reason });
        changed.add(period);
      }
    }
    return changed;
  }

  #update(quarter: CalendarQuarter, day: Day): void {
    const find = (first: number, last: number) => this.period(first, last);
    const differences = operandsOf(quarter, find)
      .flatMap((operands) => differencesOf(operands, this.#documents))
      .filter(({ value, rounding }) => !this.isNeverNegative || value >= 0 || value > -rounding);
    const figures = [...differences, ...reportsOf(this.period(quarter, quarter))];
    const figure = standing(figures.sort((a, b) => a.knownOn - b.knownOn));
    const known = this.figures.get(quarter);
    if (isIdentical(known?.at(-1)?.figure ?? null, figure)) return;
    const change: KnownFigure = { from: day, figure };
    if (known) known.push(change);
    else this.figures.set(quarter, [change]);
  }

  #periodOf({ first, last }: ReportedValue): PeriodHistory {
    const key = keyOf(first, last);
    const period = this.periods.get(key) ?? new PeriodHistory({ first, last });
    this.periods.set(key, period);
    return period;
  }

  /** What a report of a period may bear upon: all that begins and ends within a year of it. */
  *#around(period: PeriodHistory): Iterable<PeriodHistory> {
    for (let first = period.first - 7; first <= period.last + 4; first++) {
      for (let last = Math.max(first, period.last - 4); last < first + 4; last++) {
        const other = this.period(first, last);
        if (other) yield other;
      }
    }
  }

  #overlapping(period: PeriodHistory): PeriodHistory[] {
    const found: PeriodHistory[] = [];
    for (let first = period.first - 3; first <= period.last; first++) {
      for (let last = Math.max(first, period.first); last < first + 4; last++) {
        const other = this.period(first, last);
        if (other && overlap(other, period)) found.push(other);
      }
    }
    return found;
  }
}

/** A range of up to four quarters as one number. */
function keyOf(first: number, last: number): number {
  return first * 4 + (last - first);
}

/** The newest figure of a quarter that was known on a day. */
export function figureOn(figures: readonly KnownFigure[] | undefined, day: Day): Figure | null {
  return figures?.findLast(({ from }) => from <= day)?.figure ?? null;
}
