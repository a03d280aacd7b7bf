import { requireOneCurrency } from './alike.ts';
import { GrowthLead, Multiple } from './amount.ts';
import { type CalendarQuarter, EARLIEST_QUARTER, LATEST_QUARTER } from './calendar-quarter.ts';
import { GroupQuarter, groupQuarterOf } from './group-quarter.ts';
import type { GroupView } from './group-view.ts';
import { CAPEX } from './measures.ts';
import { type CapexBasis, type Span, WINDOWS, type Window } from './vocabulary.ts';

/** One quarter of two groups in one currency. */
export class ComparedQuarter {
  readonly #baseline: GroupQuarter;
  readonly #challenger: GroupQuarter;

  constructor(
    readonly comparison: Comparison,
    readonly calendarQuarter: CalendarQuarter,
  ) {
    this.#baseline = new GroupQuarter(comparison.baseline, calendarQuarter);
    this.#challenger = new GroupQuarter(comparison.challenger, calendarQuarter);
  }

  /** Null when no fact of the group was known. */
  get baseline(): GroupQuarter | null {
    return groupQuarterOf(this.comparison.baseline, this.calendarQuarter);
  }

  get challenger(): GroupQuarter | null {
    return groupQuarterOf(this.comparison.challenger, this.calendarQuarter);
  }

  /** The baseline's capital expenditures over the challenger's. */
  capexMultiple(window: Window, basis: CapexBasis): Multiple {
    return new Multiple(
      this.#baseline.amount(CAPEX[basis], window),
      this.#challenger.amount(CAPEX[basis], window),
    );
  }

  /** The challenger's growth of capital expenditures less the baseline's. */
  growthLead(span: Span, window: Window, basis: CapexBasis): GrowthLead {
    const grown = (quarter: GroupQuarter) => quarter.amount(CAPEX[basis], window).growth(span);
    return new GrowthLead(grown(this.#baseline), grown(this.#challenger));
  }
}

/** An unbroken run of quarters. */
export interface QuarterRun {
  readonly from: CalendarQuarter;
  readonly to: CalendarQuarter;
  /** How many. */
  readonly quarters: number;
  /** Whether it reaches the newest quarter that could be compared. */
  readonly ongoing: boolean;
}

/** Two groups side by side, in one currency and as of one day. */
export class Comparison {
  constructor(
    readonly baseline: GroupView,
    readonly challenger: GroupView,
    readonly from = EARLIEST_QUARTER,
    readonly to = LATEST_QUARTER,
  ) {
    requireOneCurrency(baseline, challenger);
  }

  /** The quarters of either group, oldest first. */
  get quarters(): ComparedQuarter[] {
    return this.#all.filter(
      ({ calendarQuarter }) => calendarQuarter >= this.from && calendarQuarter <= this.to,
    );
  }

  /** How many quarters of companies it compares, whichever of them are shown. */
  get size(): number {
    return this.#all.length * (this.baseline.members.length + this.challenger.members.length);
  }

  /** The newest quarter in which both groups' capital expenditures are known; null without one. */
  get latest(): ComparedQuarter | null {
    return (
      this.quarters.findLast(
        (quarter) => quarter.capexMultiple(WINDOWS.QUARTER, 'CASH').value !== null,
      ) ?? null
    );
  }

  /** The runs of quarters in which the challenger's capital expenditures grew faster, oldest first. */
  outgrowthRuns(span: Span, basis: CapexBasis): QuarterRun[] {
    const leads = this.#all.map((quarter) => ({
      quarter: quarter.calendarQuarter,
      lead: quarter.growthLead(span, WINDOWS.QUARTER, basis).value,
    }));
    const newest = leads.findLast(({ lead }) => lead !== null)?.quarter;
    const runs: QuarterRun[] = [];
    for (const { quarter, lead } of leads) {
      if (lead === null || lead <= 0 || quarter < this.from || quarter > this.to) continue;
      const run = runs.at(-1);
      const from = run?.to === quarter - 1 ? runs.pop()!.from : quarter;
      runs.push({ from, to: quarter, quarters: quarter - from + 1, ongoing: quarter === newest });
    }
    return runs;
  }

  get #all(): ComparedQuarter[] {
    const quarters = [this.baseline, this.challenger].flatMap((group) => group.knownQuarters());
    return [...new Set(quarters)]
      .sort((a, b) => a - b)
      .map((quarter) => new ComparedQuarter(this, quarter));
  }
}
