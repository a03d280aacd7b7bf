import type { Environment } from '../env.ts';
import { type OperationLimits, USUAL_OPERATION } from '../graphql/budget.ts';
import { type ConnectionBounds, USUAL_BOUNDS } from '../http/connections.ts';

/** What one client may ask for in a second, and how many connections it may have, where more than this machine is served. */
const RATE_PER_SECOND = 100;
const CONNECTIONS_PER_CLIENT = 500;

/** Whoever serves this machine alone need not be protected from it. */
function isLocal({ HOST }: Environment): boolean {
  return /^(localhost|127\..*|::1)$/.test(HOST);
}

export function ratePerSecond(environment: Environment): number {
  return environment.CAPEXGRAPH_RATE_LIMIT ?? (isLocal(environment) ? 0 : RATE_PER_SECOND);
}

export function operationLimits({
  CAPEXGRAPH_OPERATION_LIMITS: set,
}: Environment): OperationLimits {
  const { page = USUAL_OPERATION.page, seconds = USUAL_OPERATION.ms / 1_000 } = set ?? {};
  return { page, ms: seconds * 1_000 };
}

export function connectionBounds(environment: Environment): ConnectionBounds {
  const set = environment.CAPEXGRAPH_CONNECTION_LIMITS ?? {};
  const inMs = (seconds: number | undefined, usual: number) =>
    seconds === undefined ? usual : seconds * 1_000;
  return {
    connections: set.connections ?? USUAL_BOUNDS.connections,
    perClient: set.client ?? (isLocal(environment) ? 0 : CONNECTIONS_PER_CLIENT),
    pipelined: set.pipelined ?? USUAL_BOUNDS.pipelined,
    headersMs: inMs(set.header_seconds, USUAL_BOUNDS.headersMs),
    bodyMs: inMs(set.body_seconds, USUAL_BOUNDS.bodyMs),
    readingMs: inMs(set.reading_seconds, USUAL_BOUNDS.readingMs),
    unreadBytes:
      set.unread_mb === undefined ? USUAL_BOUNDS.unreadBytes : set.unread_mb * 1024 * 1024,
  };
}
