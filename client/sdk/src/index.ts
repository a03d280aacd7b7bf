export { type Client, createClient } from './client.ts';
export { type CallArguments, type CoreClient, createCoreClient } from './core-client.ts';
export * from './documents.ts';
export * from './errors.ts';
export type { CallOptions, ClientOptions, Fetch, HeadersInit, RetryOptions } from './options.ts';
export type { ConnectionPage } from './paginate.ts';
export type { Fraction, Points } from './units.ts';
