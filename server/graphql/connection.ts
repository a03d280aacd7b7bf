import { badUserInput } from './errors.ts';

/** The arguments of a connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** The largest page, and the size of one that is asked for without a size. */
export const PAGE_SIZE = 100;

/** What an item is ordered by; it stays the same when other items are added. */
export type Key = readonly (string | number | null)[];

/** The total order of a connection's items. */
export interface Order<T> {
  /** Tells this order from others, so that a cursor of another one is refused. */
  readonly name: string;
  key(item: T): Key;
  compare(a: Key, b: Key): number;
}

/** Compares keys part by part: the first in a direction, missing ones last, the others ascending. */
export function compareKeys(a: Key, b: Key, direction: 'ASC' | 'DESC'): number {
  for (let part = 0; part < a.length; part++) {
    const [x, y] = [a[part] ?? null, b[part] ?? null];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    const ascending =
      typeof x === 'string'
        ? COLLATOR.compare(x, String(y)) || (x < String(y) ? -1 : 1)
        : x - Number(y);
    return part === 0 && direction === 'DESC' ? -ascending : ascending;
  }
  return 0;
}

const COLLATOR = new Intl.Collator('en');

/** A page of items that stand in an order, by Relay's rules: `after` and `before`, then `first`, then `last`. */
export class Page<T> {
  readonly #order: Order<T>;
  readonly #start: number;
  readonly #end: number;

  constructor(
    readonly all: readonly T[],
    order: Order<T>,
    args: PageArguments,
  ) {
    this.#order = order;
    const size = (argument: 'first' | 'last') => pageSize(argument, args[argument]);
    const first = size('first') ?? (args.last == null ? PAGE_SIZE : Infinity);
    const last = size('last') ?? Infinity;
    const start = args.after == null ? 0 : this.#position('after', args.after, 1);
    const end = args.before == null ? all.length : this.#position('before', args.before, 0);
    const cut = Math.min(Math.max(start, end), start + first);
    this.#start = Math.max(start, cut - last);
    this.#end = cut;
  }

  get nodes(): readonly T[] {
    return this.all.slice(this.#start, this.#end);
  }

  get edges(): Edge<T>[] {
    return this.nodes.map((node) => ({ node, cursor: this.#cursor(node) }));
  }

  get totalCount(): number {
    return this.all.length;
  }

  get hasNextPage(): boolean {
    return this.#end < this.all.length;
  }

  get hasPreviousPage(): boolean {
    return this.#start > 0;
  }

  get startCursor(): string | null {
    return this.#start < this.#end ? this.#cursor(this.all[this.#start]!) : null;
  }

  get endCursor(): string | null {
    return this.#start < this.#end ? this.#cursor(this.all[this.#end - 1]!) : null;
  }

  #cursor(node: T): string {
    const { name } = this.#order;
    return Buffer.from(JSON.stringify([name, ...this.#order.key(node)])).toString('base64url');
  }

  /** How many items stand before a cursor (`inclusive` 0), or before and at it (1). */
  #position(argument: string, cursor: string, inclusive: 0 | 1): number {
    const key = readCursor(argument, cursor, this.#order.name);
    const place = this.all.findIndex(
      (item) => this.#order.compare(this.#order.key(item), key) >= inclusive,
    );
    return place < 0 ? this.all.length : place;
  }
}

/** An item and its place in a connection. */
export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

function pageSize(argument: string, size: number | null | undefined): number | null {
  if (size == null) return null;
  if (size >= 0 && size <= PAGE_SIZE) return size;
  throw badUserInput(`${argument} takes a number from 0 to ${PAGE_SIZE}, not ${size}.`, {
    argument,
  });
}

function readCursor(argument: string, cursor: string, order: string): Key {
  try {
    const [name, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (name === order && key.length > 0) return key;
  } catch {
    // Any text that is not JSON is refused like JSON that is no cursor.
  }
  throw badUserInput(
    `${JSON.stringify(cursor)} is not a cursor of this connection; take one from its pageInfo or edges.`,
    { argument },
  );
}
