import type { Database } from '../database/client.ts';
import { loadCatalog } from './catalog.ts';
import { readFacts } from './read-facts.ts';
import { SeriesCache } from './series-cache.ts';
import { Snapshot } from './snapshot.ts';

/** The dataset as this process serves it: the newest version that it has seen. */
export interface Store {
  readonly snapshot: Snapshot;
}

/** Opens the newest version of the dataset. `seriesBytes` bounds the memory that series may take. */
export async function openStore(
  { prisma, pool }: Database,
  { seriesBytes }: { seriesBytes: number },
): Promise<Store> {
  const catalog = await loadCatalog(prisma);
  const definitions = catalog.definitions.map(({ slug }) => slug);
  const places = new Map(definitions.map((slug, place) => [slug, place]));
  const read = (ids: readonly number[]) => readFacts(pool, ids, catalog.version, places);
  const series = new SeriesCache(read, definitions, seriesBytes);
  return { snapshot: new Snapshot(catalog, series) };
}
