import type { Pool, PoolClient } from 'pg';
import {
  EARLIEST_QUARTER,
  LATEST_QUARTER,
  parseCalendarQuarter,
} from '../domain/calendar-quarter.ts';
import { ExchangeRates } from '../domain/exchange-rates.ts';
import { type Form, formOf } from '../domain/reported/reported-value.ts';
import type { NonDisclosure } from '../domain/series.ts';
import type {
  Company,
  Definition,
  ExchangeRate,
  Group,
  Import,
  NonDisclosure as NonDisclosureRow,
} from '../generated/prisma/client.ts';
import { fieldsOf } from '../importers/tables/sql.ts';
import type { NamedGroup } from './company-group.ts';
import { type PublishedClaim, readClaims } from './read-claims.ts';

/** The part of one version of the dataset that always stays in memory: everything but the facts. */
export interface Catalog {
  /** The id of the newest import. */
  readonly version: number;
  readonly importedAt: Date;
  /** By name. */
  readonly companies: readonly Company[];
  readonly groups: readonly NamedGroup[];
  /** By the company's id. */
  readonly nonDisclosures: ReadonlyMap<number, readonly NonDisclosure[]>;
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
  try {
    await client.query('begin isolation level repeatable read read only');
    const catalog = await readCatalog(client);
    await client.query('commit');
    client.release();
    return catalog;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** The id of the newest import. */
export async function newestVersion(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ version: number }>('select max(id) as version from import');
  return rows[0]!.version;
}

async function readCatalog(client: PoolClient): Promise<Catalog> {
  const read = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
  const [newest] = await read<Pick<Import, 'id' | 'importedAt'>>(
    'select id, imported_at as "importedAt" from import order by id desc limit 1',
  );
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
    version: newest!.id,
    importedAt: newest!.importedAt,
    companies,
    groups: groups.map(({ id, slug, name, description }) => ({
      slug,
      name,
      description,
      members: members.get(id)!,
    })),
    definitions,
    forms: new Map(filings.map(({ id, form }) => [id, formOf(form)])),
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
