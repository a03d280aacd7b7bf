import type { Company } from '../generated/prisma/client.ts';
import type { StoredVersion } from './at-version.ts';

/** A fact that an import brought, and when. */
export interface ChangeRow {
  readonly id: number;
  readonly companyId: number;
  readonly recordedAt: Date;
}

/**
 * The facts of a version in the order in which the dataset got them; of one company, where one is given.
 * Imports take turns, and a fact's id is higher than those of all before, so its place never changes.
 */
export class Changes {
  readonly #stored: StoredVersion;
  readonly #company: number | null;

  constructor(stored: StoredVersion, company: Company | null) {
    this.#stored = stored;
    this.#company = company?.id ?? null;
  }

  /** The next facts after one, by its id. */
  async read(after: number, limit: number): Promise<ChangeRow[]> {
    const rows = await this.#stored.rows<ChangeRow>(
      `select fact.id, company_id as "companyId", imported_at as "recordedAt"
       from fact join import on import.id = import_id
       where ${WANTED} and fact.id > $3 order by fact.id limit $4`,
      this.#company,
      after,
      limit,
    );
    return rows.sort((a, b) => a.id - b.id);
  }

  /** Whether there are any up to one. */
  async areAnyUpTo(id: number): Promise<boolean> {
    const sql = `select id from fact where ${WANTED} and id <= $3 limit 1`;
    return (await this.#stored.rows(sql, this.#company, id)).length > 0;
  }

  async count(): Promise<number> {
    const sql = `select count(*)::int as count from fact where ${WANTED}`;
    const [row] = await this.#stored.rows<{ count: number }>(sql, this.#company);
    return row!.count;
  }
}

const WANTED = 'import_id <= $1 and ($2::int is null or company_id = $2)';
