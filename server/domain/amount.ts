import { requireOneWindow, requireSameQuarters } from './alike.ts';
import { type Bounds, including, quotient } from './bounds.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import type { Decimal } from './decimal.ts';
import type { ExchangeRate } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import { distinct, type Gap, type Obstacle } from './gap.ts';
import type { FigureItem } from './measures.ts';
import { weakest } from './quality.ts';
import { RateDifference } from './rate-difference.ts';
import type { QuarterRange } from './reported/quarter-range.ts';
import type { Company, Currency, GapReason, Quality, Span, Window } from './vocabulary.ts';

/** An amount of money over one or more quarters, of one company or several. */
export interface Amount {
  readonly item: FigureItem;
  /** The name of the company or group. */
  readonly subject: string;
  /** The quarter that it is asked of, the last one that it spans. */
  readonly calendarQuarter: CalendarQuarter;
  readonly window: Window;
  /** All that it spans; the first is after the last for a window that begins after its quarter. */
  readonly quarters: QuarterRange;
  readonly currency: Currency;
  /** As a double, in units of `scale`; null where an input is missing. */
  value(scale?: number): number | null;
  /** Exact, in units of `scale`; a converted amount is rounded to cents. Null where an input is missing. */
  exact(scale?: number): Decimal | null;
  /** The weakest quality of the inputs; null exactly when the value is. */
  readonly quality: Quality | null;
  /** What the rounding of the inputs leaves open, in whole units; null without a value, and with an estimated input. */
  readonly bounds: Bounds | null;
  /** Growth over so many quarters or years, like for like. */
  growth(span: Span, count?: number): Growth;
  /** The inputs that the value lacks; empty exactly when there is a value. */
  readonly missing: readonly Gap[];
  /** What a group's members are known not to publish, for which the sum leaves them out; empty for a company. */
  readonly excluded: readonly Gap[];
  /** The definitions of its figures, each once. */
  readonly definitions: readonly string[];
  /** What a group's amount adds up, a member each; empty for a company. */
  readonly parts: readonly { readonly company: Company; readonly amount: Amount }[];
  /** The facts that it was made from. */
  readonly facts: readonly Fact[];
  /** The rates that it was converted with. */
  readonly exchangeRates: readonly ExchangeRate[];
  /** A gap for each company in it, for a value that cannot be made from this amount. */
  gaps(reason: GapReason, obstacle?: Obstacle): Gap[];
  /** The day as of which it is known. */
  readonly asOf: Day;
  /** The same amount as it was known on another day. */
  on(day: Day): Amount;
  /** The days on which anything became known of its companies, oldest first. */
  readonly days: readonly Day[];
}

/** How much an amount grew from an earlier one: to / from − 1. */
export class Growth {
  constructor(
    readonly from: Amount,
    readonly to: Amount,
    /** What keeps the two from being compared; absent when they are like for like. */
    readonly obstacles?: () => readonly Gap[],
  ) {
    if (!obstacles) requireOneWindow(from, to);
  }

  /** A fraction: 0.57 is +57 %. */
  get value(): number | null {
    if (this.obstacles) return null;
    const from = this.from.value();
    const to = this.to.value();
    return from === null || to === null || from <= 0 ? null : to / from - 1;
  }

  /** The same for each year, compounded; null over less than a year, and below −100 %. */
  get annualRate(): number | null {
    const { value } = this;
    const years = (this.to.calendarQuarter - this.from.calendarQuarter) / 4;
    return value === null || value < -1 || years < 1 ? null : (1 + value) ** (1 / years) - 1;
  }

  get quality(): Quality | null {
    return this.value === null ? null : weakest(this.from.quality, this.to.quality);
  }

  get bounds(): Bounds | null {
    const times = boundsOfQuotient(this.to, this.from);
    const { value } = this;
    if (value === null || !times) return null;
    return including(value, { low: times.low - 1, high: times.high - 1 });
  }

  get missing(): readonly Gap[] {
    if (this.value !== null) return [];
    const lacking = this.lacking;
    return lacking.length > 0 ? lacking : this.from.gaps('NOT_MEANINGFUL');
  }

  /** The inputs that either amount lacks, or that keep them from being compared. */
  get lacking(): readonly Gap[] {
    return this.obstacles?.() ?? distinct([...this.from.missing, ...this.to.missing]);
  }
}

/** One amount over another of the same window. */
export class Ratio {
  /** Whether the two are of fiscal years that do not end together. */
  readonly #areUnlike: boolean;

  constructor(
    readonly numerator: Amount,
    readonly denominator: Amount,
  ) {
    this.#areUnlike = areUnlikeYears(numerator, denominator);
    if (!this.#areUnlike) requireSameQuarters(numerator, denominator);
  }

  /** A fraction: 1.21 is 121 %. */
  get value(): number | null {
    if (this.#areUnlike) return null;
    const over = this.numerator.value();
    const under = this.denominator.value();
    return over === null || under === null || under <= 0 ? null : over / under;
  }

  get quality(): Quality | null {
    return this.value === null ? null : weakest(this.numerator.quality, this.denominator.quality);
  }

  get bounds(): Bounds | null {
    const { value } = this;
    const bounds = boundsOfQuotient(this.numerator, this.denominator);
    return value === null || !bounds ? null : including(value, bounds);
  }

  /** Change over so many quarters or years, each amount like for like with its past. */
  change(span: Span, count = 1): RatioChange {
    const numerator = this.numerator.growth(span, count);
    const denominator = this.denominator.growth(span, count);
    const growths = [numerator, denominator];
    const isObstructed = growths.some(({ obstacles }) => obstacles);
    return new RatioChange(
      new Ratio(numerator.from, denominator.from),
      new Ratio(numerator.to, denominator.to),
      isObstructed ? () => distinct(growths.flatMap(({ lacking }) => lacking)) : undefined,
    );
  }

  get missing(): readonly Gap[] {
    if (this.value !== null) return [];
    const missing = distinct([...this.numerator.missing, ...this.denominator.missing]);
    if (missing.length > 0) return missing;
    return this.#areUnlike
      ? this.numerator.gaps('NOT_COMPARABLE', 'YEARS_END_DIFFERENTLY')
      : this.denominator.gaps('NOT_MEANINGFUL');
  }
}

/** How many times one amount is another of the same window. */
export class Multiple extends Ratio {}

/** A ratio less an earlier one, each amount like for like with its past. */
export class RatioChange extends RateDifference<Ratio> {
  get from(): Ratio {
    return this.less;
  }

  get to(): Ratio {
    return this.rate;
  }
}

/** A challenger's growth less a baseline's, over the same quarters. */
export class GrowthLead extends RateDifference<Growth> {
  get baseline(): Growth {
    return this.less;
  }

  get challenger(): Growth {
    return this.rate;
  }
}

function areUnlikeYears(one: Amount, other: Amount): boolean {
  return (
    one.window.name === 'FISCAL_YEAR_TO_DATE' &&
    other.window.name === 'FISCAL_YEAR_TO_DATE' &&
    one.quarters.first !== other.quarters.first
  );
}

function boundsOfQuotient(over: Amount, under: Amount): Bounds | null {
  const [one, other] = [over.bounds, under.bounds];
  return one && other && quotient(one, other);
}

/** What a company's quarter and a group's quarter have in common. */
export interface Figures {
  readonly calendarQuarter: CalendarQuarter;
  readonly currency: Currency;
  amount(item: FigureItem, window: Window): Amount;
  ratio(numerator: FigureItem, denominator: FigureItem, window: Window): Ratio;
}
