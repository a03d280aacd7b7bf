import { inTurn } from './in-turn.ts';

export type Direction = 'ASC' | 'DESC';

/** A row's place is found by eleven bits of its key at a time: counts of more do not fit a processor's cache. */
const BITS = 11;
const BUCKETS = 2 ** BITS;
const LAST = 2 ** 32 - 1;

/**
 * Every row by its value in a direction, missing ones last, then in the order in which the rows are given. Sorted by
 * the digits of the values, which takes a few milliseconds at a time, where a comparison sort holds up everything.
 */
export async function ranked(
  rows: Uint32Array,
  values: ArrayLike<number>,
  direction: Direction,
): Promise<Uint32Array> {
  const [high, low] = await inTurn(() => keysOf(values, direction));
  return sorted(await sorted(rows, low), high);
}

/** Rows by their keys; those of one key stay in their order. */
export async function sorted(rows: Uint32Array, keys: ArrayLike<number>): Promise<Uint32Array> {
  let order = rows;
  for (let shift = 0; shift < 32; shift += BITS) {
    const before = order;
    order = await inTurn(() => sortedByDigit(before, keys, shift));
  }
  return order;
}

function sortedByDigit(rows: Uint32Array, keys: ArrayLike<number>, shift: number): Uint32Array {
  const ends = new Uint32Array(BUCKETS);
  for (const row of rows) ends[(keys[row]! >>> shift) & (BUCKETS - 1)]! += 1;
  if (ends.includes(rows.length)) return rows;
  let end = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) ends[bucket] = end += ends[bucket]!;
  const order = new Uint32Array(rows.length);
  for (let place = rows.length - 1; place >= 0; place--) {
    const row = rows[place]!;
    order[--ends[(keys[row]! >>> shift) & (BUCKETS - 1)]!] = row;
  }
  return order;
}

/** The upper and the lower half of keys that stand in the order of the values. */
function keysOf(values: ArrayLike<number>, direction: Direction): [Uint32Array, Uint32Array] {
  const high = new Uint32Array(values.length).fill(LAST);
  const low = new Uint32Array(values.length).fill(LAST);
  const double = new DataView(new ArrayBuffer(8));
  const flip = direction === 'DESC' ? LAST : 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    // Zero has one key, with either sign.
    double.setFloat64(0, value + 0);
    const upper = double.getUint32(0);
    // As bits, doubles below zero stand after all others, and the other way round.
    const sign = upper >>> 31 ? LAST : 2 ** 31;
    high[row] = upper ^ sign ^ flip;
    low[row] = double.getUint32(4) ^ (upper >>> 31 ? LAST : 0) ^ flip;
  }
  return [high, low];
}
