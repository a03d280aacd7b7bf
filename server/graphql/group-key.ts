import { type CompanyGroup, groupOfAny } from '../store/company-group.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** How many members a group of any companies has at most. */
export const MAX_MEMBERS = 100;

/** How long its key may be: with it, an id still fits into an address. */
export const MAX_KEY_LENGTH = 3_000;

/** No slug has these signs in it. */
const ANY = 'companies:';
const SEPARATOR = ',';

/** What an id names a group by: its slug, or its members' slugs. */
export function groupKey({ slug, members }: CompanyGroup): string {
  return slug ?? `${ANY}${members.map((company) => company.slug).join(SEPARATOR)}`;
}

/** The group with a key; null when there is none. */
export function groupWithKey(key: string, snapshot: Snapshot): CompanyGroup | null {
  if (!key.startsWith(ANY)) return snapshot.group(key);
  if (key.length > MAX_KEY_LENGTH) return null;
  const slugs = key.slice(ANY.length).split(SEPARATOR);
  const companies = slugs.flatMap((slug) => snapshot.company('slug', slug) ?? []);
  if (slugs.length > MAX_MEMBERS || companies.length < slugs.length) return null;
  const group = groupOfAny(companies);
  return groupKey(group) === key ? group : null;
}
