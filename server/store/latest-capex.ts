import { latestQuarterWith } from '../domain/latest-quarter.ts';
import { CAPEX } from '../domain/measures.ts';
import { WINDOWS } from '../domain/vocabulary.ts';
import type { Views } from './views.ts';

/**
 * Each company's newest capital expenditures of a quarter in US dollars, by the company's id; none
 * for a company without.
 */
export async function latestCapex(views: Views): Promise<ReadonlyMap<number, number>> {
  const latest = new Map<number, number>();
  await Promise.all(
    views.catalog.companies.map(async (company) => {
      const view = await views.view(company, { currency: 'USD' });
      const quarter = latestQuarterWith(view, [CAPEX.CASH]);
      if (quarter) latest.set(company.id, quarter.amount(CAPEX.CASH, WINDOWS.QUARTER).value()!);
    }),
  );
  return latest;
}
