import { type CalendarQuarter, parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { ExchangeRates } from '../domain/exchange-rates.ts';
import type { Company, Definition, Group, PrismaClient } from '../generated/prisma/client.ts';

/** The part of one version of the dataset that always stays in memory: everything but the facts. */
export interface Catalog {
  /** The id of the newest import. */
  readonly version: number;
  readonly importedAt: Date;
  /** By name. */
  readonly companies: readonly Company[];
  readonly groups: readonly Group[];
  /** Each group's companies, by the group's id. */
  readonly members: ReadonlyMap<number, readonly Company[]>;
  /** In the order that decides between facts. */
  readonly definitions: readonly Definition[];
  readonly rates: ExchangeRates;
}

/** Reads the catalog of the newest version, all of it as of one moment. */
export async function loadCatalog(prisma: PrismaClient): Promise<Catalog> {
  return prisma.$transaction(
    async (transaction) => {
      const newest = await transaction.import.findFirstOrThrow({ orderBy: { id: 'desc' } });
      const companies = await transaction.company.findMany({
        orderBy: [{ name: 'asc' }, { slug: 'asc' }],
      });
      const groups = await transaction.group.findMany({ orderBy: { position: 'asc' } });
      const memberships = await transaction.groupMember.findMany({ orderBy: { position: 'asc' } });
      const definitions = await transaction.definition.findMany({ orderBy: { position: 'asc' } });
      const rates = await transaction.exchangeRate.findMany();
      const byId = new Map(companies.map((company) => [company.id, company]));
      return {
        version: newest.id,
        importedAt: newest.importedAt,
        companies,
        groups,
        members: new Map(
          groups.map(({ id }) => [
            id,
            memberships.flatMap(({ groupId, companyId }) =>
              groupId === id ? [byId.get(companyId)!] : [],
            ),
          ]),
        ),
        definitions,
        rates: new ExchangeRates(
          rates.map(({ base, quote, calendarQuarter, average, sourceId }) => ({
            base,
            quote,
            calendarQuarter: parseCalendarQuarter(calendarQuarter) as CalendarQuarter,
            average: average.toFixed(),
            sourceId,
          })),
        ),
      };
    },
    { isolationLevel: 'RepeatableRead' },
  );
}
