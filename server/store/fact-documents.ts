import DataLoader from 'dataloader';
import type { PrismaClient, Source } from '../generated/prisma/client.ts';

/** What the database has of a fact beside its figure. */
export interface FactDocument {
  readonly note: string | null;
  readonly locator: string | null;
  readonly sourceId: number;
}

/** Rows that one statement reads: PostgreSQL takes 65,535 parameters. */
const BATCH = 10_000;

/** Reads documents for one request: of however many facts, each row once, in a statement a batch. */
export class FactDocuments {
  readonly #facts: DataLoader<number, FactDocument>;
  readonly #sources: DataLoader<number, Source>;

  constructor(prisma: PrismaClient) {
    this.#facts = loader(async (ids) => {
      const select = { id: true, note: true, locator: true, sourceId: true };
      return prisma.fact.findMany({ where: { id: { in: [...ids] } }, select });
    });
    this.#sources = loader(async (ids) =>
      prisma.source.findMany({ where: { id: { in: [...ids] } } }),
    );
  }

  /** Of a fact by its id. */
  of(id: number): Promise<FactDocument> {
    return this.#facts.load(id);
  }

  async sourceOf(id: number): Promise<Source> {
    return this.source((await this.of(id)).sourceId);
  }

  /** A source by its id. */
  source(id: number): Promise<Source> {
    return this.#sources.load(id);
  }
}

function loader<Row extends { readonly id: number }>(
  read: (ids: readonly number[]) => Promise<Row[]>,
): DataLoader<number, Row> {
  return new DataLoader(
    async (ids) => {
      const rows = new Map((await read(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id) ?? new Error(`There is no row ${id}.`));
    },
    { maxBatchSize: BATCH },
  );
}
