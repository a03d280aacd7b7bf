import { aliasesOf } from '../store/company-index.ts';
import { builder } from './builder.ts';
import { Currency } from './enums.ts';
import { globalId, Node, nodeLoader } from './node.ts';

export const Company = builder.prismaObject('Company', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({
      description: 'Global id.',
      resolve: ({ slug }) => globalId('Company', slug),
    }),
    slug: t.exposeString('slug'),
    name: t.exposeString('name'),
    ticker: t.exposeString('ticker', { nullable: true }),
    aliases: t.stringList({
      description: 'Tickers of other listings, and names that the company is also known by.',
      resolve: aliasesOf,
    }),
    country: t.exposeString('country'),
    reportingCurrency: t.expose('reportingCurrency', { type: Currency }),
    fiscalYearEndMonth: t.exposeInt('fiscalYearEndMonth'),
    cik: t.exposeString('cik', { nullable: true }),
  }),
});

nodeLoader('Company', (slug, { snapshot }) => snapshot.company('slug', slug));
