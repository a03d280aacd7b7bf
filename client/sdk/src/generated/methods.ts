import type { CoreClient } from '../core-client.ts';
import type { CallOptions } from '../options.ts';
import * as operations from './operations.ts';

/** The methods for the common questions. */
export interface Methods {
  /**
   * Published statements, each worked out again from the filings: as known when it was published
   * (`computed`) and with everything known today, in every reading that the source's words leave open.
   * The figures are in `unit`; `query` is a document that is the working, runnable as it stands.
   *
   * @example
   * const claims = await client.claims();
   * const contradicted = claims.filter(({ verdict }) => verdict === 'CONTRADICTED');
   * const working = await client.request(claims[0]!.query);
   */
  claims(
    variables?: operations.ClaimsQueryVariables,
    options?: CallOptions,
  ): Promise<operations.ClaimsQuery['claims']>;

  /**
   * Companies, by name unless `orderBy` says otherwise; one page of them, 100 unless `first` says less,
   * see `paginate` for all.
   *
   * @example
   * const { totalCount, nodes } = await client.companies({ where: { countries: ['CN'] } });
   */
  companies(
    variables?: operations.CompaniesQueryVariables,
    options?: CallOptions,
  ): Promise<operations.CompaniesQuery['companies']>;

  /**
   * A company and its quarters, oldest first: revenue, cloud revenue and capital expenditures in whole
   * units of `currency` (the reporting currency unless given), growth and ratios as fractions; as known
   * on the day `asOf`. Null when there is no such company.
   *
   * @example
   * const company = await client.companyQuarters({
   *   company: { ticker: 'BABA' },
   *   from: '2024Q1',
   *   currency: 'USD',
   * });
   */
  companyQuarters(
    variables: operations.CompanyQuartersQueryVariables,
    options?: CallOptions,
  ): Promise<operations.CompanyQuartersQuery['company']>;

  /**
   * Two groups side by side, quarter by quarter, in one currency (USD unless given). `capexMultiple`
   * is the baseline's capital expenditures over the challenger's, both of twelve months; `growthLead`
   * is the challenger's growth over the year less the baseline's, as a fraction and in points; `outgrowthRuns`
   * are the runs of quarters in which the challenger grew faster. Each group is one of the dataset, or one
   * of any companies. An unknown group is an error with the code NOT_FOUND.
   *
   * @example
   * const { outgrowthRuns, latest } = await client.comparison({
   *   baseline: { slug: 'us-hyperscalers' },
   *   challenger: { slug: 'china-hyperscalers' },
   *   from: '2024Q1',
   * });
   */
  comparison(
    variables: operations.ComparisonQueryVariables,
    options?: CallOptions,
  ): Promise<operations.ComparisonQuery['comparison']>;

  /**
   * What the dataset holds; two answers of one `version` agree with each other.
   *
   * @example
   * const { version, from, to } = await client.dataset();
   */
  dataset(
    variables?: operations.DatasetQueryVariables,
    options?: CallOptions,
  ): Promise<operations.DatasetQuery['dataset']>;

  /**
   * What each concept, measure, rule, reason, verdict and definition means: its formula, its unit, and
   * where it stands in the schema, e.g. `Figures.capexToRevenue`.
   *
   * @example
   * const glossary = await client.glossary();
   * const formulas = new Map(glossary.map(({ name, formula }) => [name, formula]));
   */
  glossary(
    variables?: operations.GlossaryQueryVariables,
    options?: CallOptions,
  ): Promise<operations.GlossaryQuery['glossary']>;

  /**
   * A group, of the dataset or of any companies, and its quarters, oldest first: sums over the members
   * that publish a concept, in whole units of `currency` (USD unless given). A sum is null while one of
   * those members lacks it, and `missing` names it. Null when there is no group with such a slug.
   *
   * @example
   * const group = await client.groupQuarters({
   *   group: { companies: [{ slug: 'alibaba' }, { ticker: 'BIDU' }] },
   *   last: 8,
   * });
   */
  groupQuarters(
    variables: operations.GroupQuartersQueryVariables,
    options?: CallOptions,
  ): Promise<operations.GroupQuartersQuery['group']>;

  /**
   * Every group, with the companies in it.
   *
   * @example
   * const groups = await client.groups();
   * const chinese = groups.find(({ slug }) => slug === 'china-cloud')?.members;
   */
  groups(
    variables?: operations.GroupsQueryVariables,
    options?: CallOptions,
  ): Promise<operations.GroupsQuery['groups']>;

  /**
   * The facts of one quarter with the documents that printed them: amounts in whole units of the
   * currency that was printed, each with the day on which it became public. Of every concept unless
   * one is given; `definition` says what the concept means in the fact's series. Null when there is no
   * such company; its `quarter` is null when that is not known.
   *
   * @example
   * const company = await client.quarterSources({
   *   company: { slug: 'alibaba' },
   *   calendarQuarter: '2025Q2',
   *   concept: 'CAPEX',
   * });
   */
  quarterSources(
    variables: operations.QuarterSourcesQueryVariables,
    options?: CallOptions,
  ): Promise<operations.QuarterSourcesQuery['company']>;

  /**
   * Quarters across companies that meet conditions on any figure, ordered by any figure; one page of
   * them, 100 unless `first` says less, see `paginate` for all. Ratios and growth in conditions are
   * fractions, amounts are whole units of `currency` (each company's reporting currency unless given).
   *
   * @example
   * const { totalCount, nodes } = await client.screen({
   *   where: { from: '2025Q1', capexToRevenue: { gt: 0.333 } },
   *   orderBy: { field: 'CAPEX_TO_REVENUE' },
   *   currency: 'USD',
   * });
   */
  screen(
    variables?: operations.ScreenQueryVariables,
    options?: CallOptions,
  ): Promise<operations.ScreenQuery['quarters']>;
}

/** The methods, with a client that sends their documents. */
export function createMethods({ request }: CoreClient): Methods {
  return {
    claims: async (variables, options) =>
      (await request(operations.ClaimsDocument, variables, options)).claims,
    companies: async (variables, options) =>
      (await request(operations.CompaniesDocument, variables, options)).companies,
    companyQuarters: async (variables, options) =>
      (await request(operations.CompanyQuartersDocument, variables, options)).company,
    comparison: async (variables, options) =>
      (await request(operations.ComparisonDocument, variables, options)).comparison,
    dataset: async (variables, options) =>
      (await request(operations.DatasetDocument, variables, options)).dataset,
    glossary: async (variables, options) =>
      (await request(operations.GlossaryDocument, variables, options)).glossary,
    groupQuarters: async (variables, options) =>
      (await request(operations.GroupQuartersDocument, variables, options)).group,
    groups: async (variables, options) =>
      (await request(operations.GroupsDocument, variables, options)).groups,
    quarterSources: async (variables, options) =>
      (await request(operations.QuarterSourcesDocument, variables, options)).company,
    screen: async (variables, options) =>
      (await request(operations.ScreenDocument, variables, options)).quarters,
  };
}
