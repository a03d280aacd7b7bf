import type { Snapshot } from '../store/snapshot.ts';

/**
 * The header that says until when the figures were known to be the newest: it is there while the database does not answer,
 * and they come from memory.
 */
export const CHECKED = 'x-dataset-checked';

/** What `/health/ready` says, and what it was found by. */
export interface Readiness {
  /** `degraded` is ready, too: figures are answered from memory, documents cannot be. */
  readonly status: 'ready' | 'degraded' | 'stopping';
  /** The version that is served, all of its figures from memory. */
  readonly dataset: { readonly version: string; readonly importedAt: string };
  /** Whether the database answers; it is asked every five seconds, and whenever a request waits for it for one. */
  readonly database: { readonly answers: boolean; readonly answeredAt?: string };
}

/** What a server can do at the moment. A database that is away from all servers leaves them all ready. */
export function readiness(
  { catalog }: Snapshot,
  lostAt: Date | undefined,
  isStopping: boolean,
): Readiness {
  return {
    status: isStopping ? 'stopping' : lostAt ? 'degraded' : 'ready',
    dataset: { version: String(catalog.version), importedAt: catalog.importedAt.toISOString() },
    database: lostAt ? { answers: false, answeredAt: lostAt.toISOString() } : { answers: true },
  };
}
