import { LRUCache } from 'lru-cache';
import { SCREENED } from '../domain/measures.ts';
import type { Perspective } from '../domain/view.ts';
import { Screen } from './screen.ts';
import type { Views } from './views.ts';

/** What the screens of a version may take: two of 600,000 quarters with all their figures and orders. */
const MAX_BYTES = 128 * 1024 * 1024;

const COLUMNS = Object.keys(SCREENED).length;
/** Up and down by each column, and by the quarter. */
const RANKINGS = 2 * (COLUMNS + 1);

/** A row's quarter and company, and all its figures and places, as if all had been asked for. */
const BYTES_PER_ROW =
  2 * Int32Array.BYTES_PER_ELEMENT +
  COLUMNS * Float64Array.BYTES_PER_ELEMENT +
  RANKINGS * Uint32Array.BYTES_PER_ELEMENT;

/** The screens of one version of the dataset, cached; the least recently used make room. */
export class Screens {
  readonly #cache: LRUCache<string, Screen, Perspective>;

  constructor(views: Views) {
    this.#cache = new LRUCache({
      maxSize: MAX_BYTES,
      sizeCalculation: ({ quarter }) => 1_000 + quarter.length * BYTES_PER_ROW,
      fetchMethod: (_key, _stale, { context }) => Screen.of(views, context),
    });
  }

  async from(perspective: Perspective): Promise<Screen> {
    const { currency, asOf } = perspective;
    const key = `${currency ?? ''} ${asOf ?? ''}`;
    return (await this.#cache.fetch(key, { context: perspective }))!;
  }
}
