import leven from 'leven';
import { namesOf } from '../store/company-index.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** What something is called, for a slug that is proposed. */
interface Name {
  readonly slug: string;
  readonly name: string;
  /** A bit for each letter in it, several letters to a bit. */
  readonly letters: number;
}

/** How many slugs are proposed at most. */
const PROPOSED = 3;

/** So many are all named, where none is like it. */
const NAMED = 20;

/** One letter in three may be mistyped, two at most. */
const LETTERS_TO_A_MISTAKE = 3;
const MISTAKES = 2;

/** How many names are compared at most: with thousands alike, none of them is much of a help. */
const COMPARED = 1_000;

/** The names of a dataset's companies, which stay the same. */
const ofCompanies = new WeakMap<Snapshot['catalog'], readonly Name[]>();

/** That there is no company with a slug; with the slugs of those called most like it, or of all, if they are few. */
export function noSuchCompany(slug: string, { catalog }: Snapshot): string {
  const known =
    ofCompanies.get(catalog) ??
    catalog.companies.flatMap((each) => namesOf(each).map((name) => named(each.slug, name)));
  ofCompanies.set(catalog, known);
  return `There is no company ${JSON.stringify(slug)}${nearestTo(slug, known)}`;
}

/** That there is no group with a slug; with the slugs of those called most like it, or of all, if they are few. */
export function noSuchGroup(slug: string, { catalog }: Snapshot): string {
  const known = catalog.groups.flatMap((each) =>
    [each.slug, each.name].map((name) => named(each.slug, name)),
  );
  return `There is no group ${JSON.stringify(slug)}${nearestTo(slug, known)}`;
}

function named(slug: string, text: string): Name {
  const name = text.toLowerCase();
  let letters = 0;
  for (let place = 0; place < name.length; place++) letters |= 1 << (name.charCodeAt(place) & 31);
  return { slug, name, letters };
}

function nearestTo(unknown: string, known: readonly Name[]): string {
  const mistakes = Math.min(MISTAKES, Math.floor(unknown.length / LETTERS_TO_A_MISTAKE));
  const typed = named(unknown, unknown);
  const distances = new Map<string, number>();
  let compared = 0;
  for (const { slug, name, letters } of known) {
    // Most are told apart by their lengths, or by the letters in them: a mistake changes two at most.
    if (Math.abs(name.length - typed.name.length) > mistakes) continue;
    if (bitsIn(letters ^ typed.letters) > 2 * mistakes) continue;
    if (++compared > COMPARED) break;
    const distance = leven(typed.name, name, { maxDistance: MISTAKES + 1 });
    if (distance <= mistakes)
      distances.set(slug, Math.min(distance, distances.get(slug) ?? distance));
  }
  const nearest = [...distances]
    .sort(([, a], [, b]) => a - b)
    .slice(0, PROPOSED)
    .map(([slug]) => JSON.stringify(slug));
  if (nearest.length > 0) return `; did you mean ${nearest.join(' or ')}?`;
  const slugs = new Set<string>();
  for (const { slug } of known) if (slugs.add(slug).size > NAMED) return '.';
  if (slugs.size === 0) return '.';
  return `; there are ${[...slugs].join(', ')}.`;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
