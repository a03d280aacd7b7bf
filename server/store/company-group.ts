import { listed } from '../domain/format.ts';
import type { Group } from '../domain/group-view.ts';
import type { Company } from '../generated/prisma/client.ts';

/** Companies whose figures are added up. */
export interface CompanyGroup extends Group {
  readonly description: string;
  readonly members: readonly Company[];
}

/** A group of the dataset. */
export interface NamedGroup extends CompanyGroup {
  readonly slug: string;
}

/** How many members a name has at most. */
const NAMED_MEMBERS = 5;

/** The group of any companies: the same in whatever order they come, each counted once. */
export function groupOfAny(companies: readonly Company[]): CompanyGroup {
  const members = [...new Map(companies.map((company) => [company.slug, company])).values()];
  members.sort((a, b) => (a.slug < b.slug ? -1 : 1));
  const name = nameOf(members);
  const count = members.length === 1 ? 'One company' : `${members.length} companies`;
  return { slug: null, name, description: `${count}, put together on request: ${name}.`, members };
}

/** Alibaba Group and Baidu; of many, the first, and 4 more. */
function nameOf(companies: readonly Company[]): string {
  const names = companies.slice(0, NAMED_MEMBERS).map(({ name }) => name);
  const more = companies.length - names.length;
  return more === 0 ? listed(names) : `${names.join(', ')} and ${more} more`;
}
