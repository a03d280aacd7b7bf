import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { databaseFaultOf } from '../database/outage.ts';
import type { Snapshot } from './snapshot.ts';

/** Companies that are read before requests get their turn. */
const BATCH = 20;

const RETRY_MS = 500;

/**
 * Reads every company's series into memory, as far as they find room, while requests are answered, which
 * then need not wait for them. Gives how many are in memory; ends early when nobody wants them any more. While the database
 * does not answer, it waits for it.
 */
export async function preload(
  { catalog, series }: Snapshot,
  isWanted: () => boolean,
): Promise<number> {
  const companies = catalog.companies.filter((company) => !series.has(company));
  for (let start = 0; start < companies.length && isWanted() && series.hasRoom; start += BATCH) {
    const batch = companies.slice(start, start + BATCH);
    try {
      await Promise.all(batch.map((company) => series.get(company)));
      await setImmediate();
    } catch (error) {
      if (!databaseFaultOf(error)) throw error;
      start -= BATCH;
      await sleep(RETRY_MS);
    }
  }
  return series.size;
}
