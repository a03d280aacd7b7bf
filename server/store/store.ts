import type { Database } from '../database/client.ts';
import { loadCatalog } from './catalog.ts';
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
export async function openStore(database: Database, options: StoreOptions): Promise<Store> {
  let refreshing = Promise.resolve();
  const watch = await watchVersions(database.pool, () => {
    refreshing = refreshing.then(refresh).catch(options.onError);
  });
  let snapshot = await openSnapshot(database, options);

  async function refresh(): Promise<void> {
    const { id } = await database.prisma.import.findFirstOrThrow({ orderBy: { id: 'desc' } });
    if (id !== snapshot.catalog.version) snapshot = await openSnapshot(database, options);
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
  { prisma, pool }: Database,
  { seriesBytes }: StoreOptions,
): Promise<Snapshot> {
  const catalog = await loadCatalog(prisma);
  const definitions = catalog.definitions.map(({ slug }) => slug);
  const places = new Map(definitions.map((slug, place) => [slug, place]));
  const read = (ids: readonly number[]) => readFacts(pool, ids, catalog.version, places);
  return new Snapshot(catalog, new SeriesCache(read, definitions, seriesBytes));
}
