import type { Amount } from '../domain/amount.ts';
import { listed, percent } from '../domain/format.ts';
import type { GroupView } from '../domain/group-view.ts';
import type { LineItem } from '../domain/measures.ts';
import type { Verdict } from './claim.ts';

/** USD 291.3 bn */
export function billions(amount: Amount): string {
  return `${amount.currency} ${amount.value(1e9)!.toFixed(1)} bn`;
}

/** A, B and C: the members that disclose every one of some line items. */
export function names(group: GroupView, ...items: readonly LineItem[]): string {
  return listed(group.disclosing(...items).map(({ company }) => company.name));
}

/** A, B and C: the members that leave one of some line items undisclosed. */
export function silent(group: GroupView, ...items: readonly LineItem[]): string {
  const disclosing = new Set(group.disclosing(...items));
  return listed(
    group.members.filter((view) => !disclosing.has(view)).map(({ company }) => company.name),
  );
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
