import leven from 'leven';
import { namesOf } from '../store/company-index.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** Something with a slug, and what else people call it. */
interface Named {
  readonly slug: string;
  readonly names: readonly string[];
}

/** How many slugs are proposed at most. */
const PROPOSED = 3;

/** So many are all named, where none is like it. */
const NAMED = 20;

/** One letter in three may be mistyped, two at most. */
const LETTERS_TO_A_MISTAKE = 3;
const MISTAKES = 2;

/** That there is no company with a slug; with the slugs of those called most like it, or of all, if they are few. */
export function noSuchCompany(slug: string, { catalog }: Snapshot): string {
  const known = catalog.companies.map((each) => ({ slug: each.slug, names: namesOf(each) }));
  return `There is no company ${JSON.stringify(slug)}${nearestTo(slug, known)}`;
}

/** That there is no group with a slug; with the slugs of those called most like it, or of all, if they are few. */
export function noSuchGroup(slug: string, { catalog }: Snapshot): string {
  const known = catalog.groups.map(({ slug, name }) => ({ slug, names: [slug, name] }));
  return `There is no group ${JSON.stringify(slug)}${nearestTo(slug, known)}`;
}

function nearestTo(unknown: string, known: readonly Named[]): string {
  const mistakes = Math.min(MISTAKES, Math.floor(unknown.length / LETTERS_TO_A_MISTAKE));
  const nearest = known
    .map(({ slug, names }) => ({ slug, distance: distanceTo(unknown, names) }))
    .filter(({ distance }) => distance <= mistakes)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, PROPOSED)
    .map(({ slug }) => JSON.stringify(slug));
  if (nearest.length > 0) return `; did you mean ${nearest.join(' or ')}?`;
  if (known.length === 0 || known.length > NAMED) return '.';
  return `; there are ${known.map(({ slug }) => slug).join(', ')}.`;
}

function distanceTo(unknown: string, names: readonly string[]): number {
  const typed = unknown.toLowerCase();
  return Math.min(
    ...names.map((name) => leven(typed, name.toLowerCase(), { maxDistance: MISTAKES + 1 })),
  );
}
