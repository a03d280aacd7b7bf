import type { CoreClient } from '../core-client.ts';
import type { CallOptions } from '../options.ts';
import * as operations from './operations.ts';

/** What a method needs of a client. */
type Requests = Pick<CoreClient, 'request'>;

/**
 * Facts in the order in which the dataset got them, a page of them, from the one after the cursor
 * `after` on: keep the last `endCursor`, and ask again for what came since. `supersedes` is the fact
 * whose place one took. Of every company unless one is given by its slug.
 *
 * @example
 * const { nodes, pageInfo } = await changes(client, { company: 'alibaba', first: 50 });
 */
export function changes(
  client: Requests,
  variables?: operations.ChangesQueryVariables,
  options?: CallOptions,
): Promise<operations.ChangesQuery['changes']> {
  return client
    .request(operations.ChangesDocument, variables, options)
    .then((data) => data.changes);
}

/**
 * Published statements, each worked out again from the filings: as known when it was published
 * (`computed`) and with everything known today, in every reading that the source's words leave open.
 * The figures are in `unit`; `query` is a document that is the working, runnable as it stands. The newest
 * first; `search` is a text in the statement or in the title or the publisher of its document.
 *
 * @example
 * const statements = await claims(client);
 * const contradicted = statements.filter(({ verdict }) => verdict === 'CONTRADICTED');
 * const working = await client.request(statements[0]!.query);
 */
export function claims(
  client: Requests,
  variables?: operations.ClaimsQueryVariables,
  options?: CallOptions,
): Promise<operations.ClaimsQuery['claims']> {
  return client
    .request(operations.ClaimsDocument, variables, options)
    .then((data) => data.claims);
}

/**
 * Companies, by name unless `orderBy` says otherwise; one page of them, 100 unless `first` says less,
 * see `paginate` for all.
 *
 * @example
 * const { totalCount, nodes } = await companies(client, { where: { countries: ['CN'] } });
 */
export function companies(
  client: Requests,
  variables?: operations.CompaniesQueryVariables,
  options?: CallOptions,
): Promise<operations.CompaniesQuery['companies']> {
  return client
    .request(operations.CompaniesDocument, variables, options)
    .then((data) => data.companies);
}

/**
 * A company and its quarters, oldest first: revenue, cloud revenue, capital expenditures and cash
 * flows in whole units of `currency` (the reporting currency unless given), growth and ratios as
 * fractions; as known on the day `asOf`. Null when there is no such company.
 *
 * @example
 * const company = await companyQuarters(client, {
 *   company: { ticker: 'BABA' },
 *   from: '2024Q1',
 *   currency: 'USD',
 * });
 */
export function companyQuarters(
  client: Requests,
  variables: operations.CompanyQuartersQueryVariables,
  options?: CallOptions,
): Promise<operations.CompanyQuartersQuery['company']> {
  return client
    .request(operations.CompanyQuartersDocument, variables, options)
    .then((data) => data.company);
}

/**
 * A company and its years, oldest first, fiscal unless `by` says calendar: figures of the whole year
 * in whole units of `currency` (the reporting currency unless given), growth and ratios as fractions,
 * missing in a year that is not over. `freeCashFlow` is operating cash flow less capital
 * expenditures, negative when more was spent than came in. Null when there is no such company.
 *
 * @example
 * const company = await companyYears(client, { company: { ticker: 'MSFT' }, last: 3 });
 */
export function companyYears(
  client: Requests,
  variables: operations.CompanyYearsQueryVariables,
  options?: CallOptions,
): Promise<operations.CompanyYearsQuery['company']> {
  return client
    .request(operations.CompanyYearsDocument, variables, options)
    .then((data) => data.company);
}

/**
 * Two groups side by side, quarter by quarter, in one currency (USD unless given). `capexMultiple`
 * is the baseline's capital expenditures over the challenger's, both of twelve months; `growthLead`
 * is the challenger's growth over the year less the baseline's, as a fraction and in percentage points;
 * `outgrowthRuns` are the runs of quarters in which the challenger grew faster. Each group is one of the
 * dataset, or one of any companies. An unknown group is an error with the code NOT_FOUND. `quarters` are all
 * unless `last` or `from` is given; each costs what the figures of all members do, and all at once are too many of
 * large groups.
 *
 * @example
 * const { outgrowthRuns, latest } = await comparison(client, {
 *   baseline: { slug: 'us-hyperscalers' },
 *   challenger: { slug: 'china-hyperscalers' },
 *   from: '2024Q1',
 * });
 */
export function comparison(
  client: Requests,
  variables: operations.ComparisonQueryVariables,
  options?: CallOptions,
): Promise<operations.ComparisonQuery['comparison']> {
  return client
    .request(operations.ComparisonDocument, variables, options)
    .then((data) => data.comparison);
}

/**
 * What the figures cover, an entry for each company and concept: from which quarter to which, what
 * lacks between them and why (`gaps`), what the figures mean, the newest meaning first, and the day of
 * the newest document that one was taken from. Of all companies unless a group is given by its slug;
 * one that there is not is an error with the code NOT_FOUND.
 *
 * @example
 * const entries = await coverage(client, { group: 'china-hyperscalers' });
 * const incomplete = entries.filter(({ gaps }) => gaps.length > 0);
 */
export function coverage(
  client: Requests,
  variables?: operations.CoverageQueryVariables,
  options?: CallOptions,
): Promise<operations.CoverageQuery['coverage']> {
  return client
    .request(operations.CoverageDocument, variables, options)
    .then((data) => data.coverage);
}

/**
 * What the dataset holds; two answers of one `version` agree with each other. `citation` is how to cite
 * this version, in a sentence.
 *
 * @example
 * const { version, from, to } = await dataset(client);
 */
