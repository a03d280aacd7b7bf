import type { Screens } from './screens.ts';

/**
 * Each company's newest capital expenditures of a quarter in US dollars, by the company's id; none
 * for a company without.
 */
export async function latestCapex(screens: Screens): Promise<ReadonlyMap<number, number>> {
  const screen = await screens.ask({
    order: { by: 'calendarQuarter', direction: 'ASC' },
    columns: [{ figure: 'capex', currency: 'USD' }],
  });
  const { rows, ranking } = screen;
  const [capex] = screen.columns;
  const latest = new Map<number, number>();
  for (const row of ranking) {
    const { id } = rows.companies[rows.company[row]!]!;
    if (!Number.isNaN(capex![row]!)) latest.set(id, capex![row]!);
  }
  return latest;
}
