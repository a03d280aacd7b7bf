import { CAPEX } from '../domain/measures.ts';
import { quartersOf } from '../domain/quarter.ts';
import type { View } from '../domain/view.ts';
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
      const capex = latestIn(await views.view(company, { currency: 'USD' }));
      if (capex !== null) latest.set(company.id, capex);
    }),
  );
  return latest;
}

function latestIn(view: View): number | null {
  for (const quarter of quartersOf(view).reverse()) {
    const capex = quarter.amount(CAPEX.CASH, WINDOWS.QUARTER).value();
    if (capex !== null) return capex;
  }
  return null;
}
