import type { Company } from '../generated/prisma/client.ts';
import type { PublishedClaim } from '../store/read-claims.ts';
import { SeriesCache } from '../store/series-cache.ts';
import { Snapshot } from '../store/snapshot.ts';
import type { NewFact } from './add-rows.ts';
import { readTable } from './dataset.ts';
import { nonDisclosuresOf, REVIEWED_RATES, toRecord } from './reviewed-views.ts';

/** The fixture as a request reads it, but without a database; with more facts and with claims, if they are given. */
export function reviewedSnapshot(
  added: readonly NewFact[] = [],
  claims: readonly PublishedClaim[] = [],
): Snapshot {
  const companies = readTable('companies')
    .map(
      (row, id): Company => ({
        ...(fieldsOf(row) as Company),
        id,
        fiscalYearEndMonth: Number(row.fiscal_year_end_month),
      }),
    )
    .sort((a, b) => a.name.localeCompare(b.name));
  const bySlug = new Map(companies.map((company) => [company.slug, company]));
  const groups = readTable('groups').map((row) => ({
    ...row,
    members: row.members.split(' ').map((slug) => bySlug.get(slug)!),
  }));
  const definitions = readTable('definitions').map((row, place) => ({
    ...row,
    rank: place + 1,
  }));
  const nonDisclosures = new Map(companies.map(({ id, slug }) => [id, nonDisclosuresOf(slug)]));
  const facts = [...readTable('facts'), ...added];
  const series = new SeriesCache(
    async (ids) =>
      new Map(
        ids.map((id) => {
          const { slug } = companies.find((company) => company.id === id)!;
          return [id, facts.filter(({ company }) => company === slug).map(toRecord)];
        }),
      ),
    { definitions: definitions.map(({ slug }) => slug), nonDisclosures },
    10_000_000,
  );
  const catalog = {
    importId: 1,
    isStandby: false,
    summary: null,
    version: '1'.repeat(64),
    sequence: 1,
    importedAt: new Date(0),
    companies,
    groups,
    definitions,
    nonDisclosures,
    guidance: new Map(),
    forms: new Map(),
    lastSource: 0,
    rates: REVIEWED_RATES,
    claims,
  };
  return new Snapshot(catalog, series);
}

/** A row under the names that Prisma gives its columns; an empty cell is null. */
function fieldsOf(row: Readonly<Record<string, string>>): object {
  const camelCase = (column: string) =>
    column.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(
    Object.entries(row).map(([column, text]) => [camelCase(column), text || null]),
  );
}
