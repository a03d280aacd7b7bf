import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectOptions, Database } from './client.ts';
import { openEmbedded } from './embedded.ts';
import { DatabaseError } from './errors.ts';

/** By then the embedded PostgreSQL has been spawned, and starts in parallel. */
const STARTING_MS = 50;

/** Where the data is, and who wants to hear of it. */
export interface OpenOptions extends ConnectOptions {
  /** Any PostgreSQL; without it, an embedded one below `home`. */
  readonly url?: string | undefined;
  readonly home: string;
  onProgress(line: string): void;
}

/** Loads modules while the database starts, once loading them no longer delays it. */
export async function whileStarting<T>(
  { url }: Pick<OpenOptions, 'url'>,
  load: () => Promise<T>,
): Promise<T> {
  await sleep(url ? 0 : STARTING_MS);
  return load();
}

/** Opens the database, brought up to date. Closing it stops an embedded one that nobody else uses. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, home, onProgress } = options;
  const loading = whileStarting(options, () =>
    Promise.all([import('./client.ts'), import('./migrate.ts')]),
  );
  // A failure to load is thrown below, where the database that has been started can be closed.
  loading.catch(() => {});
  const embedded = url ? null : await openEmbedded(join(home, 'postgres'), { onProgress });
  const address = url ?? embedded!.url;
  try {
    const [{ connect }, { migrate }] = await loading;
    const { applied, schema, isStandby, connections } = await migrate(address);
    if (applied.length > 0) onProgress(`Migrations applied: ${applied.join(', ')}`);
    if (isStandby)
      onProgress('The database is a standby: it is read, and imports go to its primary');
    const poolSize = sizeOf(options.poolSize, connections, onProgress);
    const database = connect(address, { ...options, schema, poolSize });
    return {
      ...database,
      get lostAt() {
        return database.lostAt;
      },
      close: async () => {
        await database.close();
        await embedded?.close();
      },
    };
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

/** How many connections a server uses at most, where a database allows fewer than are wanted; a command needs one. */
function sizeOf(
  wanted: number | undefined,
  allowed: number | undefined,
  tell: (line: string) => void,
): number | undefined {
  if (wanted === undefined || allowed === undefined || allowed >= wanted) return wanted;
  if (allowed < 2) {
    throw new DatabaseError(
      'DATABASE_FORBIDDEN',
      `The database allows this role ${allowed} connection, and ${wanted} are wanted. Allow it more (alter role … connection limit 10), ` +
        'or set CAPEXGRAPH_POOL_SIZE=1 and CAPEXGRAPH_LISTEN=false.',
    );
  }
  tell(
    `The database allows ${allowed} connections, so that no more are used (CAPEXGRAPH_POOL_SIZE is ${wanted})`,
  );
  return allowed;
}
