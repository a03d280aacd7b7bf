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
  /** Whether it is connected to that one. */
  readonly isConnected: boolean;
  /** How far in that one's log it has received, and how far it has replayed; 0 where it follows none. */
  readonly received: number;
  readonly replayed: number;
  /** When it last heard from that one; null where this role may not see it. */
  readonly heardAt: Date | null;
  /** When that one committed what was replayed last. */
  readonly replayedAt: Date | null;
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
    receiver.is_connected is not null as "isConnected", receiver.last_msg_receipt_time as "heardAt",
    coalesce((pg_last_wal_receive_lsn() - '0/0')::float8, 0) as received,
    coalesce((pg_last_wal_replay_lsn() - '0/0')::float8, 0) as replayed,
    pg_last_xact_replay_timestamp() as "replayedAt"
  from (values (1)) one left join (select id, version from import order by id desc limit 1) newest on true
  left join (select true as is_connected, last_msg_receipt_time from pg_stat_wal_receiver) receiver on true`;

type Served = Pick<Catalog, 'importId' | 'version'>;
type Found = Pick<NewestImport, 'importId' | 'version' | 'isStandby'>;

/**
 * Whether what a database has is to be served in place of what is: what is newer, and what is older only where it has become
 * the truth, because a standby without the newest import has taken over. A standby that lags says nothing new.
 */
export function replaces(found: Found, served: Served): boolean {
  if (found.importId !== served.importId) {
    return found.importId > served.importId || !found.isStandby;
  }
  // Numbers of imports may come again after a failover.
  return found.version !== null && found.version !== served.version;
}
