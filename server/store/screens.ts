import { LRUCache } from 'lru-cache';
import { SCREENED } from '../domain/measures.ts';
import type { Perspective } from '../domain/view.ts';
import { Screen } from './screen.ts';
import type { Snapshot } from './snapshot.ts';

/** What the screens of a snapshot may take: two of 600,000 quarters with all their figures and orders. */
const MAX_BYTES = 128 * 1024 * 1024;

const COLUMNS = Object.keys(SCREENED).length;
/** Up and down by each column, and by the quarter. */
const RANKINGS = 2 * (COLUMNS + 1);

/** A row's quarter and company, and all its figures and places, as if all had been asked for. */
const BYTES_PER_ROW =
  2 * Int32Array.BYTES_PER_ELEMENT +
  COLUMNS * Float64Array.BYTES_PER_ELEMENT +
  RANKINGS * Uint32Array.BYTES_PER_ELEMENT;

const screens = new WeakMap<Snapshot, LRUCache<string, Screen, Perspective>>();

/** The screen of a snapshot from a perspective; kept, the least recently used making room. */
export async function screenOf(snapshot: Snapshot, perspective: Perspective): Promise<Screen> {
  let kept = screens.get(snapshot);
  if (!kept) {
    kept = new LRUCache({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ quarter }) => 1_000 + quarter.length * BYTES_PER_ROW,
      fetchMethod: (_key, _stale, { context }) => Screen.of(snapshot, context),
    });
    screens.set(snapshot, kept);
  }
  const { currency, asOf } = perspective;
  return (await kept.fetch(`${currency ?? ''} ${asOf ?? ''}`, { context: perspective }))!;
}
