import { CAPEX } from '../domain/measures.ts';
import { quartersOf } from '../domain/quarter.ts';
import type { View } from '../domain/view.ts';
import { WINDOWS } from '../domain/vocabulary.ts';
import type { Snapshot } from './snapshot.ts';

const known = new WeakMap<Snapshot, Promise<ReadonlyMap<number, number>>>();

/**
 * Each company's newest capital expenditures of a quarter in US dollars, by the company's id; none
 * for a company without. Worked out once for a version of the dataset.
 */
export function latestCapex(snapshot: Snapshot): Promise<ReadonlyMap<number, number>> {
  let latest = known.get(snapshot);
  if (!latest) {
    latest = workOut(snapshot);
    // What failed is not kept: the next request tries again.
    latest.catch(() => known.delete(snapshot));
    known.set(snapshot, latest);
  }
  return latest;
}

async function workOut(snapshot: Snapshot): Promise<ReadonlyMap<number, number>> {
  const latest = new Map<number, number>();
  await Promise.all(
    snapshot.catalog.companies.map(async (company) => {
      const capex = latestIn(await snapshot.view(company, { currency: 'USD' }));
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
