import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { FactRecord } from '../domain/fact-columns.ts';
import { Series } from '../domain/series.ts';
import type { Company } from '../domain/vocabulary.ts';
import type { Catalog } from './catalog.ts';

/** Reads the facts of several companies at once, by the company's id. */
export type ReadFacts = (companyIds: readonly number[]) => Promise<Map<number, FactRecord[]>>;

/** Companies whose facts one statement reads. */
const BATCH = 100;

/** The part of its memory that the cache fills ahead of requests. */
const MOSTLY_FULL = 0.9;

/**
 * The series of one version of the dataset, cached up to a bound; the least recently used
 * make room. A cached series is handed out at once, not as a promise: a promise for each company and
 * figure would cost more than all the rest of a request.
 */
export class SeriesCache {
  readonly #cache: LRUCache<number, Series>;
  readonly #reader: DataLoader<Company, Series, number>;
  readonly #passing: DataLoader<Company, Series, number>;

  constructor(
    readFacts: ReadFacts,
    {
      definitions,
      nonDisclosures,
    }: Pick<Catalog, 'nonDisclosures'> & { readonly definitions: readonly string[] },
    maxBytes: number,
  ) {
    this.#cache = new LRUCache({ maxSize: maxBytes, sizeCalculation: ({ bytes }) => bytes });
    const seriesOf = async (companies: readonly Company[]) => {
      const facts = await readFacts(companies.map(({ id }) => id));
      return companies.map(
        (company) =>
          new Series(
            company,
            facts.get(company.id) ?? [],
            definitions,
            nonDisclosures.get(company.id),
          ),
      );
    };
    const options = { maxBatchSize: BATCH, cacheKeyFn: ({ id }: Company) => id };
    this.#reader = new DataLoader(async (companies) => {
      const read = await seriesOf(companies);
      for (const series of read) {
        this.#cache.set(series.company.id, series);
        this.#reader.clear(series.company);
      }
      return read;
    }, options);
    this.#passing = new DataLoader(seriesOf, { ...options, cache: false });
  }

  /** Takes over the series of another version, but those of some companies. */
  takeOver(other: SeriesCache, except: ReadonlySet<number>): void {
    // From the least recently used on, so that the order stays.
    for (const id of [...other.#cache.rkeys()]) {
      const series = other.#cache.peek(id);
      // Its size is known, and takes long to count.
      const { size } = other.#cache.info(id) ?? {};
      if (series && size && !except.has(id)) this.#cache.set(id, series, { size });
    }
  }

  /** The memory that the series take, in bytes. */
  get bytes(): number {
    return this.#cache.calculatedSize;
  }

  /** How many companies' series are in memory. */
  get size(): number {
    return this.#cache.size;
  }

  /** Whether a series is in memory; asking does not count as a use. */
  has(company: Company): boolean {
    return this.#cache.has(company.id);
  }

  /** Whether there is room for series that nobody has asked for yet. */
  get hasRoom(): boolean {
    return this.#cache.calculatedSize < this.#cache.maxSize * MOSTLY_FULL;
  }

  get(company: Company): Series | Promise<Series> {
    return this.#cache.get(company.id) ?? this.#reader.load(company);
  }

  /** For whoever looks at all companies, one after the other: it stays in memory only where there is room. */
  passing(company: Company): Series | Promise<Series> {
    if (this.hasRoom) return this.get(company);
    return this.#cache.peek(company.id) ?? this.#passing.load(company);
  }
}
