import { type Figures, Ratio } from './amount.ts';
import type { CalendarQuarter } from './calendar-quarter.ts';
import { GroupAmount } from './group-amount.ts';
import type { GroupView } from './group-view.ts';
import type { FigureItem } from './measures.ts';
import { amountOf, type Quarter, quarterOf } from './quarter.ts';
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

  amount(item: FigureItem, window: Window): GroupAmount {
    return sumOf(this.view, this.calendarQuarter, window, item, [item]);
  }

  /** Counts only the members that publish both. */
  ratio(numerator: FigureItem, denominator: FigureItem, window: Window): Ratio {
    const both = [numerator, denominator];
    return new Ratio(
      sumOf(this.view, this.calendarQuarter, window, numerator, both),
      sumOf(this.view, this.calendarQuarter, window, denominator, both),
    );
  }
}

/** The sum of an item over the members that publish all of some items. */
function sumOf(
  view: GroupView,
  quarter: CalendarQuarter,
  window: Window,
  item: FigureItem,
  published: readonly FigureItem[],
): GroupAmount {
  const excluded = view.withheld(quarter, window, published);
  const parts = view.membersWithout(excluded).map((member) => ({
    company: member.company,
    amount: amountOf(member, item, quarter, window),
  }));
  return new GroupAmount(view, item, quarter, window, parts, excluded, (view) =>
    sumOf(view, quarter, window, item, published),
  );
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
