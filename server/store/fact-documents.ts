import DataLoader from 'dataloader';
import type { Source } from '../generated/prisma/client.ts';
import { fieldsOf } from '../importers/tables/sql.ts';
import type { StoredVersion } from './at-version.ts';

/** What the database has of a fact beside its figure. */
export interface FactDocument {
  readonly note: string | null;
  readonly locator: string | null;
  readonly sourceId: number;
}

/** Rows that one statement reads. */
const BATCH = 10_000;

const FACTS = `
  select id, note, locator, source_id as "sourceId" from fact where id = any($2::int[]) and import_id <= $1`;

const sourcesBy = (key: 'id' | 'slug') =>
  `select id, ${fieldsOf('sources')} from source where ${key} = any($2::${key === 'id' ? 'int' : 'text'}[])`;

/** Reads documents for one request: of however many facts, each row once, in a statement a batch. */
export class FactDocuments {
  readonly #stored: StoredVersion;
  readonly #atRest: () => Promise<unknown>;
  // Made when they are asked for: most requests read no document.
  #facts: Loader<number, FactDocument> | undefined;
  #sources: Loader<number, Source> | undefined;
  #named: Loader<string, Source> | undefined;

  /** What is asked for until `atRest` is read in one statement. */
  constructor(stored: StoredVersion, atRest: () => Promise<unknown> = nextTick) {
    this.#stored = stored;
    this.#atRest = atRest;
  }

  /** Of a fact by its id. */
  async of(id: number): Promise<FactDocument> {
    this.#facts ??= loader(
      (ids) => this.#stored.rows<FactDocument & { id: number }>(FACTS, ids),
      ({ id }) => id,
      this.#atRest,
    );
    return thereMustBe(await this.#facts.load(id), `fact ${id}`);
  }

  async sourceOf(id: number): Promise<Source> {
    return this.source((await this.of(id)).sourceId);
  }

  /** A source by its id. */
  async source(id: number): Promise<Source> {
    this.#sources ??= loader(
      (ids) => this.#stored.rows<Source>(sourcesBy('id'), ids),
      ({ id }) => id,
      this.#atRest,
    );
    return thereMustBe(await this.#sources.load(id), `source ${id}`);
  }

  /** A source by its slug; null where there is none. */
  sourceNamed(slug: string): Promise<Source | null> {
    this.#named ??= loader(
      (slugs) => this.#stored.rows<Source>(sourcesBy('slug'), slugs),
      ({ slug }) => slug,
      this.#atRest,
    );
    return this.#named.load(slug);
  }
}

function thereMustBe<Row>(row: Row | null, what: string): Row {
  if (row === null) throw new Error(`There is no ${what}.`);
  return row;
}

/** Once all that is under way has asked. */
const nextTick = () => new Promise((resolve) => process.nextTick(resolve));

type Loader<Key, Row> = DataLoader<Key, Row | null>;

function loader<Row, Key>(
  read: (keys: readonly Key[]) => Promise<Row[]>,
  keyOf: (row: Row) => Key,
  atRest: () => Promise<unknown>,
): Loader<Key, Row> {
  return new DataLoader(
    async (keys) => {
      const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
      return keys.map((key) => rows.get(key) ?? null);
    },
    { maxBatchSize: BATCH, batchScheduleFn: (dispatch) => void atRest().then(dispatch) },
  );
}
