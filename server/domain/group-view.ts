import type { CalendarQuarter } from './calendar-quarter.ts';
import type { LineItem } from './measures.ts';
import type { View } from './view.ts';
import type { Currency } from './vocabulary.ts';

/** What the rules of the figures need to know of a group. */
export interface Group {
  readonly slug: string;
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

  /** The members that disclose every one of some line items: that have any fact of each. */
  disclosing(...items: readonly LineItem[]): readonly View[] {
    return this.members.filter((member) => items.every((item) => member.discloses(item)));
  }
}
