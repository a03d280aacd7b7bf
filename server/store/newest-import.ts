import type { Pool } from 'pg';
import { withTimeout } from '../database/timeout.ts';
import type { Catalog } from './catalog.ts';

/** What a database says of its newest import. */
export interface NewestImport {
  readonly importId: number;
  /** The version that it made; null where nobody has worked it out. */
  readonly version: string | null;
  /** Whether the database follows another one, which may be ahead of it. */
  readonly isStandby: boolean;
  /** Whether it hears from that one; true where it follows none. */
  readonly isConnected: boolean;
}

/** How long the answer may take: it is one row. */
const LOOK_MS = 3_000;

/** Asks a database for its newest import. */
export async function lookForNewest(pool: Pool): Promise<NewestImport> {
  const { rows } = await pool.query<NewestImport>(withTimeout(NEWEST, LOOK_MS));
  return rows[0]!;
}

const NEWEST = `
  select coalesce(id, 0) as "importId", version, pg_is_in_recovery() as "isStandby",
    not pg_is_in_recovery() or exists (select from pg_stat_wal_receiver) as "isConnected"
  from (values (1)) one left join (select id, version from import order by id desc limit 1) newest on true`;

type Served = Pick<Catalog, 'importId' | 'version'>;

/**
 * Whether what a database has is to be served in place of what is: what is newer, and what is older only where it has become
 * the truth, because a standby without the newest import has taken over. A standby that lags says nothing new.
 */
export function replaces(found: Omit<NewestImport, 'isConnected'>, served: Served): boolean {
  if (found.importId !== served.importId) {
    return found.importId > served.importId || !found.isStandby;
  }
  // Numbers of imports may come again after a failover.
  return found.version !== null && found.version !== served.version;
}
