import { requireOneWindow, requireSameQuarters } from './alike.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Decimal } from './decimal.ts';
import type { ExchangeRate } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import { distinct, type Gap } from './gap.ts';
import type { LineItem } from './measures.ts';
import { weakest } from './quality.ts';
import { RateDifference } from './rate-difference.ts';
import type { Currency, GapReason, Quality, Span, Window } from './vocabulary.ts';

/** An amount of money over one quarter or four, of one company or several. */
export interface Amount {
  readonly item: LineItem;
  /** The name of the company or group. */
  readonly subject: string;
  /** The quarter, or the last of four. */
  readonly calendarQuarter: CalendarQuarter;
  readonly window: Window;
  readonly currency: Currency;
  /** As a double, in units of `scale`; null where an input is missing. */
  value(scale?: number): number | null;
  /** Exact, in units of `scale`; a converted amount is rounded to cents. Null where an input is missing. */
  exact(scale?: number): Decimal | null;
  /** The weakest quality of the inputs; null exactly when the value is. */
  readonly quality: Quality | null;
  /** Growth over the quarter or the year before, like for like. */
  growth(span: Span): Growth;
  /** The inputs that the value lacks; empty exactly when there is a value. */
  readonly missing: readonly Gap[];
  /** Which figures come from another definition than the newest, for the sake of comparison. */
  readonly remarks: readonly string[];
  /** What a group's members are known not to publish, for which the sum leaves them out; empty for a company. */
  readonly excluded: readonly Gap[];
  /** The facts that it was made from. */
  readonly facts: readonly Fact[];
  /** The rates that it was converted with. */
  readonly exchangeRates: readonly ExchangeRate[];
  /** A gap for each company in it, for a value that cannot be made from this amount. */
  gaps(reason: GapReason): Gap[];
}

/** How much an amount grew from an earlier one: to / from − 1. */
export class Growth {
  constructor(
    readonly from: Amount,
    readonly to: Amount,
    /** What keeps the two from being compared; absent when they are like for like. */
    readonly obstacles?: () => readonly Gap[],
  ) {
    requireOneWindow(from, to);
  }

  /** A fraction: 0.57 is +57 %. */
  get value(): number | null {
    if (this.obstacles) return null;
    const from = this.from.value();
    const to = this.to.value();
    return from === null || to === null || from <= 0 ? null : to / from - 1;
  }

  get quality(): Quality | null {
    return this.value === null ? null : weakest(this.from.quality, this.to.quality);
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
  constructor(
    readonly numerator: Amount,
    readonly denominator: Amount,
  ) {
    requireSameQuarters(numerator, denominator);
  }

  /** A fraction: 1.21 is 121 %. */
  get value(): number | null {
    return quotient(this.numerator, this.denominator);
  }

  get quality(): Quality | null {
    return this.value === null ? null : weakest(this.numerator.quality, this.denominator.quality);
  }

  /** Change over the quarter or the year before, each amount like for like with its past. */
  change(span: Span): RatioChange {
    const growths = [this.numerator.growth(span), this.denominator.growth(span)] as const;
    const [numerator, denominator] = growths;
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
    return missing.length > 0 ? missing : this.denominator.gaps('NOT_MEANINGFUL');
  }
}

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

function quotient(numerator: Amount, denominator: Amount): number | null {
  const over = numerator.value();
  const under = denominator.value();
  return over === null || under === null || under <= 0 ? null : over / under;
}

/** What a company's quarter and a group's quarter have in common. */
export interface Figures {
  readonly calendarQuarter: CalendarQuarter;
  readonly currency: Currency;
  amount(item: LineItem, window: Window): Amount;
  ratio(numerator: LineItem, denominator: LineItem, window: Window): Ratio;
}
