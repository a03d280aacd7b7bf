import { expect, test } from 'vitest';
import type { Company } from '../generated/prisma/client.ts';
import { CompanyIndex } from './company-index.ts';

/** A company with a name of every kind. */
function companyOf(id: number, ticker: string | null, aliases: string | null): Company {
  return {
    id,
    slug: `company-${id}`,
    name: `Company ${id}`,
    ticker,
    aliases,
    country: 'US',
    reportingCurrency: 'USD',
    fiscalYearEndMonth: 12,
    cik: null,
  };
}

test('a main ticker goes before the other name of another company', () => {
  const index = new CompanyIndex([companyOf(1, 'X', 'T; Tee'), companyOf(2, 'T', null)]);
  expect(index.find('ticker', 't')?.id).toBe(2);
  expect(index.find('ticker', 'TEE')?.id).toBe(1);
});

test('a name that companies share finds none of them', () => {
  const sharing = ['Cloud', 'cloud', 'CLOUD'].map((alias, place) => companyOf(place, null, alias));
  expect(new CompanyIndex(sharing).find('ticker', 'cloud')).toBeNull();
});

test('a slug is exact, and no ticker', () => {
  const index = new CompanyIndex([companyOf(1, 'X', null)]);
  expect(index.find('slug', 'Company-1')).toBeNull();
  expect(index.find('ticker', 'company-1')).toBeNull();
  expect(index.find('slug', 'company-1')?.id).toBe(1);
});
