import type { Company } from '../generated/prisma/client.ts';

/** The rows of a version, by company. */
interface Rows {
  readonly companies: readonly Company[];
  /** Where each company's rows start; the last one is where they all end. */
  readonly starts: Uint32Array;
}

/** Which companies' rows are in two versions the same. */
export class CommonRows<Before extends Rows> {
  /** The place that each of them had, by the one that it has. */
  readonly #placeBefore = new Map<number, number>();
  /** The places of all others, in order. */
  readonly others: readonly number[];

  /**
   * @param before the rows of the version before; left out, there are none in common
   * @param changed the ids of the companies of which the versions know something else
   */
  constructor(
    companies: readonly Company[],
    readonly before?: Before | undefined,
    changed: ReadonlySet<number> = new Set(),
  ) {
    const places = new Map(before?.companies.map(({ id }, place) => [id, place]));
    companies.forEach(({ id }, place) => {
      const placeBefore = places.get(id);
      if (placeBefore !== undefined && !changed.has(id)) this.#placeBefore.set(place, placeBefore);
    });
    this.others = [...companies.keys()].filter((place) => !this.#placeBefore.has(place));
  }

  /** The rows that a company had before, the first and the one after the last; undefined where it has others now. */
  rowsBefore(place: number): [from: number, to: number] | undefined {
    const placeBefore = this.#placeBefore.get(place);
    if (placeBefore === undefined) return undefined;
    const { starts } = this.before!;
    return [starts[placeBefore]!, starts[placeBefore + 1]!];
  }

  /** Puts what a column had before where it belongs now. */
  carry<Column extends Float64Array | Int32Array>(
    from: Column,
    into: Column,
    starts: Uint32Array,
  ): void {
    for (const place of this.#placeBefore.keys()) {
      const [first, end] = this.rowsBefore(place)!;
      into.set(from.subarray(first, end), starts[place]!);
    }
  }
}
