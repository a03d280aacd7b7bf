import type { Company } from '../generated/prisma/client.ts';
import type { CompanyKey } from '../store/company-index.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { builder } from './builder.ts';
import { badUserInput } from './errors.ts';
import { noSuchCompany } from './nearest.ts';
import { readId } from './node.ts';

export const CompanyBy = builder.inputType('CompanyBy', {
  description: 'Names one company, in exactly one way.',
  isOneOf: true,
  fields: (t) => ({
    id: t.id({ description: 'Global id.' }),
    slug: t.string({ description: 'E.g. alibaba.' }),
    ticker: t.string({
      description:
        'Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too.',
    }),
    cik: t.string({
      description: "The SEC's central index key, with its leading zeros or without.",
    }),
  }),
});

type By = typeof CompanyBy.$inferInput;

/** The company that an argument names; null when there is none. */
export function findCompany(by: By, argument: string, snapshot: Snapshot): Company | null {
  const [key, value] = givenIn(by);
  if (key !== 'id') return snapshot.company(key, value);
  const { typename, key: slug } = readId(value, `${argument}.id`);
  return typename === 'Company' ? snapshot.company('slug', slug) : null;
}

/** The same; throws BAD_USER_INPUT, with the nearest names, when there is none. */
export function requireCompany(by: By, argument: string, snapshot: Snapshot): Company {
  const company = findCompany(by, argument, snapshot);
  if (company) return company;
  const [, value] = givenIn(by);
  throw badUserInput(noSuchCompany(value, snapshot), { argument });
}

/** The one key that is given; GraphQL.js sees to that. */
function givenIn(by: By): [key: CompanyKey | 'id', value: string] {
  return Object.entries(by).find(([, value]) => value != null) as [CompanyKey | 'id', string];
}
