import type { SubjectArgument } from './subject-by.ts';

/** No slug has these signs in it. */
const GROUP = 'group:';
const COMPANIES = 'companies:';
const SEPARATOR = '~';

/** A subject, named by slugs, in an address: alibaba, group:us-hyperscalers, or companies:alibaba~baidu. */
export function subjectText({ company, group }: SubjectArgument): string {
  if (company) return company.slug!;
  return group!.slug == null
    ? `${COMPANIES}${group!.companies!.map(({ slug }) => slug).join(SEPARATOR)}`
    : `${GROUP}${group!.slug}`;
}

/** The subject of such a text; undefined for any other. */
export function readSubject(text: string): SubjectArgument | undefined {
  const kind = [GROUP, COMPANIES].find((prefix) => text.startsWith(prefix)) ?? '';
  const slugs = text.slice(kind.length).split(SEPARATOR);
  const [slug] = slugs;
  if (!slugs.every((each) => /^[\w.-]+$/.test(each))) return undefined;
  if (kind === COMPANIES) return { group: { companies: slugs.map((slug) => ({ slug })) } };
  if (slugs.length > 1) return undefined;
  return kind === GROUP ? { group: { slug: slug! } } : { company: { slug: slug! } };
}
