import type { View } from '../domain/view.ts';
import type { Company } from '../generated/prisma/client.ts';
import { all } from './awaitable.ts';
import { inTurn } from './in-turn.ts';
import type { Views } from './views.ts';

/** Companies that are read at once: building the series of more would hold up other requests. */
const BATCH = 20;

/** Visits what is known today of each of some companies, with each one's place among them. */
export async function eachView(
  views: Views,
  companies: readonly Company[],
  visit: (view: View, place: number) => void,
): Promise<void> {
  for (let start = 0; start < companies.length; start += BATCH) {
    const batch = companies.slice(start, start + BATCH);
    const found = await all(batch.map((company) => views.view(company)));
    await inTurn(() => {
      found.forEach((view, place) => {
        visit(view, start + place);
      });
    });
  }
}
