import { setImmediate } from 'node:timers/promises';
import type { Snapshot } from './snapshot.ts';

/** Companies that are read before requests get their turn. */
const BATCH = 20;

/**
 * Reads every company's series into memory, as far as they find room, while requests are answered, which
 * then need not wait for them. Gives how many are in memory; ends early when nobody wants them any more.
 */
export async function preload(
  { catalog, series }: Snapshot,
  isWanted: () => boolean,
): Promise<number> {
  const { companies } = catalog;
  for (let start = 0; start < companies.length && isWanted() && series.hasRoom; start += BATCH) {
    const batch = companies.slice(start, start + BATCH).filter((company) => !series.has(company));
    await Promise.all(batch.map((company) => series.get(company)));
    await setImmediate();
  }
  return series.size;
}
