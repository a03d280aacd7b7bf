import type { QueryConfig } from 'pg';

/**
 * A question that is given up when its answer takes too long, e.g. because nothing comes through any more on the connection.
 * The driver's own types leave its time limit out.
 */
export function withTimeout(text: string, milliseconds: number): QueryConfig {
  return { text, query_timeout: milliseconds } as QueryConfig;
}
