import { codeOf } from './errors.ts';

/** The database does not answer; nothing is wrong with the question. */
export class DatabaseOutage extends Error {
  override readonly name = 'DatabaseOutage';
}

/** What is wrong with a database that could not answer, when it is known: it is not there, or takes too long. */
export type DatabaseFault = 'UNAVAILABLE' | 'TIMEOUT';

/**
 * PostgreSQL's codes (https://www.postgresql.org/docs/current/errcodes-appendix.html): no connection, no resources,
 * shutting down, a system error; a standby that lags.
 */
const UNAVAILABLE = /^(08|53|57P|58|XX001|40001|25006)/;
/** Too long on the way, or for a lock. */
const TIMEOUT = /^(57014|55P03)$/;

const PRISMA_UNAVAILABLE = new Set(['P1001', 'P1002', 'P1008', 'P1011', 'P1017', 'P2024', 'P2037']);
const SYSTEM = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOTFOUND|EMFILE|ENFILE)/;

/** What `pg` says without a code. */
const MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** Which known fault of the database an error comes from, however it is wrapped; undefined for any other error. */
export function databaseFaultOf(error: unknown): DatabaseFault | undefined {
  for (let depth = 0, each = error; each instanceof Error && depth < 6; depth++) {
    const fault = ownFault(each);
    if (fault) return fault;
    each = causeOf(each);
  }
  return undefined;
}

function ownFault(error: Error): DatabaseFault | undefined {
  if (error instanceof DatabaseOutage) return 'UNAVAILABLE';
  const code = codeOf(error) ?? '';
  if (TIMEOUT.test(code) || error.message === 'Query read timeout') return 'TIMEOUT';
  const isGone =
    UNAVAILABLE.test(code) ||
    SYSTEM.test(code) ||
    PRISMA_UNAVAILABLE.has(code) ||
    MESSAGE.test(error.message);
  return isGone ? 'UNAVAILABLE' : undefined;
}

/** GraphQL's, Prisma's and the driver's errors each hide the one that they come from in a place of their own. */
function causeOf(error: Error): unknown {
  const { originalError, meta, cause } = error as {
    originalError?: unknown;
    meta?: { driverAdapterError?: unknown };
    cause?: unknown;
  };
  const inner = originalError ?? meta?.driverAdapterError ?? cause;
  if (inner instanceof Error || !inner) return inner;
  // The driver adapter's cause is a plain object.
  const { originalCode, originalMessage, kind } = inner as Record<string, unknown>;
  const text = String(originalMessage ?? kind ?? '');
  const code = KINDS[String(kind)] ?? originalCode;
  return Object.assign(new Error(text), { code });
}

const KINDS: Readonly<Record<string, string>> = {
  DatabaseNotReachable: 'P1001',
  ConnectionClosed: 'P1017',
  SocketTimeout: 'P1008',
  TooManyConnections: 'P2037',
};
