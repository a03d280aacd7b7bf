import type { Pool, PoolClient } from 'pg';
import { sever } from '../database/sever.ts';
import {
  EARLIEST_QUARTER,
  LATEST_QUARTER,
  parseCalendarQuarter,
} from '../domain/calendar-quarter.ts';
import { ExchangeRates } from '../domain/exchange-rates.ts';
import type { NonDisclosure } from '../domain/non-disclosure.ts';
import { type Form, formOf } from '../domain/reported/reported-value.ts';
import type {
  Company,
  Definition,
  ExchangeRate,
  Group,
  Import,
  NonDisclosure as NonDisclosureRow,
} from '../generated/prisma/client.ts';
import type { Summary } from '../importers/summary.ts';
import { fieldsOf } from '../importers/tables/sql.ts';
import { versionOfContent } from '../importers/version.ts';
import type { NamedGroup } from './company-group.ts';
import { type Guidance, readGuidance } from './guidance.ts';
import { type PublishedClaim, readClaims } from './read-claims.ts';

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
  /** In the order that decides between them: our own as they came, then tags as they stand in their chains. */
  readonly definitions: readonly Definition[];
  /** What sort of report each filing is, by the source's id. */
  readonly forms: ReadonlyMap<number, Form>;
  readonly rates: ExchangeRates;
  /** The newest first. */
  readonly claims: readonly PublishedClaim[];
}

/**
 * Reads the catalog of the newest version, all of it as of one moment. Plain SQL, because a start waits
 * for it, and Prisma's query compiler takes longer to load than all else that a start does.
 */
export async function loadCatalog(pool: Pool): Promise<Catalog> {
  const client = await pool.connect();
  // What does not come through in this time never will.
  const timer = setTimeout(() => sever(client), LOADING_MS);
  try {
    await client.query('begin isolation level repeatable read read only');
    const catalog = await readCatalog(client);
    await client.query('commit');
    client.release();
    return catalog;
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

async function readCatalog(client: PoolClient): Promise<Catalog> {
  const read = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
  const newest = await readNewest(client);
  const companies = await read<Company>(
    `select id, ${fieldsOf('companies')} from company order by name, slug`,
  );
  const groups = await read<Group>(
    `select id, ${fieldsOf('groups')}, position from "group" order by position`,
  );
  const memberships = await read<{ groupId: number; companyId: number }>(
    'select group_id as "groupId", company_id as "companyId" from group_member order by position',
  );
  const definitions = await read<Definition>(
    `select ${fieldsOf('definitions')}, position from definition
     order by slug like '%:%', position`,
  );
  const filings = await read<{ id: number; form: string }>(
    'select id, form from source where form is not null',
  );
  const notDisclosed = await read<NonDisclosureRow>(
    `select id, ${fieldsOf('non-disclosures')} from non_disclosure`,
  );
  type Rate = Omit<ExchangeRate, 'average'> & { average: string };
  const rates = await read<Rate>(`select ${fieldsOf('exchange-rates')} from exchange_rate`);
  const claims = await readClaims(client);
  const byId = new Map(companies.map((company) => [company.id, company]));
  const members = new Map<number, Company[]>(groups.map(({ id }) => [id, []]));
  for (const { groupId, companyId } of memberships) {
    members.get(groupId)!.push(byId.get(companyId)!);
  }
  return {
    ...newest,
    companies,
    groups: groups.map(({ id, slug, name, description }) => ({
      slug,
      name,
      description,
      members: members.get(id)!,
    })),
    definitions,
    forms: new Map(filings.map(({ id, form }) => [id, formOf(form)])),
    guidance: await readGuidance(client),
    nonDisclosures: nonDisclosuresOf(notDisclosed),
    rates: new ExchangeRates(
      rates.map(({ calendarQuarter, ...rate }) => ({
        ...rate,
        calendarQuarter: parseCalendarQuarter(calendarQuarter)!,
      })),
    ),
    claims,
  };
}

function nonDisclosuresOf(rows: readonly NonDisclosureRow[]): Map<number, NonDisclosure[]> {
  const byCompany = new Map<number, NonDisclosure[]>();
  for (const { companyId, concept, from, until } of rows) {
    const one = {
      concept,
      from: from === null ? EARLIEST_QUARTER : parseCalendarQuarter(from)!,
      until: until === null ? LATEST_QUARTER : parseCalendarQuarter(until)!,
    };
    byCompany.set(companyId, [...(byCompany.get(companyId) ?? []), one]);
  }
  return byCompany;
}
