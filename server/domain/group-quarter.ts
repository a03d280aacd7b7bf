import { type Figures, Ratio } from './amount.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import type { GroupAmount } from './group-amount.ts';
import { sumOf } from './group-sum.ts';
import type { GroupView } from './group-view.ts';
import type { FigureItem } from './measures.ts';
import { type Quarter, quarterOf } from './quarter.ts';
import type { Currency, Window } from './vocabulary.ts';
import type { EndOf } from './window.ts';

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

  amount(item: FigureItem, window: Window): GroupAmount {
    return sumOf(this.view, window, this.#endOf(window), item, [item]);
  }

  /** Counts only the members that publish both. */
  ratio(numerator: FigureItem, denominator: FigureItem, window: Window): Ratio {
    const both = [numerator, denominator];
    const endOf = this.#endOf(window);
    return new Ratio(
      sumOf(this.view, window, endOf, numerator, both),
      sumOf(this.view, window, endOf, denominator, both),
    );
  }

  #endOf(window: Window): EndOf {
    const end = { calendarQuarter: this.calendarQuarter, window };
    return () => end;
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
