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
  const { rows } = screen;
  const [capex] = screen.columns;
  const latest = new Map<number, number>();
  rows.companies.forEach(({ id }, place) => {
    for (let row = rows.starts[place + 1]! - 1; row >= rows.starts[place]!; row--) {
      if (Number.isNaN(capex![row]!)) continue;
      latest.set(id, capex![row]!);
      break;
    }
  });
  return latest;
}
