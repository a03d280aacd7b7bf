import { type CompanyGroup, groupOfAny } from '../store/company-group.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { builder } from './builder.ts';
import { CompanyBy, requireCompany } from './company-by.ts';
import { badUserInput, notFound } from './errors.ts';
import { groupKey, MAX_KEY_LENGTH, MAX_MEMBERS } from './group-key.ts';
import { noSuchGroup } from './nearest.ts';

export const GroupBy = builder.inputType('GroupBy', {
  description: 'Names one group: one of the dataset, or one of any companies.',
  isOneOf: true,
  fields: (t) => ({
    slug: t.string({ description: 'A group of the dataset, e.g. us-hyperscalers.' }),
    companies: t.field({
      type: [CompanyBy],
      description: `Any companies, 1 to ${MAX_MEMBERS}, in any order; one that is named twice counts once. One that there is not is refused.`,
    }),
  }),
});

type By = typeof GroupBy.$inferInput;

/**
 * The group that an argument names; null for a slug that there is not. Throws BAD_USER_INPUT for
 * companies that there are not, or for none, or for too many.
 */
export function findGroup(
  { slug, companies }: By,
  argument: string,
  snapshot: Snapshot,
): CompanyGroup | null {
  if (slug != null) return snapshot.group(slug);
  return groupOf(companies!, `${argument}.companies`, snapshot);
}

/** The same; throws NOT_FOUND, with the nearest slugs, for a slug that there is not. */
export function requireGroup(by: By, argument: string, snapshot: Snapshot): CompanyGroup {
  const group = findGroup(by, argument, snapshot);
  if (!group) throw notFound(noSuchGroup(by.slug!, snapshot), argument);
  return group;
}

function groupOf(
  companies: NonNullable<By['companies']>,
  argument: string,
  snapshot: Snapshot,
): CompanyGroup {
  const { length } = companies;
  if (length === 0) throw badUserInput('A group has at least one company.', { argument });
  if (length > MAX_MEMBERS) {
    const message = `A group has at most ${MAX_MEMBERS} companies, and here are ${length}.`;
    throw badUserInput(message, { argument });
  }
  const group = groupOfAny(
    companies.map((by, place) => requireCompany(by, `${argument}[${place}]`, snapshot)),
  );
  if (groupKey(group).length > MAX_KEY_LENGTH) {
    const message = `The slugs of a group's companies have at most ${MAX_KEY_LENGTH} characters together; ask for fewer companies.`;
    throw badUserInput(message, { argument });
  }
  return group;
}
