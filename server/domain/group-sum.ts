import { greatest } from './brand.ts';
import { EARLIEST_QUARTER } from './calendar-quarter.ts';
import { GroupAmount } from './group-amount.ts';
import type { GroupView } from './group-view.ts';
import type { FigureItem } from './measures.ts';
import { amountOf } from './quarter.ts';
import type { Window } from './vocabulary.ts';
import type { EndOf } from './window.ts';

/** The sum of an item over the members that publish all of some items, each up to a quarter of its own. */
export function sumOf(
  view: GroupView,
  window: Window,
  endOf: EndOf,
  item: FigureItem,
  published: readonly FigureItem[],
): GroupAmount {
  const excluded = view.withheld(endOf, published);
  const members = view.membersWithout(excluded);
  const parts = members.map((member) => {
    const { calendarQuarter, window } = endOf(member);
    return { company: member.company, amount: amountOf(member, item, calendarQuarter, window) };
  });
  let last = EARLIEST_QUARTER;
  for (const member of members.length > 0 ? members : view.members) {
    last = greatest(last, endOf(member).calendarQuarter);
  }
  return new GroupAmount(view, item, last, window, parts, excluded, (view) =>
    sumOf(view, window, endOf, item, published),
  );
}
