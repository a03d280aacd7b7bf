import type { Pool } from 'pg';
import type { Database } from '../database/client.ts';
import type { Company, Definition } from '../generated/prisma/client.ts';
import { atMost } from './at-most.ts';
import { type Catalog, loadCatalog } from './catalog.ts';
import { FRESH_MS, KnownNewest } from './known-newest.ts';
import { Listener } from './listener.ts';
import { lookForNewest, replaces } from './newest-import.ts';
import { preload } from './preload.ts';
import { readFacts } from './read-facts.ts';
import { Routine } from './routine.ts';
import { SeriesCache } from './series-cache.ts';
import { Snapshot } from './snapshot.ts';

/** The dataset as this process serves it. */
export interface Store {
  /** The newest version that this process has seen; a request stays with the one that it began with. */
  readonly snapshot: Snapshot;
  /** When this was last known to be the newest that there is. */
  readonly checkedAt: Date;
  /** Stops looking for new versions. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** The memory that companies' series may take. */
  readonly seriesBytes: number;
  /** The memory that screens may take; left out, as much as is usual. */
  readonly screenBytes?: number;
  /** Whether to hear of imports, too, beside looking for them every second; left out, it does. */
  readonly listens?: boolean;
  /** Every company's series is in memory, or as many as find room. */
  onLoaded?(companies: number): void;
  /** Imports are not heard of, and why; they are found all the same, up to a second later. */
  onDeaf?(reason: string): void;
  /** The database is a standby that does not follow its primary, and why; said once, until it does again. */
  onBehind?(reason: string): void;
  onCaughtUp?(): void;
  /** A new version, or series ahead of requests, could not be read; what was there is still served. Said once for each reason. */
  onError(error: unknown): void;
}

/** How often the newest import is looked for. */
const LOOK_EVERY_MS = 1_000;

/**
 * Opens the newest version of the dataset, and follows it: an import is served as soon as this process hears of it, and
 * otherwise when it looks for it.
 */
export async function openStore(
  { pool }: Pick<Database, 'pool'>,
  options: StoreOptions,
): Promise<Store> {
  // Half of the connections: others have questions, too.
  const inLine = atMost(Math.max(1, (pool.options.max ?? 0) >> 1));
  const open = (before?: Snapshot) => openSnapshot(pool, options, inLine, before);
  let snapshot = await open();
  // An import is the newest when it is made.
  const known = new KnownNewest(
    snapshot.catalog.isStandby ? snapshot.catalog.importedAt : new Date(),
  );
  let isBehind = false;
  let isOpen = true;
  let trouble: string | undefined;
  const tell = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    if (isOpen && reason !== trouble) options.onError(error);
    trouble = reason;
  };

  const load = (newest: Snapshot) => {
    const isWanted = () => isOpen && snapshot === newest;
    return preload(newest, isWanted)
      .then((companies) => isWanted() && options.onLoaded?.(companies))
      .catch((error) => isWanted() && tell(error));
  };
  let loading = load(snapshot);

  const compare = (hindrance: string | undefined) => {
    const wasBehind = isBehind;
    isBehind = hindrance !== undefined && Date.now() - known.until.getTime() > FRESH_MS;
    if (isBehind && !wasBehind) options.onBehind?.(hindrance!);
    else if (wasBehind && !isBehind) options.onCaughtUp?.();
  };

  const look = async () => {
    const lookedAt = new Date();
    const found = await lookForNewest(pool);
    listener?.compare(found.importId);
    if (replaces(found, snapshot.catalog)) {
      const opened = await open(snapshot);
      // Another database may have answered, which is behind.
      if (!replaces(opened.catalog, snapshot.catalog)) return;
      snapshot = opened;
      loading = load(opened);
    }
    const lacksServed = found.importId < snapshot.catalog.importId;
    compare(lacksServed ? 'it lacks an import that is served' : known.see(found, lookedAt));
    trouble = undefined;
  };
  const looking = new Routine(() => look().catch(tell), LOOK_EVERY_MS);
  const listener =
    options.listens === false
      ? undefined
      : new Listener(pool, {
          onImport: () => looking.hurry(),
          onDeaf: (reason) => options.onDeaf?.(reason),
        });

  return {
    get snapshot() {
      return snapshot;
    },
    get checkedAt() {
      return known.until;
    },
    close: async () => {
      isOpen = false;
      await listener?.stop();
      await looking.stop();
      await loading;
    },
  };
}

async function openSnapshot(
  pool: Pool,
  { seriesBytes, screenBytes }: StoreOptions,
  inLine: ReturnType<typeof atMost>,
  before?: Snapshot,
): Promise<Snapshot> {
  const { catalog, since } = await loadCatalog(pool, before?.catalog);
  const definitions = catalog.definitions.map(({ slug }) => slug);
  const read = (ids: readonly number[]) =>
    inLine(() => readFacts(pool, ids, catalog.importId, definitions, catalog.forms));
  const series = new SeriesCache(read, { ...catalog, definitions }, seriesBytes);
  const snapshot = new Snapshot(catalog, series, screenBytes);
  if (before && since && startsWith(definitions, before.catalog.definitions)) {
    const changed = [...since.companies, ...companiesOtherThan(before.catalog, catalog)];
    snapshot.takeOver(before, new Set(changed));
  }
  return snapshot;
}

/** Whether the definitions that decided between facts before still do, in the same order. */
function startsWith(definitions: readonly string[], before: readonly Definition[]): boolean {
  return before.every(({ slug }, place) => definitions[place] === slug);
}

/** The ids of the companies of which two versions know something else beside the facts, e.g. their names. */
function companiesOtherThan(before: Catalog, after: Catalog): number[] {
  const { companies, nonDisclosures } = before;
  if (companies === after.companies && nonDisclosures === after.nonDisclosures) return [];
  const told = ({ nonDisclosures }: Catalog, company: Company) =>
    JSON.stringify([company, nonDisclosures.get(company.id)]);
  const known = new Map(before.companies.map((company) => [company.id, told(before, company)]));
  return after.companies
    .filter((company) => known.get(company.id) !== told(after, company))
    .map(({ id }) => id);
}
