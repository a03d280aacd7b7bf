import type { PoolClient } from 'pg';
import {
  EARLIEST_QUARTER,
  LATEST_QUARTER,
  parseCalendarQuarter,
} from '../domain/calendar-quarter.ts';
import { ExchangeRates } from '../domain/exchange-rates.ts';
import type { NonDisclosure as DomainNonDisclosure } from '../domain/non-disclosure.ts';
import { type Form, formOf } from '../domain/reported/reported-value.ts';
import type {
  Company,
  Definition,
  ExchangeRate,
  Group,
  NonDisclosure as NonDisclosureRow,
} from '../generated/prisma/client.ts';
import { BY_RANK } from '../importers/tables/rank.ts';
import { fieldsOf } from '../importers/tables/sql.ts';
import type { NamedGroup } from './company-group.ts';

// The parts of the catalog, as they are stored.

/** A non-disclosure, with how it is known. */
export interface NonDisclosure
  extends DomainNonDisclosure,
    Pick<NonDisclosureRow, 'kind' | 'note'> {}

export async function readCompanies(client: PoolClient): Promise<Company[]> {
  const { rows } = await client.query<Company>(
    `select id, ${fieldsOf('companies')} from company order by name, slug`,
  );
  return rows;
}

export async function readGroups(
  client: PoolClient,
  companies: readonly Company[],
): Promise<NamedGroup[]> {
  const { rows: groups } = await client.query<Group>(
    `select id, ${fieldsOf('groups')} from "group" stored order by ${BY_RANK}`,
  );
  const { rows: memberships } = await client.query<{ groupId: number; companyId: number }>(
    'select group_id as "groupId", company_id as "companyId" from group_member order by position',
  );
  const byId = new Map(companies.map((company) => [company.id, company]));
  return groups.map(({ id, slug, name, description }) => ({
    slug,
    name,
    description,
    members: memberships
      .filter(({ groupId }) => groupId === id)
      .map(({ companyId }) => byId.get(companyId)!),
  }));
}

export async function readDefinitions(client: PoolClient): Promise<Definition[]> {
  const { rows } = await client.query<Definition>(
    `select ${fieldsOf('definitions')} from definition stored order by ${BY_RANK}`,
  );
  return rows;
}

export async function readForms(client: PoolClient): Promise<Map<number, Form>> {
  const { rows } = await client.query<{ id: number; form: string }>(
    'select id, form from source where form is not null',
  );
  return new Map(rows.map(({ id, form }) => [id, formOf(form)]));
}

export async function readRates(client: PoolClient): Promise<ExchangeRates> {
  type Rate = Omit<ExchangeRate, 'average'> & { average: string };
  const { rows } = await client.query<Rate>(
    `select ${fieldsOf('exchange-rates')} from exchange_rate`,
  );
  return new ExchangeRates(
    rows.map(({ calendarQuarter, ...rate }) => ({
      ...rate,
      calendarQuarter: parseCalendarQuarter(calendarQuarter)!,
    })),
  );
}

export async function readNonDisclosures(
  client: PoolClient,
): Promise<Map<number, NonDisclosure[]>> {
  const { rows } = await client.query<NonDisclosureRow>(
    `select id, ${fieldsOf('non-disclosures')} from non_disclosure order by concept, "from" nulls first`,
  );
  const byCompany = new Map<number, NonDisclosure[]>();
  for (const { companyId, from, until, ...row } of rows) {
    const one = {
      ...row,
      from: from === null ? EARLIEST_QUARTER : parseCalendarQuarter(from)!,
      until: until === null ? LATEST_QUARTER : parseCalendarQuarter(until)!,
    };
    byCompany.set(companyId, [...(byCompany.get(companyId) ?? []), one]);
  }
  return byCompany;
}

export async function readLastSource(client: PoolClient): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    'select coalesce(max(id), 0) as id from source',
  );
  return rows[0]!.id;
}
