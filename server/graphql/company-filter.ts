import type { Company } from '../generated/prisma/client.ts';
import { namesOf } from '../store/company-index.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Budget } from './budget.ts';
import { COMPANY_FILTERED } from './cost-weights.ts';
import { badUserInput } from './errors.ts';
import { noSuchCompany, noSuchGroup } from './nearest.ts';
import { times } from './selection-cost.ts';

/** The conditions of `CompanyFilter`, and those of `QuarterFilter` on companies. */
export interface CompanyConditions {
  readonly slugs?: readonly string[] | null;
  readonly companies?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly group?: string | null;
  readonly search?: string | null;
}

/** The companies of a snapshot that meet every condition, by name. Each is looked at, and so is each name that was sent. */
export function companiesWhere(
  { slugs, companies, countries, group, search }: CompanyConditions,
  snapshot: Snapshot,
  budget: Budget,
): readonly Company[] {
  const sent = [slugs, companies, countries].reduce((sum, list) => sum + (list?.length ?? 0), 0);
  budget.spend(times(COMPANY_FILTERED, snapshot.catalog.companies.length + sent));
  refuseUnknown('slugs', slugs, snapshot);
  refuseUnknown('companies', companies, snapshot);
  refuseMiswritten(countries);
  const wanted = setOf(slugs ?? companies);
  const inCountries = setOf(countries);
  const members = group == null ? null : membersOf(group, snapshot);
  const text = search?.toLowerCase() ?? '';
  return snapshot.catalog.companies.filter(
    (company) =>
      (wanted === null || wanted.has(company.slug)) &&
      (inCountries === null || inCountries.has(company.country)) &&
      (members === null || members.has(company.id)) &&
      (text === '' || namesOf(company).some((name) => name.toLowerCase().includes(text))),
  );
}

/** A list that somebody sends may be as long as there are companies. */
function setOf(list: readonly string[] | null | undefined): ReadonlySet<string> | null {
  return list == null ? null : new Set(list);
}

/** A misspelt name must not read as "there are no such figures". */
function refuseUnknown(
  argument: 'slugs' | 'companies',
  slugs: readonly string[] | null | undefined,
  snapshot: Snapshot,
): void {
  const unknown = slugs?.find((slug) => snapshot.company('slug', slug) === null);
  if (unknown === undefined) return;
  throw badUserInput(noSuchCompany(unknown, snapshot), { argument: `where.${argument}` });
}

function refuseMiswritten(countries: readonly string[] | null | undefined): void {
  const miswritten = countries?.find((country) => !/^[A-Z]{2}$/.test(country));
  if (miswritten === undefined) return;
  throw badUserInput(
    `${JSON.stringify(miswritten)} is no country code; write two capital letters of ISO 3166-1, e.g. CN.`,
    { argument: 'where.countries' },
  );
}

function membersOf(slug: string, snapshot: Snapshot): ReadonlySet<number> {
  const group = snapshot.group(slug);
  if (group) return new Set(group.members.map(({ id }) => id));
  throw badUserInput(noSuchGroup(slug, snapshot), { argument: 'where.group' });
}
