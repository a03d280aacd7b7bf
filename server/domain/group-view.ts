import { greatest, least } from './brand.ts';
import {
  addQuarters,
  type CalendarQuarter,
  EARLIEST_QUARTER,
  LATEST_QUARTER,
} from './calendar-quarter.ts';
import { type Day, END_OF_TIME } from './day.ts';
import { type Gap, withheldOf } from './gap.ts';
import type { FigureItem } from './measures.ts';
import type { View } from './view.ts';
import type { Currency } from './vocabulary.ts';
import { type EndOf, quartersUpTo } from './window.ts';

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

  /** As of which day. */
  get asOf(): Day {
    return this.members[0]?.asOf ?? END_OF_TIME;
  }

  /** The same as it was known on another day. */
  on(asOf: Day): GroupView {
    const members = this.members.map((member) => member.on(asOf));
    return new GroupView(this.group, members, this.currency);
  }

  /** The quarters that any fact of a member was known of, oldest first. */
  knownQuarters(from = EARLIEST_QUARTER, to = LATEST_QUARTER): CalendarQuarter[] {
    const all = this.members.map(({ series }) => series);
    const first = greatest(from, least(...all.map(({ firstQuarter }) => firstQuarter)));
    const last = least(to, greatest(...all.map(({ lastQuarter }) => lastQuarter)));
    const known: CalendarQuarter[] = [];
    for (let quarter = first; quarter <= last; quarter = addQuarters(quarter, 1)) {
      if (this.knows(quarter)) known.push(quarter);
    }
    return known;
  }

  knows(quarter: CalendarQuarter): boolean {
    return this.members.some((member) => member.knows(quarter));
  }

  /** What members are known not to publish of some items; the sums leave them out. */
  withheld(endOf: EndOf, items: readonly FigureItem[]): readonly Gap[] {
    let gaps: readonly Gap[] = [];
    for (const member of this.members) {
      if (member.series.nonDisclosures.length === 0) continue;
      const { calendarQuarter, window } = endOf(member);
      const quarters = quartersUpTo(calendarQuarter, window, member);
      for (const item of items) {
        const withheld = withheldOf(member, item, quarters);
        if (withheld.length > 0) gaps = [...gaps, ...withheld];
      }
    }
    return gaps;
  }

  /** The members but those of some gaps. */
  membersWithout(gaps: readonly Gap[]): readonly View[] {
    if (gaps.length === 0) return this.members;
    const without = new Set(gaps.map(({ company }) => company.id));
    return this.members.filter(({ company }) => !without.has(company.id));
  }
}
