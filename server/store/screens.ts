import { LRUCache } from 'lru-cache';
import type { Perspective } from '../domain/view.ts';
import { Screen } from './screen.ts';
import type { Views } from './views.ts';

/** What the screens of a version may take: two of 600,000 quarters with all their figures and orders. */
const MAX_BYTES = 128 * 1024 * 1024;

/** A row's quarter and company, five figures and twelve orders, when all have been asked for. */
const BYTES_PER_ROW = 8 + 5 * 8 + 12 * 4;

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
