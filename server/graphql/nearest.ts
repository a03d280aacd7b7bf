import leven from 'leven';

/** Something with a slug, and what else people call it. */
export interface Named {
  readonly slug: string;
  readonly names: readonly string[];
}

/** How many slugs are proposed at most. */
const PROPOSED = 3;

/** One letter in three may be mistyped, two at most. */
const LETTERS_TO_A_MISTAKE = 3;
const MISTAKES = 2;

/** The end of a message that a slug is unknown: the slugs of what is called most like it. */
export function nearestTo(unknown: string, known: readonly Named[]): string {
  const mistakes = Math.min(MISTAKES, Math.floor(unknown.length / LETTERS_TO_A_MISTAKE));
  const nearest = known
    .map(({ slug, names }) => ({ slug, distance: distanceTo(unknown, names) }))
    .filter(({ distance }) => distance <= mistakes)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, PROPOSED)
    .map(({ slug }) => JSON.stringify(slug));
  return nearest.length > 0 ? `; did you mean ${nearest.join(' or ')}?` : '.';
}

function distanceTo(unknown: string, names: readonly string[]): number {
  const typed = unknown.toLowerCase();
  return Math.min(
    ...names.map((name) => leven(typed, name.toLowerCase(), { maxDistance: MISTAKES + 1 })),
  );
}
