import type { View } from '../domain/view.ts';
import type { Company } from '../generated/prisma/client.ts';
import { all } from './awaitable.ts';
import { inTurn } from './in-turn.ts';
import type { Views } from './views.ts';

/** Companies that are read at once: building the series of more would hold up other requests. */
const BATCH = 20;

/** Visits what is known today of the companies at some places, one after the other; none takes the place of another in memory. */
export async function eachView(
  views: Views,
  companies: readonly Company[],
  places: readonly number[],
  visit: (view: View, place: number) => void,
): Promise<void> {
  const viewsFrom = (start: number) =>
    all(places.slice(start, start + BATCH).map((place) => views.passingView(companies[place]!)));
  let next = viewsFrom(0);
  for (let start = 0; start < places.length; start += BATCH) {
    const found = await next;
    // What is not in memory is read while these are visited.
    next = viewsFrom(start + BATCH);
    if (next instanceof Promise) next.catch(() => {});
    await inTurn(() => {
      found.forEach((view, index) => {
        visit(view, places[start + index]!);
      });
    });
  }
}
