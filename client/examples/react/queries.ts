import { CompaniesDocument, type CompanyQuartersQuery, createClient } from '@capexgraph/client';
import { queryOptions } from '@tanstack/react-query';

const parameters = new URLSearchParams(location.search);
const client = createClient({ url: parameters.get('api') ?? 'http://127.0.0.1:4000/graphql' });

/** A company with its quarters. */
export type Company = NonNullable<CompanyQuartersQuery['company']>;

/** Every company, for the list to choose from. */
export const companies = queryOptions({
  queryKey: ['companies'],
  queryFn: ({ signal }) => client.request(CompaniesDocument, {}, { signal }),
});

/** The newest twelve quarters of a company, in US dollars. */
export const companyQuarters = (slug: string) =>
  queryOptions({
    queryKey: ['companyQuarters', slug],
    queryFn: ({ signal }) =>
      client.companyQuarters({ company: { slug }, last: 12, currency: 'USD' }, { signal }),
  });
