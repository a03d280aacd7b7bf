import { type CoreClient, createCoreClient } from './core-client.ts';
import { createMethods, type Methods } from './generated/bound-methods.ts';
import type { ClientOptions } from './options.ts';

/**
 * A core client with a method for each common question. Each sends the document of its name, e.g.
 * `companyQuarters` sends `CompanyQuartersDocument`, and gives the one field that it asks for.
 *
 * Amounts are in whole units of the currency, growth and ratios are fractions (0.57 is 57 %),
 * capital expenditures are positive when money is spent. Where a value is null, `missing` beside it
 * says which inputs it lacks and why. Every method throws a `CapexgraphError`.
 */
export interface Client extends CoreClient, Methods {}

/**
 * A client of the API at `url`. Nothing is sent until it is asked something.
 *
 * @example
 * const client = createClient({ url: 'http://127.0.0.1:4000/graphql' });
 */
export function createClient(options: ClientOptions): Client {
  const core = createCoreClient(options);
  return { ...core, ...createMethods(core) };
}
