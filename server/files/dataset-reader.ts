import type { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { dayFromNumber } from '../domain/day.ts';
import { withoutFormulas } from '../importers/tables/formulas.ts';
import { exportOf } from '../importers/tables/sql.ts';
import { TABLE_NAMES, type TableName } from '../importers/tables/tables.ts';
import { DAYS_AS_IN_FILES } from '../importers/version.ts';
import { atVersion } from '../store/at-version.ts';
import { readNewest } from '../store/catalog.ts';
import { dataPackage } from './data-package.ts';
import type { Edition } from './edition.ts';
import { citationFile, licence, readme } from './texts.ts';

/** The files that are texts, and what makes them. */
const TEXTS: Readonly<Record<string, (edition: Edition) => string>> = {
  'datapackage.json': (edition) => `${JSON.stringify(dataPackage(edition), null, 2)}\n`,
  'README.md': readme,
  'LICENSE.txt': licence,
  'CITATION.cff': citationFile,
};

const fileOf = (table: TableName) => `${table}.csv`;
const TABLE_OF: ReadonlyMap<string, TableName> = new Map(
  TABLE_NAMES.map((table) => [fileOf(table), table]),
);

/** The dataset's files, by name, those about it first. */
export const FILES: readonly string[] = [...Object.keys(TEXTS), ...TABLE_OF.keys()];

async function readEdition(client: PoolClient, version: string): Promise<Edition> {
  const { rows } = await client.query<{ day: number | null }>(
    `select max(published_on) - date '1970-01-01' as day from fact`,
  );
  const day = rows[0]!.day;
  return { version, completeTo: day === null ? null : dayFromNumber(day) };
}

/** How tables are written. */
export interface ReadOptions {
  /** Puts an apostrophe before texts that a spreadsheet would take for formulas; an import would keep it. */
  readonly escapeFormulas?: boolean | undefined;
  /** The import that has to be in them; left out, whatever is there. */
  readonly importId?: number;
}

/** Reads the dataset's files, all as of one moment. */
export class DatasetReader {
  private constructor(
    readonly edition: Edition,
    readonly client: PoolClient,
    readonly escapeFormulas: boolean,
  ) {}

  static open(pool: Pool, options: ReadOptions = {}): Promise<DatasetReader> {
    const { escapeFormulas = false, importId = 0 } = options;
    return atVersion(importId, async () => {
      const client = await pool.connect();
      try {
        await client.query(`
          begin isolation level repeatable read, read only;
          set local statement_timeout = 0;
          ${DAYS_AS_IN_FILES}`);
        const { importId: newestImport, version } = await readNewest(client);
        const edition = await readEdition(client, version);
        const answer = new DatasetReader(edition, client, escapeFormulas);
        if (newestImport < importId) await answer.close(true);
        return { newestImport, answer };
      } catch (error) {
        client.release(true);
        throw error;
      }
    });
  }

  /**
   * Waits for the locks that reading files takes, and keeps them: one that has to be waited for later would break off what has
   * been sent by then.
   */
  async hold(files: readonly string[]): Promise<void> {
    const tables = files.flatMap((file) => TABLE_OF.get(file) ?? []);
    await this.client.query(tables.map((table) => `explain ${exportOf(table)}`).join(';'));
  }

  /** One file after the other: a table as it streams from the database, a text as it is. */
  read(file: string): Readable | string {
    const table = TABLE_OF.get(file);
    if (!table) return TEXTS[file]!(this.edition);
    const rows = this.escapeFormulas ? withoutFormulas(table) : exportOf(table);
    const copy = `copy (${rows}) to stdout with (format csv, header)`;
    return this.client.query(copyTo(copy));
  }

  /** Ends the reading; a connection on which a table was not read to its end is of no more use. */
  async close(isComplete: boolean): Promise<void> {
    if (isComplete) await this.client.query('commit');
    this.client.release(!isComplete);
  }
}
