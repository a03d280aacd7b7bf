import { type CoreClient, createCoreClient } from './core-client.ts';
import * as documents from './generated/documents.ts';
import type { CallOptions, ClientOptions } from './options.ts';

/**
 * A core client with a method for each common question. Each sends the document of its name, e.g.
 * `companyQuarters` sends `CompanyQuartersDocument`, and gives the one field that it asks for.
 *
 * Amounts are in whole units of the currency, growth and ratios are fractions (0.57 is 57 %),
 * capital expenditures are positive when money is spent. Where a value is null, `missing` beside it
 * says which inputs it lacks and why. Every method throws a `CapexgraphError`.
 */
export interface Client extends CoreClient {
  /**
   * A company and its quarters, oldest first; null when there is no such company. In the company's
   * reporting currency unless `currency` says otherwise; as known on the day `asOf`.
   *
   * @example
   * const company = await client.companyQuarters({ company: { ticker: 'BABA' }, last: 8, currency: 'USD' });
   */
  companyQuarters(
    variables: documents.CompanyQuartersQueryVariables,
    options?: CallOptions,
  ): Promise<documents.CompanyQuartersQuery['company']>;

  /**
   * A group and its quarters, oldest first: sums over the members that disclose a concept, in US
   * dollars unless `currency` says otherwise; null when there is no such group.
   *
   * @example
   * const group = await client.groupQuarters({ group: 'china-hyperscalers', last: 4, currency: 'CNY' });
   */
  groupQuarters(
    variables: documents.GroupQuartersQueryVariables,
    options?: CallOptions,
  ): Promise<documents.GroupQuartersQuery['group']>;

  /**
   * Two groups side by side, quarter by quarter. `growthLead` is in percentage points, positive
   * when the challenger grew faster; `capexMultiple` is the baseline's capital expenditures over
   * the challenger's, both of twelve months. An unknown group is an error with the code NOT_FOUND.
   *
   * @example
   * const { outgrowthRuns, latest } = await client.comparison({
   *   baseline: 'us-hyperscalers',
   *   challenger: 'china-hyperscalers',
   * });
   */
  comparison(
    variables: documents.ComparisonQueryVariables,
    options?: CallOptions,
  ): Promise<documents.ComparisonQuery['comparison']>;

  /**
   * Published statements, worked out again from the filings. `published`, `computed` and
   * `computedToday` are in `unit`.
   *
   * @example
   * const claims = await client.claims();
   * const contradicted = claims.filter(({ verdict }) => verdict === 'CONTRADICTED');
   */
  claims(
    variables?: documents.ClaimsQueryVariables,
    options?: CallOptions,
  ): Promise<documents.ClaimsQuery['claims']>;

  /**
   * Quarters across companies that meet conditions on any figure; one page of them, see `paginate`
   * for all. Bounds of growth and ratios are fractions.
   *
   * @example
   * const { totalCount, nodes } = await client.screen({
   *   where: { from: '2025Q1', capexGrowthOverYear: { gt: 1 } },
   *   orderBy: { field: 'CAPEX' },
   *   currency: 'USD',
   * });
   */
  screen(
    variables?: documents.ScreenQueryVariables,
    options?: CallOptions,
  ): Promise<documents.ScreenQuery['quarters']>;
}

/**
 * A client of the API at `url`. Nothing is sent until it is asked something.
 *
 * @example
 * const client = createClient({ url: 'http://127.0.0.1:4000/graphql' });
 */
export function createClient(options: ClientOptions): Client {
  const core = createCoreClient(options);
  const { request } = core;
  return {
    ...core,
    companyQuarters: async (variables, call) =>
      (await request(documents.CompanyQuartersDocument, variables, call)).company,
    groupQuarters: async (variables, call) =>
      (await request(documents.GroupQuartersDocument, variables, call)).group,
    comparison: async (variables, call) =>
      (await request(documents.ComparisonDocument, variables, call)).comparison,
    claims: async (variables, call) =>
      (await request(documents.ClaimsDocument, variables, call)).claims,
    screen: async (variables, call) =>
      (await request(documents.ScreenDocument, variables, call)).quarters,
  };
}
