import type { Company as CompanyRow } from '../generated/prisma/client.ts';
import { inPage } from './arguments.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { CompanyBy, findCompany } from './company-by.ts';
import { companiesWhere } from './company-filter.ts';
import { compareKeys, type Key, pageOf } from './connection.ts';
import { connectionType } from './connection-types.ts';
import { COMPANY_SORTED } from './cost-weights.ts';
import { OrderDirection } from './enums.ts';
import { times } from './selection-cost.ts';

const CompanyFilter = builder.inputType('CompanyFilter', {
  description: 'Keeps the companies that meet every condition given.',
  fields: (t) => ({
    slugs: t.stringList({
      description: 'One of these companies, by slug. A slug of none is refused.',
    }),
    countries: t.stringList({ description: 'In one of these countries, ISO 3166-1 alpha-2.' }),
    group: t.string({ description: 'In this group, by its slug; a slug of none is refused.' }),
    search: t.string({
      description:
        'With this text in the name, slug or ticker, or in another name or ticker, in capitals or not.',
    }),
  }),
});

const CompanyOrderField = builder.enumType('CompanyOrderField', {
  description: 'What companies can be ordered by.',
  values: {
    NAME: { description: 'The name.' },
    COUNTRY: { description: 'The country code, then the name.' },
    LATEST_CAPEX_USD: {
      description:
        'Capital expenditures (CASH) of the latest quarter that has them, in US dollars; companies without come last.',
    },
  } as const,
});

const CompanyOrder = builder.inputType('CompanyOrder', {
  description: 'An order of companies.',
  fields: (t) => ({
    field: t.field({ type: CompanyOrderField, required: true, description: 'What to order by.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'Which way.',
    }),
  }),
});

const CompanyConnection = connectionType<CompanyRow>(
  { connection: 'CompanyConnection', edge: 'CompanyEdge' },
  Company,
  'companies',
);

builder.queryFields((t) => ({
  company: t.field({
    type: Company,
    nullable: true,
    args: { by: t.arg({ type: CompanyBy, required: true, description: 'Which company.' }) },
    description: 'One company; null when there is none.',
    resolve: (_, { by }, { snapshot }) => findCompany(by, 'by', snapshot),
  }),
  companies: t.field({
    type: CompanyConnection,
    args: {
      ...inPage,
      where: t.arg({ type: CompanyFilter, description: 'Which companies. Default: all.' }),
      orderBy: t.arg({ type: CompanyOrder, description: 'Their order. Default: by name.' }),
    },
    description: 'Companies, by name unless `orderBy` says otherwise.',
    resolve: (_, { where, orderBy, ...asked }, { snapshot, budget }) => {
      const page = { ...asked, largest: budget.operation.page };
      const companies = companiesWhere(where ?? {}, snapshot, budget);
      budget.spend(times(COMPANY_SORTED, companies.length));
      const { field, direction } = orderBy ?? { field: 'NAME', direction: 'ASC' };
      const inOrder = (key: (company: CompanyRow) => Key) => {
        const compare = (a: Key, b: Key) => compareKeys(a, b, direction);
        const sorted = companies
          .map((company) => ({ company, key: key(company) }))
          .sort((a, b) => compare(a.key, b.key))
          .map(({ company }) => company);
        const order = { name: `${field} ${direction}`, key, compare };
        const { version } = snapshot.catalog;
        const isFixed = field !== 'LATEST_CAPEX_USD';
        return pageOf(sorted, isFixed ? order : { ...order, version }, page);
      };
      const name = (company: CompanyRow) => company.name.normalize('NFD').toLowerCase();
      if (field === 'NAME') return inOrder((company) => [name(company), company.slug]);
      if (field === 'COUNTRY') {
        return inOrder((company) => [company.country, name(company), company.slug]);
      }
      return snapshot
        .latestCapex()
        .then((capex) => inOrder(({ id, slug }) => [capex.get(id) ?? null, slug]));
    },
  }),
}));
