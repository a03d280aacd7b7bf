import { requireSameQuarters } from './alike.ts';
import { type Amount, Growth } from './amount.ts';
import { addQuarters, type CalendarQuarter } from './calendar-quarter.ts';
import { Decimal } from './decimal.ts';
import type { ExchangeRate } from './exchange-rates.ts';
import type { Fact } from './fact.ts';
import type { Gap } from './gap.ts';
import type { GroupView } from './group-view.ts';
import type { LineItem } from './measures.ts';
import { weakest } from './quality.ts';
import type { GapReason, Quality, Span, Window } from './vocabulary.ts';

/** The sum of members' amounts, but for those known not to publish the item; missing while one of them is. */
export class GroupAmount implements Amount {
  constructor(
    readonly view: GroupView,
    readonly item: LineItem,
    readonly calendarQuarter: CalendarQuarter,
    readonly window: Window,
    /** One for each member that is counted. */
    readonly amounts: readonly Amount[],
    readonly excluded: readonly Gap[],
  ) {
    for (const amount of amounts) requireSameQuarters(this, amount);
  }

  get subject(): string {
    return this.view.group.name;
  }

  get currency() {
    return this.view.currency;
  }

  value(scale = 1): number | null {
    if (this.amounts.length === 0) return null;
    let sum = 0;
    for (const amount of this.amounts) {
      const value = amount.value();
      if (value === null) return null;
      sum += value;
    }
    return sum / scale;
  }

  exact(scale = 1): Decimal | null {
    if (this.amounts.length === 0) return null;
    let sum = new Decimal(0);
    for (const amount of this.amounts) {
      const exact = amount.exact();
      if (exact === null) return null;
      sum = sum.plus(exact);
    }
    return sum.div(scale);
  }

  get quality(): Quality | null {
    return this.value() === null ? null : weakest(...this.amounts.map(({ quality }) => quality));
  }

  /** Each member like for like, then summed. */
  growth(span: Span): Growth {
    const growths = this.amounts.map((amount) => amount.growth(span));
    const sum = (quarter: CalendarQuarter, amounts: readonly Amount[]) =>
      new GroupAmount(this.view, this.item, quarter, this.window, amounts, this.excluded);
    return new Growth(
      sum(
        addQuarters(this.calendarQuarter, -span),
        growths.map(({ from }) => from),
      ),
      sum(
        this.calendarQuarter,
        growths.map(({ to }) => to),
      ),
      growths.some(({ obstacles }) => obstacles)
        ? () => growths.flatMap(({ lacking }) => lacking)
        : undefined,
    );
  }

  get missing(): readonly Gap[] {
    if (this.amounts.length === 0) return this.excluded;
    return this.amounts.flatMap(({ missing }) => missing);
  }

  get remarks(): readonly string[] {
    return this.amounts.flatMap(({ remarks }) => remarks);
  }

  get facts(): readonly Fact[] {
    return this.amounts.flatMap(({ facts }) => facts);
  }

  get exchangeRates(): readonly ExchangeRate[] {
    return [...new Set(this.amounts.flatMap(({ exchangeRates }) => exchangeRates))];
  }

  gaps(reason: GapReason): Gap[] {
    return this.amounts.flatMap((amount) => amount.gaps(reason));
  }
}
