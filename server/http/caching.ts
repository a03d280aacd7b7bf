/** What caches do with answers whose address names no version: they change with the dataset. */
export interface Caching {
  /** Caches may keep them, and ask each time whether they still hold; shared ones for some seconds not even that. */
  readonly revalidated: string;
  /**
   * The same, but for half a minute more a page need not wait until that is done: what it shows next is new. Whoever may not show
   * what is older than the version that it knows of names that version in the address.
   */
  readonly revalidatedBeside: string;
}

/** @param sharedSeconds how long shared caches may answer by themselves */
export function cachingFor(sharedSeconds: number): Caching {
  const shared = sharedSeconds > 0 && `max-age=0, s-maxage=${sharedSeconds}`;
  return {
    revalidated: `public, ${shared || 'no-cache'}`,
    revalidatedBeside: `public, ${shared || 'max-age=0'}, stale-while-revalidate=30`,
  };
}
