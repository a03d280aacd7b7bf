import { type Figures, Ratio } from './amount.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import { CompanyAmount } from './company-amount.ts';
import { GroupAmount } from './group-amount.ts';
import type { GroupView } from './group-view.ts';
import type { LineItem } from './measures.ts';
import { type Quarter, quarterOf } from './quarter.ts';
import type { View } from './view.ts';
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
    return this.#sum(this.view.disclosing(item), item, window);
  }

  /** Counts only the members that disclose both. */
  ratio(numerator: LineItem, denominator: LineItem, window: Window): Ratio {
    const members = this.view.disclosing(numerator, denominator);
    return new Ratio(
      this.#sum(members, numerator, window),
      this.#sum(members, denominator, window),
    );
  }

  #sum(members: readonly View[], item: LineItem, window: Window): GroupAmount {
    const amounts = members.map(
      (member) => new CompanyAmount(member, item, this.calendarQuarter, window),
    );
    return new GroupAmount(this.view, item, this.calendarQuarter, window, amounts);
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
