import type { Amount } from '../domain/amount.ts';
import { parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { listed, percent } from '../domain/format.ts';
import type { GroupView } from '../domain/group-view.ts';
import type { FigureItem } from '../domain/measures.ts';
import { WINDOWS } from '../domain/vocabulary.ts';
import type { Verdict } from './claim.ts';

/** The newest quarter that the claims speak of. */
const LATEST = { calendarQuarter: parseCalendarQuarter('2025Q2')!, window: WINDOWS.QUARTER };

/** USD 291.3 bn */
export function billions(amount: Amount): string {
  return `${amount.currency} ${amount.value(1e9)!.toFixed(1)} bn`;
}

/** A, B and C: the members that a sum of some line items counts. */
export function names(group: GroupView, ...items: readonly FigureItem[]): string {
  const withheld = group.withheld(() => LATEST, items);
  return listed(group.membersWithout(withheld).map(({ company }) => company.name));
}

/** A, B and C: the members that are known not to publish one of some line items. */
export function silent(group: GroupView, ...items: readonly FigureItem[]): string {
  const withheld = group.withheld(() => LATEST, items);
  return listed([...new Set(withheld.map(({ company }) => company.name))]);
}

/** 57.1 % */
export function rate(fraction: number | null): string {
  return percent(Math.abs(fraction!));
}

/** Grew or fell. */
export function moved(fraction: number | null): string {
  return `${fraction! < 0 ? 'fell' : 'grew'} by ${rate(fraction)}`;
}

/** 8.0 percentage points */
export function points(value: number | null): string {
  return `${Math.abs(value!).toFixed(1)} percentage points`;
}

/** How a figure relates to the printed one. */
export function asPrinted(printed: string, verdict: Verdict): string {
  const words: Record<Verdict, string> = {
    REPRODUCED: `which agrees with the printed ${printed}`,
    APPROXIMATE: `which is within 5 % of the printed ${printed}`,
    CONTRADICTED: `which is more than 5 % away from the printed ${printed}`,
    NOT_CHECKABLE: `beside the printed ${printed}`,
  };
  return words[verdict];
}
