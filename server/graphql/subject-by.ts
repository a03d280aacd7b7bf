import type { Company } from '../generated/prisma/client.ts';
import type { CompanyGroup } from '../store/company-group.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { builder } from './builder.ts';
import { CompanyBy, requireCompany } from './company-by.ts';
import { GroupBy, requireGroup } from './group-by.ts';

export const SubjectBy = builder.inputType('SubjectBy', {
  description: 'Names one company or one group.',
  isOneOf: true,
  fields: (t) => ({
    company: t.field({ type: CompanyBy, description: 'One company, e.g. by its slug alibaba.' }),
    group: t.field({
      type: GroupBy,
      description: 'One group, e.g. by its slug china-hyperscalers, or any companies.',
    }),
  }),
});

export type SubjectArgument = typeof SubjectBy.$inferInput;

/** What an argument names. Throws BAD_USER_INPUT or NOT_FOUND, with the nearest names, for what there is not. */
export function requireSubject(
  { company, group }: SubjectArgument,
  argument: string,
  snapshot: Snapshot,
): Company | CompanyGroup {
  return company
    ? requireCompany(company, `${argument}.company`, snapshot)
    : requireGroup(group!, `${argument}.group`, snapshot);
}

/** The same subject by its slug, or by its members' slugs. */
export function subjectArgument(subject: Company | CompanyGroup): SubjectArgument {
  if (!('members' in subject)) return { company: { slug: subject.slug } };
  const { slug, members } = subject;
  return { group: slug === null ? { companies: members.map(({ slug }) => ({ slug })) } : { slug } };
}
