/** How long answers took, in seconds: the upper ends of the classes that they are counted in. */
export const DURATION_CLASSES = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
];

/** An answer that was sent. */
export interface Observation {
  readonly status: number;
  /** The codes of its errors. */
  readonly codes: readonly string[];
  readonly seconds: number;
  readonly cost: number;
}

/**
 * What has been answered since the start. A few additions for each answer, so that counting costs next to nothing whether
 * anybody reads it or not.
 */
export class Observations {
  readonly statuses = new Map<number, number>();
  readonly codes = new Map<string, number>();
  /** How many took no longer than each class allows and longer than the one before; the last took longer than all. */
  readonly durations = new Float64Array(DURATION_CLASSES.length + 1);
  seconds = 0;
  cost = 0;

  add({ status, codes, seconds, cost }: Observation): void {
    increment(this.statuses, status);
    for (const code of codes) increment(this.codes, code);
    this.durations[classOf(seconds)]!++;
    this.seconds += seconds;
    this.cost += cost;
  }
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function classOf(seconds: number): number {
  let place = 0;
  while (place < DURATION_CLASSES.length && seconds > DURATION_CLASSES[place]!) place++;
  return place;
}
