import { FRESH_MS } from '../store/known-newest.ts';
import type { Store } from '../store/store.ts';

/**
 * The header that says when the figures were last known to be the newest: it is there while they may not be, because the
 * database does not answer, or is behind.
 */
export const CHECKED = 'x-dataset-checked';

/** When the figures were last known to be the newest, where they may not be any more. */
export function outdatedSince(
  { checkedAt }: Pick<Store, 'checkedAt'>,
  lostAt: Date | undefined,
): Date | undefined {
  return lostAt || Date.now() - checkedAt.getTime() > FRESH_MS ? checkedAt : undefined;
}

/** What `/health/ready` says, and what it was found by. */
export interface Readiness {
  /** `degraded` is ready, too: figures are answered from memory; there may be newer ones, or documents that cannot be read. */
  readonly status: 'ready' | 'degraded' | 'stopping';
  /** The version that is served, when it was imported, and when it was last known to be the newest. */
  readonly dataset: {
    readonly version: string;
    readonly sequence: number;
    readonly importedAt: string;
    readonly checkedAt: string;
  };
  /** Whether the database answers; it is asked every second, and whenever a request waits for it for one. */
  readonly database: { readonly answers: boolean; readonly answeredAt?: string };
}

/** What a server can do at the moment. A database that is away from all servers leaves them all ready. */
export function readiness(store: Store, lostAt: Date | undefined, isStopping: boolean): Readiness {
  const { version, sequence, importedAt } = store.snapshot.catalog;
  const isOutdated = outdatedSince(store, lostAt) !== undefined;
  return {
    status: isStopping ? 'stopping' : isOutdated ? 'degraded' : 'ready',
    dataset: {
      version,
      sequence,
      importedAt: importedAt.toISOString(),
      checkedAt: store.checkedAt.toISOString(),
    },
    database: lostAt ? { answers: false, answeredAt: lostAt.toISOString() } : { answers: true },
  };
}
