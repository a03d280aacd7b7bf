import { type Figures, Ratio } from './amount.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import { CompanyAmount } from './company-amount.ts';
import type { Gap } from './gap.ts';
import { GroupAmount } from './group-amount.ts';
import type { GroupView } from './group-view.ts';
import type { LineItem } from './measures.ts';
import { type Quarter, quarterOf } from './quarter.ts';
import type { Currency, Window } from './vocabulary.ts';

/** One calendar quarter of a group: its members' quarters, added up. */
export class GroupQuarter implements Figures {
  constructor(
    readonly view: GroupView,
    readonly calendarQuarter: CalendarQuarter,
  ) {}

  get currency(): Currency {
    return this.view.currency;
  }

  /** The members' own quarters, of those that any fact was known of. */
  get members(): Quarter[] {
    return this.view.members.flatMap((member) => quarterOf(member, this.calendarQuarter) ?? []);
  }

  amount(item: LineItem, window: Window): GroupAmount {
    return this.#sum(item, window, this.view.withheld(this.calendarQuarter, window, item));
  }

  /** Counts only the members that publish both. */
  ratio(numerator: LineItem, denominator: LineItem, window: Window): Ratio {
    const { view, calendarQuarter } = this;
    const excluded = view.withheld(calendarQuarter, window, numerator, denominator);
    return new Ratio(
      this.#sum(numerator, window, excluded),
      this.#sum(denominator, window, excluded),
    );
  }

  #sum(item: LineItem, window: Window, excluded: readonly Gap[]): GroupAmount {
    const { view, calendarQuarter } = this;
    const amounts = view
      .membersWithout(excluded)
      .map((member) => new CompanyAmount(member, item, calendarQuarter, window));
    return new GroupAmount(view, item, calendarQuarter, window, amounts, excluded);
  }
}

/** The quarters that any fact of a member was known of, oldest first. */
export function groupQuartersOf(
  view: GroupView,
  from?: CalendarQuarter,
  to?: CalendarQuarter,
): GroupQuarter[] {
  return view.knownQuarters(from, to).map((quarter) => new GroupQuarter(view, quarter));
}

/** One quarter; null when no fact of any member was known. */
export function groupQuarterOf(view: GroupView, quarter: CalendarQuarter): GroupQuarter | null {
  return view.knows(quarter) ? new GroupQuarter(view, quarter) : null;
}
