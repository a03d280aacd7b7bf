import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { FactRecord } from '../domain/fact-columns.ts';
import { Series } from '../domain/series.ts';
import type { Company } from '../domain/vocabulary.ts';

/** Reads the facts of several companies at once, by the company's id. */
export type ReadFacts = (companyIds: readonly number[]) => Promise<Map<number, FactRecord[]>>;

/** Companies whose facts one statement reads. */
const BATCH = 250;

/** The part of its memory that the cache fills ahead of requests. */
const MOSTLY_FULL = 0.9;

/**
 * The series of one version of the dataset, kept in memory up to a bound; the least recently used
 * make room. A kept series is handed out at once, not as a promise: a promise for each company and
 * figure would cost more than all the rest of a request.
 */
export class SeriesCache {
  readonly #kept: LRUCache<number, Series>;
  readonly #reader: DataLoader<Company, Series, number>;

  constructor(readFacts: ReadFacts, definitions: readonly string[], maxBytes: number) {
    this.#kept = new LRUCache({ maxSize: maxBytes, sizeCalculation: ({ bytes }) => bytes });
    this.#reader = new DataLoader(
      async (companies) => {
        const facts = await readFacts(companies.map(({ id }) => id));
        return companies.map((company) => {
          const series = new Series(company, facts.get(company.id) ?? [], definitions);
          this.#kept.set(company.id, series);
          this.#reader.clear(company);
          return series;
        });
      },
      { maxBatchSize: BATCH, cacheKeyFn: ({ id }) => id },
    );
  }

  /** Takes over the series of another version, but those of some companies. */
  takeOver(other: SeriesCache, except: ReadonlySet<number>): void {
    // From the least recently used on, so that the order stays.
    for (const id of [...other.#kept.rkeys()]) {
      const series = other.#kept.peek(id);
      if (series && !except.has(id)) this.#kept.set(id, series);
    }
  }

  /** How many companies' series are in memory. */
  get size(): number {
    return this.#kept.size;
  }

  /** Whether a series is in memory; asking does not count as a use. */
  has(company: Company): boolean {
    return this.#kept.has(company.id);
  }

  /** Whether there is room for series that nobody has asked for yet. */
  get hasRoom(): boolean {
    return this.#kept.calculatedSize < this.#kept.maxSize * MOSTLY_FULL;
  }

  get(company: Company): Series | Promise<Series> {
    return this.#kept.get(company.id) ?? this.#reader.load(company);
  }
}
