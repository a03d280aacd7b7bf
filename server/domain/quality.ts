import { QUALITIES, type Quality } from './vocabulary.ts';

/** The weakest of several qualities, null if one of them is. */
export function weakest(...qualities: (Quality | null)[]): Quality | null {
  if (qualities.includes(null)) return null;
  return QUALITIES.findLast((quality) => qualities.includes(quality)) ?? null;
}
