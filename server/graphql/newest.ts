import { badUserInput } from './errors.ts';

/** The last so many of a list that is oldest first; all without a number. Throws BAD_USER_INPUT below zero. */
export function newest<Item>(list: readonly Item[], last: number | null | undefined): Item[] {
  if (last == null) return [...list];
  if (last < 0) {
    throw badUserInput(`last takes a number from 0, not ${last}.`, { argument: 'last' });
  }
  return list.slice(Math.max(0, list.length - last));
}
