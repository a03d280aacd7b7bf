import type { Pool, PoolClient } from 'pg';
import { sever } from '../database/sever.ts';
import type { ExchangeRates } from '../domain/exchange-rates.ts';
import { type Form, formOf } from '../domain/reported/reported-value.ts';
import type { Company, Definition, Import } from '../generated/prisma/client.ts';
import type { Summary } from '../importers/summary.ts';
import type { TableName } from '../importers/tables/tables.ts';
import { versionOfContent } from '../importers/version.ts';
import {
  type NonDisclosure,
  readCompanies,
  readDefinitions,
  readForms,
  readGroups,
  readLastSource,
  readNonDisclosures,
  readRates,
} from './catalog-parts.ts';
import type { NamedGroup } from './company-group.ts';
import { type Guidance, readGuidance } from './guidance.ts';
import { type PublishedClaim, readClaims } from './read-claims.ts';
import { readSince, type Since } from './since.ts';

/** The part of one version of the dataset that always stays in memory: everything but the facts. */
export interface Catalog {
  /** The id of the newest import, by which this process tells versions apart. */
  readonly importId: number;
  /** Whether it was read from a standby, which others may be ahead of. */
  readonly isStandby: boolean;
  /** The digest of the content, which is the same wherever the content is. */
  readonly version: string;
  /** How many imports have changed this database. */
  readonly sequence: number;
  readonly importedAt: Date;
  /** How much it holds; null where nobody has counted it. */
  readonly summary: Summary | null;
  /** By name. */
  readonly companies: readonly Company[];
  readonly groups: readonly NamedGroup[];
  /** By the company's id. */
  readonly nonDisclosures: ReadonlyMap<number, readonly NonDisclosure[]>;
  /** Newest first, by the company's id. */
  readonly guidance: ReadonlyMap<number, readonly Guidance[]>;
  /** In the order of their ranks, which decides between them. */
  readonly definitions: readonly Definition[];
  /** What sort of report each filing is, by the source's id. Later versions put theirs into the same. */
  readonly forms: Map<number, Form>;
  /** The last source's id. */
  readonly lastSource: number;
  readonly rates: ExchangeRates;
  /** The newest first. */
  readonly claims: readonly PublishedClaim[];
}

/**
 * Reads the catalog of the newest version, all of it as of one moment. Plain SQL, because a start waits
 * for it, and Prisma's query compiler takes longer to load than all else that a start does.
 *
 * @param before another version; what has not changed since is not read again
 */
export async function loadCatalog(pool: Pool, before?: Catalog): Promise<LoadedCatalog> {
  const client = await pool.connect();
  // What does not come through in this time never will.
  const timer = setTimeout(() => sever(client), LOADING_MS);
  try {
    await client.query('begin isolation level repeatable read read only');
    const loaded = await readCatalog(client, before);
    await client.query('commit');
    client.release();
    return loaded;
  } catch (error) {
    client.release(true);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** More than a statement may take. */
const LOADING_MS = 30_000;

/** Which version of the dataset the newest import made. */
export async function readNewest(
  client: PoolClient,
): Promise<
  Pick<Catalog, 'importId' | 'version' | 'sequence' | 'importedAt' | 'isStandby' | 'summary'>
> {
  const { rows } = await client.query<NewestImport>(
    `select id as "importId", version, summary, imported_at as "importedAt",
       (select count(*)::int from import) as sequence, pg_is_in_recovery() as "isStandby"
     from import order by id desc limit 1`,
  );
  const newest = rows[0] ?? NO_IMPORT;
  // A server of a release before has imported, which knew of no versions.
  return { ...newest, version: newest.version ?? String(await versionOfContent(client)) };
}

const NO_IMPORT: NewestImport = {
  importId: 0,
  version: null,
  summary: null,
  sequence: 0,
  importedAt: new Date(0),
  isStandby: false,
};

type NewestImport = Pick<Import, 'version' | 'importedAt'> &
  Pick<Catalog, 'importId' | 'sequence' | 'isStandby' | 'summary'>;

/** All but what tells versions apart, which each import changes. */
type Content = Omit<Catalog, keyof NewestImport>;

/** A catalog, and what it has in common with the one before. */
export interface LoadedCatalog {
  readonly catalog: Catalog;
  /** What has changed; undefined where nothing is known to be the same. */
  readonly since: Since | undefined;
}

async function readCatalog(client: PoolClient, before?: Catalog): Promise<LoadedCatalog> {
  const newest = await readNewest(client);
  const since = before && (await readSince(client, before, newest.importId));
  /** A part of the catalog: as it was, where no import changed a table that it is read from. */
  const part = async <Name extends keyof Content>(
    name: Name,
    tables: readonly TableName[],
    read: () => Promise<Content[Name]>,
  ): Promise<Content[Name]> =>
    since && !tables.some((table) => since.tables.has(table)) ? before[name] : read();

  const companies = await part('companies', ['companies'], () => readCompanies(client));
  const forms = await part('forms', ['sources'], () => readForms(client));
  for (const { id, form } of since?.sources ?? []) if (form !== null) forms.set(id, formOf(form));
  const catalog = {
    ...newest,
    companies,
    groups: await part('groups', ['companies', 'groups'], () => readGroups(client, companies)),
    definitions: await part('definitions', ['definitions'], () => readDefinitions(client)),
    forms,
    lastSource: since?.sources.at(-1)?.id ?? (await readLastSource(client)),
    guidance: await part('guidance', ['guidance'], () => readGuidance(client)),
    nonDisclosures: await part('nonDisclosures', ['non-disclosures'], () =>
      readNonDisclosures(client),
    ),
    rates: await part('rates', ['exchange-rates'], () => readRates(client)),
    claims: await part('claims', ['claims', 'sources'], () => readClaims(client)),
  };
  return { catalog, since };
}
