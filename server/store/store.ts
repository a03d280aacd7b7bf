import type { Pool } from 'pg';
import type { Database } from '../database/client.ts';
import type { Definition } from '../generated/prisma/client.ts';
import { loadCatalog, newestVersion } from './catalog.ts';
import { readFacts } from './read-facts.ts';
import { SeriesCache } from './series-cache.ts';
import { Snapshot } from './snapshot.ts';
import { watchVersions } from './watch-versions.ts';

/** The dataset as this process serves it. */
export interface Store {
  /** The newest version that this process has seen; a request keeps the one that it began with. */
  readonly snapshot: Snapshot;
  /** Stops watching for new versions. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The memory that companies' series may take. */
  readonly seriesBytes: number;
  /** A new version could not be read; the one before is still served. */
  onError(error: unknown): void;
}

/** Opens the newest version of the dataset, and follows it: an import is served as soon as it is committed. */
export async function openStore(
  database: Pick<Database, 'pool'>,
  options: StoreOptions,
): Promise<Store> {
  let refreshing = Promise.resolve();
  const watch = await watchVersions(database.pool, () => {
    refreshing = refreshing.then(refresh).catch(options.onError);
  });
  let snapshot = await openSnapshot(database, options);

  async function refresh(): Promise<void> {
    const version = await newestVersion(database.pool);
    if (version !== snapshot.catalog.version)
      snapshot = await openSnapshot(database, options, snapshot);
  }

  return {
    get snapshot() {
      return snapshot;
    },
    close: async () => {
      await watch.stop();
      await refreshing;
    },
  };
}

async function openSnapshot(
  { pool }: Pick<Database, 'pool'>,
  { seriesBytes }: StoreOptions,
  before?: Snapshot,
): Promise<Snapshot> {
  const catalog = await loadCatalog(pool);
  const definitions = catalog.definitions.map(({ slug }) => slug);
  const places = new Map(definitions.map((slug, place) => [slug, place]));
  const read = (ids: readonly number[]) => readFacts(pool, ids, catalog.version, places);
  const series = new SeriesCache(read, definitions, seriesBytes);
  if (before && startsWith(definitions, before.catalog.definitions)) {
    const changed = await companiesWithNewFacts(pool, before.catalog.version, catalog.version);
    series.takeOver(before.series, changed);
  }
  return new Snapshot(catalog, series);
}

/** Whether the definitions that decided between facts before still do, in the same order. */
function startsWith(definitions: readonly string[], before: readonly Definition[]): boolean {
  return before.every(({ slug }, place) => definitions[place] === slug);
}

/** The ids of the companies whose facts two versions do not share. */
async function companiesWithNewFacts(
  pool: Pool,
  before: number,
  version: number,
): Promise<Set<number>> {
  const { rows } = await pool.query<{ id: number }>(
    'select distinct company_id as id from fact where import_id > $1 and import_id <= $2',
    [before, version],
  );
  return new Set(rows.map(({ id }) => id));
}
