import type { Company } from '../generated/prisma/client.ts';
import type { Snapshot } from '../store/snapshot.ts';

/** The conditions of `CompanyFilter`. */
export interface CompanyConditions {
  readonly slugs?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly group?: string | null;
  readonly search?: string | null;
}

/** The companies of a snapshot that meet every condition, by name. */
export function companiesWhere(
  { slugs, countries, group, search }: CompanyConditions,
  snapshot: Snapshot,
): readonly Company[] {
  const members = group == null ? null : membersOf(group, snapshot);
  const text = search?.toLowerCase() ?? '';
  return snapshot.catalog.companies.filter(
    ({ id, slug, name, ticker, country }) =>
      (slugs == null || slugs.includes(slug)) &&
      (countries == null || countries.includes(country)) &&
      (members === null || members.has(id)) &&
      [slug, name, ticker ?? ''].some((word) => word.toLowerCase().includes(text)),
  );
}

function membersOf(slug: string, snapshot: Snapshot): ReadonlySet<number> {
  const group = snapshot.group(slug);
  return new Set(group ? snapshot.members(group).map(({ id }) => id) : []);
}
