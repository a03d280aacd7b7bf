import { requireOneCurrency, requireSameQuarters } from './alike.ts';
import { type Amount, Growth } from './amount.ts';
import { type Bounds, including, sum } from './bounds.ts';
import { least } from './brand.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import { Decimal } from './decimal.ts';
import type { ExchangeRate } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import type { Gap, Obstacle } from './gap.ts';
import type { GroupView } from './group-view.ts';
import type { FigureItem } from './measures.ts';
import { weakest } from './quality.ts';
import type { QuarterRange } from './reported/quarter-range.ts';
import type { Company, GapReason, Quality, Span, Window } from './vocabulary.ts';
import { earlier, isPartOfAnother, quartersOfAny } from './window.ts';

/** A member's amount in a sum. */
export interface MemberAmount {
  readonly company: Company;
  readonly amount: Amount;
}

/** The sum of members' amounts, but for those known not to publish the item; missing while one of them is. */
export class GroupAmount implements Amount {
  readonly quarters: QuarterRange;

  constructor(
    readonly view: GroupView,
    readonly item: FigureItem,
    readonly calendarQuarter: CalendarQuarter,
    readonly window: Window,
    /** One for each member that is counted. */
    readonly parts: readonly MemberAmount[],
    readonly excluded: readonly Gap[],
    /** The same amount through another view. */
    readonly through: (view: GroupView) => GroupAmount,
  ) {
    const isFiscal = window.name === 'FISCAL_YEAR_TO_DATE';
    this.quarters = isFiscal
      ? quartersOfYears(calendarQuarter, parts)
      : quartersOfAny(calendarQuarter, window);
    for (const { amount } of parts) {
      if (isFiscal) requireOneCurrency(this, amount);
      else requireSameQuarters(this, amount);
    }
  }

  get subject(): string {
    return this.view.group.name;
  }

  get currency() {
    return this.view.currency;
  }

  get asOf(): Day {
    return this.view.asOf;
  }

  value(scale = 1): number | null {
    if (this.parts.length === 0 || areUnlike(this)) return null;
    let sum = 0;
    for (const { amount } of this.parts) {
      const value = amount.value();
      if (value === null) return null;
      sum += value;
    }
    return sum / scale;
  }

  exact(scale = 1): Decimal | null {
    if (this.parts.length === 0 || areUnlike(this)) return null;
    let sum = new Decimal(0);
    for (const { amount } of this.parts) {
      const exact = amount.exact();
      if (exact === null) return null;
      sum = sum.plus(exact);
    }
    return sum.div(scale);
  }

  get quality(): Quality | null {
    if (this.value() === null) return null;
    return weakest(...this.parts.map(({ amount }) => amount.quality));
  }

  get bounds(): Bounds | null {
    const value = this.value();
    const bounds = this.parts.flatMap(({ amount }) => amount.bounds ?? []);
    const isKnown = value !== null && bounds.length === this.parts.length;
    return isKnown ? including(value, sum(bounds)) : null;
  }

  /** Each member like for like, then summed. */
  growth(span: Span, count = 1): Growth {
    const { view, item, calendarQuarter, window, excluded, through } = this;
    const growths = this.parts.map(({ company, amount }) => ({
      company,
      growth: amount.growth(span, count),
    }));
    const sum = (end: 'from' | 'to', quarter: CalendarQuarter, over: Window) =>
      new GroupAmount(
        view,
        item,
        quarter,
        over,
        growths.map(({ company, growth }) => ({ company, amount: growth[end] })),
        excluded,
        (view) => through(view).growth(span, count)[end] as GroupAmount,
      );
    const distance = span * count;
    const before = addQuarters(calendarQuarter, -distance);
    const isObstructed =
      areUnlike(this) || growths.length === 0 || growths.some(({ growth }) => growth.obstacles);
    const obstacles = () =>
      growths.length === 0 || (areUnlike(this) && !isPartOfAnother(window, span))
        ? this.missing
        : growths.flatMap(({ growth }) => growth.lacking);
    return new Growth(
      sum('from', before, earlier(window, distance)),
      sum('to', calendarQuarter, window),
      isObstructed ? obstacles : undefined,
    );
  }

  get missing(): readonly Gap[] {
    if (this.parts.length === 0) return this.excluded;
    if (areUnlike(this)) return this.gaps('NOT_COMPARABLE', 'YEARS_END_DIFFERENTLY');
    return this.parts.flatMap(({ amount }) => amount.missing);
  }

  get definitions(): readonly string[] {
    if (this.value() === null) return [];
    return [...new Set(this.parts.flatMap(({ amount }) => amount.definitions))];
  }

  get facts(): readonly Fact[] {
    return this.parts.flatMap(({ amount }) => amount.facts);
  }

  get exchangeRates(): readonly ExchangeRate[] {
    return [...new Set(this.parts.flatMap(({ amount }) => amount.exchangeRates))];
  }

  gaps(reason: GapReason, obstacle?: Obstacle): Gap[] {
    return this.parts.flatMap(({ amount }) => amount.gaps(reason, obstacle));
  }

  on(day: Day): GroupAmount {
    return this.through(this.view.on(day));
  }

  get days(): readonly Day[] {
    const days = this.view.members.flatMap(({ series }) => series.facts.days);
    return [...new Set(days)].sort((a, b) => a - b);
  }
}

/** Whether the members' years to date are of other quarters. */
function areUnlike({ window, parts }: GroupAmount): boolean {
  if (window.name !== 'FISCAL_YEAR_TO_DATE') return false;
  const [one, ...others] = parts.map(({ amount }) => amount.quarters);
  return others.some(({ first, last }) => first !== one!.first || last !== one!.last);
}

/** Of members whose years differ there is no sum; it would reach back to the first of their years. */
function quartersOfYears(last: CalendarQuarter, parts: readonly MemberAmount[]): QuarterRange {
  return { first: least(last, ...parts.map(({ amount }) => amount.quarters.first)), last };
}
