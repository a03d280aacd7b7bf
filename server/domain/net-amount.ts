import { requireSameQuarters } from './alike.ts';
import { type Amount, Growth } from './amount.ts';
import { type Bounds, difference, including } from './bounds.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import type { Decimal } from './decimal.ts';
import { distinct, type Gap, type Obstacle } from './gap.ts';
import type { NetItem } from './measures.ts';
import { weakest } from './quality.ts';
import type { GapReason, Quality, Span } from './vocabulary.ts';

/** One amount of a company less another of the same window. */
export class NetAmount implements Amount {
  constructor(
    readonly item: NetItem,
    readonly amount: Amount,
    readonly less: Amount,
  ) {
    requireSameQuarters(amount, less);
  }

  get subject(): string {
    return this.amount.subject;
  }

  get calendarQuarter(): CalendarQuarter {
    return this.amount.calendarQuarter;
  }

  get window() {
    return this.amount.window;
  }

  get quarters() {
    return this.amount.quarters;
  }

  get currency() {
    return this.amount.currency;
  }

  get asOf(): Day {
    return this.amount.asOf;
  }

  value(scale = 1): number | null {
    const [value, less] = [this.amount.value(), this.less.value()];
    if (value === null || less === null) return null;
    const net = value - less;
    const isExact = [value, less, net].every(Number.isSafeInteger);
    // What is converted is no more exact than a double anyway.
    if (isExact || this.exchangeRates.length > 0) return net / scale;
    return this.exact(scale)!.toNumber();
  }

  exact(scale = 1): Decimal | null {
    const [exact, less] = [this.amount.exact(), this.less.exact()];
    return exact && less && exact.minus(less).div(scale);
  }

  get quality(): Quality | null {
    return weakest(this.amount.quality, this.less.quality);
  }

  get bounds(): Bounds | null {
    const [value, bounds, less] = [this.value(), this.amount.bounds, this.less.bounds];
    return value === null || !bounds || !less ? null : including(value, difference(bounds, less));
  }

  /** Both like for like, then one less the other. */
  growth(span: Span, count = 1): Growth {
    const growths = [this.amount.growth(span, count), this.less.growth(span, count)] as const;
    const [amount, less] = growths;
    return new Growth(
      new NetAmount(this.item, amount.from, less.from),
      new NetAmount(this.item, amount.to, less.to),
      growths.some(({ obstacles }) => obstacles)
        ? () => distinct(growths.flatMap(({ lacking }) => lacking))
        : undefined,
    );
  }

  get missing(): readonly Gap[] {
    return distinct([...this.amount.missing, ...this.less.missing]);
  }

  get excluded() {
    return [];
  }

  get parts() {
    return [];
  }

  get definitions(): readonly string[] {
    if (this.value() === null) return [];
    return [...new Set([...this.amount.definitions, ...this.less.definitions])];
  }

  get facts() {
    return [...this.amount.facts, ...this.less.facts];
  }

  get exchangeRates() {
    return [...new Set([...this.amount.exchangeRates, ...this.less.exchangeRates])];
  }

  gaps(reason: GapReason, obstacle?: Obstacle): Gap[] {
    return [...this.amount.gaps(reason, obstacle), ...this.less.gaps(reason, obstacle)];
  }

  on(day: Day): NetAmount {
    return new NetAmount(this.item, this.amount.on(day), this.less.on(day));
  }

  get days() {
    return this.amount.days;
  }
}
