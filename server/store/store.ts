import type { Pool } from 'pg';
import type { Database } from '../database/client.ts';
import type { Company, Definition } from '../generated/prisma/client.ts';
import { type Catalog, loadCatalog, newestImport } from './catalog.ts';
import { preload } from './preload.ts';
import { readFacts } from './read-facts.ts';
import { SeriesCache } from './series-cache.ts';
import { Snapshot } from './snapshot.ts';
import { watchVersions } from './watch-versions.ts';

/** The dataset as this process serves it. */
export interface Store {
  /** The newest version that this process has seen; a request stays with the one that it began with. */
  readonly snapshot: Snapshot;
  /** Stops watching for new versions. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The memory that companies' series may take. */
  readonly seriesBytes: number;
  /** Every company's series is in memory, or as many as find room. */
  onLoaded?(companies: number): void;
  /** A new version, or series ahead of requests, could not be read; what was there is still served. */
  onError(error: unknown): void;
}

/** How long after a version that could not be read it is tried again. */
const RETRY_MS = 1_000;

/** Opens the newest version of the dataset, and follows it: an import is served as soon as it is committed. */
export async function openStore(
  database: Pick<Database, 'pool'>,
  options: StoreOptions,
): Promise<Store> {
  let snapshot: Snapshot | undefined;
  let refreshing = Promise.resolve();
  let loading: Promise<unknown> = refreshing;
  let isOpen = true;

  async function refresh(): Promise<void> {
    const importId = await newestImport(database.pool);
    if (importId === snapshot?.catalog.importId) return;
    const newest = await openSnapshot(database, options, snapshot);
    snapshot = newest;
    const isWanted = () => isOpen && snapshot === newest;
    loading = preload(newest, isWanted)
      .then((companies) => isWanted() && options.onLoaded?.(companies))
      .catch((error) => isWanted() && options.onError(error));
  }

  const catchUp = () => {
    refreshing = refreshing.then(refresh).catch((error) => {
      options.onError(error);
      // Nobody will tell of this version again.
      setTimeout(() => isOpen && catchUp(), RETRY_MS).unref();
    });
  };
  const watch = await watchVersions(database.pool, catchUp);
  const close = async () => {
    isOpen = false;
    await watch.stop();
    await refreshing;
    await loading;
  };
  const opening = refreshing.then(refresh);
  refreshing = opening.catch(() => {});
  try {
    await opening;
  } catch (error) {
    await close();
    throw error;
  }

  return {
    get snapshot() {
      return snapshot!;
    },
    close,
  };
}

async function openSnapshot(
  { pool }: Pick<Database, 'pool'>,
  { seriesBytes }: StoreOptions,
  before?: Snapshot,
): Promise<Snapshot> {
  const catalog = await loadCatalog(pool);
  const definitions = catalog.definitions.map(({ slug }) => slug);
  const read = (ids: readonly number[]) =>
    readFacts(pool, ids, catalog.importId, definitions, catalog.forms);
  const series = new SeriesCache(read, { ...catalog, definitions }, seriesBytes);
  if (before && startsWith(definitions, before.catalog.definitions)) {
    const changed = await companiesWithNewFacts(pool, before.catalog.importId, catalog.importId);
    for (const id of companiesOtherThan(before.catalog, catalog)) changed.add(id);
    series.takeOver(before.series, changed);
  }
  return new Snapshot(catalog, series);
}

/** Whether the definitions that decided between facts before still do, in the same order. */
function startsWith(definitions: readonly string[], before: readonly Definition[]): boolean {
  return before.every(({ slug }, place) => definitions[place] === slug);
}

/** The ids of the companies of which two versions know something else beside the facts, e.g. their names. */
function companiesOtherThan(before: Catalog, after: Catalog): number[] {
  const told = ({ nonDisclosures }: Catalog, company: Company) =>
    JSON.stringify([company, nonDisclosures.get(company.id)]);
  const known = new Map(before.companies.map((company) => [company.id, told(before, company)]));
  return after.companies
    .filter((company) => known.get(company.id) !== told(after, company))
    .map(({ id }) => id);
}

/** The ids of the companies whose facts two versions do not share. */
async function companiesWithNewFacts(
  pool: Pool,
  before: number,
  importId: number,
): Promise<Set<number>> {
  const { rows } = await pool.query<{ id: number }>(
    'select distinct company_id as id from fact where import_id > $1 and import_id <= $2',
    [before, importId],
  );
  return new Set(rows.map(({ id }) => id));
}
