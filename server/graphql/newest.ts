import { badUserInput } from './errors.ts';

/** Throws BAD_USER_INPUT for a number below zero. */
export function requireNewest(last: number | null | undefined): void {
  if (last == null || last >= 0) return;
  throw badUserInput(`last takes a number from 0, not ${last}.`, { argument: 'last' });
}

/** The last so many of a list that is oldest first; all without a number. Throws BAD_USER_INPUT below zero. */
export function newest<Item>(list: readonly Item[], last: number | null | undefined): Item[] {
  requireNewest(last);
  return last == null ? [...list] : list.slice(Math.max(0, list.length - last));
}