export function dataset(
  client: Requests,
  variables?: operations.DatasetQueryVariables,
  options?: CallOptions,
): Promise<operations.DatasetQuery['dataset']> {
  return client
    .request(operations.DatasetDocument, variables, options)
    .then((data) => data.dataset);
}

/**
 * What each concept, measure, rule, reason, verdict and definition means: its formula, its unit, and
 * where it stands in the schema, e.g. `Figures.capexToRevenue`. Of all unless `search`, a text in the
 * name or the definition, is given.
 *
 * @example
 * const entries = await glossary(client);
 * const formulas = new Map(entries.map(({ name, formula }) => [name, formula]));
 */
export function glossary(
  client: Requests,
  variables?: operations.GlossaryQueryVariables,
  options?: CallOptions,
): Promise<operations.GlossaryQuery['glossary']> {
  return client
    .request(operations.GlossaryDocument, variables, options)
    .then((data) => data.glossary);
}

/**
 * A group, of the dataset or of any companies, and its quarters, oldest first: sums over the members
 * that publish a concept, in whole units of `currency` (USD unless given). A sum is null while one of
 * those members lacks it, and `missing` names it; `excluded` names the members that are known not to
 * publish it, which the sum leaves out. Null when there is no group with such a slug.
 *
 * @example
 * const group = await groupQuarters(client, {
 *   group: { companies: [{ slug: 'alibaba' }, { ticker: 'BIDU' }] },
 *   last: 8,
 * });
 */
export function groupQuarters(
  client: Requests,
  variables: operations.GroupQuartersQueryVariables,
  options?: CallOptions,
): Promise<operations.GroupQuartersQuery['group']> {
  return client
    .request(operations.GroupQuartersDocument, variables, options)
    .then((data) => data.group);
}

/**
 * Every group, with the companies in it.
 *
 * @example
 * const all = await groups(client);
 * const chinese = all.find(({ slug }) => slug === 'china-cloud')?.members;
 */
export function groups(
  client: Requests,
  variables?: operations.GroupsQueryVariables,
  options?: CallOptions,
): Promise<operations.GroupsQuery['groups']> {
  return client
    .request(operations.GroupsDocument, variables, options)
    .then((data) => data.groups);
}

/**
 * What a company said that it would spend, newest statement first, and what came of it: `low` and
 * `high` in whole units of `currency`, `outcome` the amount of that period on the basis nearest to it,
 * whose `explanation` says which. As known on the day `asOf`. Null when there is no such company.
 *
 * @example
 * const company = await guidance(client, { company: { slug: 'meta' } });
 * const [newest] = company?.guidance ?? [];
 */
export function guidance(
  client: Requests,
  variables: operations.GuidanceQueryVariables,
  options?: CallOptions,
): Promise<operations.GuidanceQuery['company']> {
  return client
    .request(operations.GuidanceDocument, variables, options)
    .then((data) => data.company);
}

/**
 * The facts of one quarter, and of longer periods that end with it, with the documents that printed
 * them: amounts in whole units of the currency that was printed, each with the day on which it became
 * public and, where it was noted, its place in the document. Of every concept unless one is given;
 * `definition` says what the concept means in the fact's series. Null when there is no
 * such company; its `quarter` is null when that is not known.
 *
 * @example
 * const company = await quarterSources(client, {
 *   company: { slug: 'alibaba' },
 *   calendarQuarter: '2025Q2',
 *   concept: 'CAPEX',
 * });
 */
export function quarterSources(
  client: Requests,
  variables: operations.QuarterSourcesQueryVariables,
  options?: CallOptions,
): Promise<operations.QuarterSourcesQuery['company']> {
  return client
    .request(operations.QuarterSourcesDocument, variables, options)
    .then((data) => data.company);
}

/**
 * Quarters across companies that meet conditions on any figure, ordered by any figure; one page of
 * them, as many as `first` says, from the one after the cursor `after` on. Ratios and growth in conditions are
 * fractions, amounts are whole units of `currency` (each company's reporting currency unless given).
 *
 * @example
 * const { totalCount, nodes } = await screen(client, {
 *   where: { from: '2025Q1', capexToRevenue: { gt: 0.333 } },
 *   orderBy: { field: 'CAPEX_TO_REVENUE' },
 *   currency: 'USD',
 * });
 */
export function screen(
  client: Requests,
  variables?: operations.ScreenQueryVariables,
  options?: CallOptions,
): Promise<operations.ScreenQuery['quarters']> {
  return client
    .request(operations.ScreenDocument, variables, options)
    .then((data) => data.quarters);
}

/**
 * A table for a chart: companies and groups, and what is shown of each, over the same periods, which
 * are quarters unless `by` says otherwise. `values` has a number for each period, in `unit`: money in
 * whole units of `currency`, or fractions, or an index that is 100 in a quarter. Where one is null,
 * `missing` of the measure in the same place says why. `csv` is the path on the server
 * where the same table is as CSV.
 *
 * @example
 * const { periods, series } = await series(client, {
 *   subjects: [{ company: { slug: 'alibaba' } }, { group: { slug: 'us-hyperscalers' } }],
 *   measures: [{ item: 'CAPEX' }, { item: 'CAPEX', over: 'REVENUE' }],
 *   from: '2024Q1',
 *   currency: 'USD',
 * });
 */
export function series(
  client: Requests,
  variables: operations.SeriesQueryVariables,
  options?: CallOptions,
): Promise<operations.SeriesQuery['series']> {
  return client
    .request(operations.SeriesDocument, variables, options)
    .then((data) => data.series);
}
