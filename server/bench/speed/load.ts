import { createRequire } from 'node:module';
import { inProject } from '../../paths.ts';

/** What a server did under load. */
export interface Load {
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
  /** Requests that got no answer, or one that is no success. */
  readonly failed: number;
}

const CONNECTIONS = 10;

/** The bodies that a connection sends, one after the other; they are prepared before. */
const BODIES = 1_000;

/** Loads a server with POSTs from ten connections, each sending the next when it is answered. */
export async function load(url: string, body: () => string, seconds: number): Promise<Load> {
  const autocannon = createRequire(inProject('server/bench/peers/package.json'))('autocannon');
  const { requests, latency, non2xx, errors, timeouts } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    setupClient: (client: { setRequests(requests: object[]): void }) =>
      client.setRequests(Array.from({ length: BODIES }, () => ({ body: body() }))),
  });
  return {
    requestsPerSecond: requests.average,
    p99Ms: latency.p99,
    failed: non2xx + errors + timeouts,
  };
}
