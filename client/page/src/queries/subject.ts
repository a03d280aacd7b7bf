import type { CatalogueQuery, SubjectBy } from '../generated/documents.ts';

export type Catalogue = CatalogueQuery;

/**
 * A company or a group by its key in the address: `us-cloud` is a group of the dataset, `@alibaba` a company,
 * `alibaba~baidu` a group of these companies.
 */
export interface Subject {
  readonly key: string;
  readonly name: string;
  readonly by: SubjectBy;
  /** The companies in it, by slug. */
  readonly members: readonly string[];
  readonly isGroup: boolean;
  /** Where its companies are; `mixed` where in several countries. */
  readonly country: string;
}

/** The subject of a key; undefined when there is none. */
export function subjectOf(key: string, { groups, companies }: Catalogue): Subject | undefined {
  const countryOf = (slug: string) => companies.nodes.find((node) => node.slug === slug)?.country;
  const country = (members: readonly string[]) => {
    const all = new Set(members.map(countryOf));
    return all.size === 1 ? ([...all][0] ?? 'mixed') : 'mixed';
  };
  if (key.startsWith('@')) {
    const slug = key.slice(1);
    const found = companies.nodes.find((node) => node.slug === slug);
    return (
      found && {
        key,
        name: found.name,
        by: { company: { slug } },
        members: [slug],
        isGroup: false,
        country: found.country,
      }
    );
  }
  if (key.includes('~')) {
    const members = key.split('~');
    const names = members.map((slug) => companies.nodes.find((node) => node.slug === slug)?.name);
    if (names.includes(undefined)) return undefined;
    return {
      key,
      name: names.join(' + '),
      by: { group: { companies: members.map((slug) => ({ slug })) } },
      members,
      isGroup: true,
      country: country(members),
    };
  }
  const group = groups.find(({ slug }) => slug === key);
  if (!group) return undefined;
  const members = group.members.map(({ slug }) => slug);
  return {
    key,
    name: group.name,
    by: { group: { slug: key } },
    members,
    isGroup: true,
    country: country(members),
  };
}
