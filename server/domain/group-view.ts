import type { CalendarQuarter } from './calendar-quarter.ts';
import { type Gap, withheldOf } from './gap.ts';
import { quartersNeeded } from './like-for-like.ts';
import type { LineItem } from './measures.ts';
import type { View } from './view.ts';
import type { Currency, Window } from './vocabulary.ts';

/** What the rules of the figures need to know of a group. */
export interface Group {
  /** Null for a group of any companies, which the dataset does not name. */
  readonly slug: string | null;
  readonly name: string;
}

/** A group's members in one currency, as they were known on one day. */
export class GroupView {
  constructor(
    readonly group: Group,
    readonly members: readonly View[],
    readonly currency: Currency,
  ) {}

  /** The quarters that any fact of a member was known of, oldest first. */
  knownQuarters(from?: CalendarQuarter, to?: CalendarQuarter): CalendarQuarter[] {
    const known = this.members.flatMap((member) => member.knownQuarters(from, to));
    return [...new Set(known)].sort((a, b) => a - b);
  }

  knows(quarter: CalendarQuarter): boolean {
    return this.members.some((member) => member.knows(quarter));
  }

  /** What members are known not to publish of some line items in a window; its sums leave them out. */
  withheld(quarter: CalendarQuarter, window: Window, ...items: readonly LineItem[]): Gap[] {
    const back = quartersNeeded(window);
    return this.members.flatMap((member) =>
      items.flatMap((item) => withheldOf(member, item, quarter, back)),
    );
  }

  /** The members but those of some gaps. */
  membersWithout(gaps: readonly Gap[]): readonly View[] {
    const without = new Set(gaps.map(({ company }) => company.id));
    return this.members.filter(({ company }) => !without.has(company.id));
  }
}
