import type { Awaitable } from '../store/awaitable.ts';
import { badUserInput, versionGone } from './errors.ts';

/** The arguments of a connection. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  /** The largest page, where that is set. */
  readonly largest?: number;
}

/** The largest page, and the size of one that is asked for without a size; unless a setting says otherwise. */
export const PAGE_SIZE = 100;

/** What an item is ordered by; it stays the same when other items are added, and in one version of the dataset. */
export type Key = readonly (string | number | null)[];

/** The total order of a connection's items. */
export interface Order<T> {
  /** Tells this order from others, so that a cursor of another one is refused. */
  readonly name: string;
  /** The version of the dataset, where items may stand in another order in another version; a cursor of that one is refused. */
  readonly version?: string;
  readonly key: (item: T) => Key;
  readonly compare: (a: Key, b: Key) => number;
}

/** Compares keys part by part: the first in a direction, missing ones last, the others ascending. */
export function compareKeys(a: Key, b: Key, direction: 'ASC' | 'DESC'): number {
  for (let part = 0; part < a.length; part++) {
    const [x, y] = [a[part] ?? null, b[part] ?? null];
    if (x === y) continue;
    if (x === null || y === null) return x === null ? 1 : -1;
    return (x < y ? -1 : 1) * (part === 0 && direction === 'DESC' ? -1 : 1);
  }
  return 0;
}

/**
 * A page of items that stand in an order, by Relay's rules: `after` and `before`, then `first` or
 * `last`. Items turn into nodes when somebody asks for them.
 */
export class Page<Node, Item> implements Connection<Node> {
  readonly #items: ArrayLike<Item>;
  readonly #order: Order<Item>;
  readonly #toNode: (item: Item) => Awaitable<Node>;
  readonly #start: number;
  readonly #end: number;

  constructor(
    items: ArrayLike<Item>,
    order: Order<Item>,
    args: PageArguments,
    toNode: (item: Item) => Awaitable<Node>,
  ) {
    const { largest = PAGE_SIZE } = args;
    this.#items = items;
    this.#order = order;
    this.#toNode = toNode;
    if (args.first != null && args.last != null) {
      throw badUserInput('Give first or last, not both.', { argument: 'last' });
    }
    const first =
      pageSize('first', args.first, largest) ?? (args.last == null ? largest : Infinity);
    const last = pageSize('last', args.last, largest) ?? Infinity;
    const start = args.after == null ? 0 : this.#position('after', args.after, true);
    const end = args.before == null ? items.length : this.#position('before', args.before, false);
    this.#end = Math.min(Math.max(start, end), start + first);
    this.#start = Math.max(start, this.#end - last);
  }

  get nodes(): Awaitable<Node>[] {
    return this.#page.map(this.#toNode);
  }

  get edges(): Edge<Node>[] {
    return this.#page.map((item) => ({ node: this.#toNode(item), cursor: this.#cursor(item) }));
  }

  get totalCount(): number {
    return this.#items.length;
  }

  get hasNextPage(): boolean {
    return this.#end < this.#items.length;
  }

  get hasPreviousPage(): boolean {
    return this.#start > 0;
  }

  get startCursor(): string | null {
    return this.#start < this.#end ? this.#cursor(this.#items[this.#start]!) : null;
  }

  get endCursor(): string | null {
    return this.#start < this.#end ? this.#cursor(this.#items[this.#end - 1]!) : null;
  }

  get #page(): Item[] {
    const length = this.#end - this.#start;
    return Array.from({ length }, (_, place) => this.#items[this.#start + place]!);
  }

  #cursor(item: Item): string {
    return cursorOf(this.#order, this.#order.key(item));
  }

  /** How many items stand before a cursor, or before and at it. */
  #position(argument: string, cursor: string, andAt: boolean): number {
    const key = readCursor(argument, cursor, this.#order);
    let [low, high] = [0, this.#items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = this.#order.compare(this.#order.key(this.#items[middle]!), key);
      if (order < 0 || (andAt && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A page of items that are nodes themselves. */
export function pageOf<Node>(
  items: readonly Node[],
  order: Order<Node>,
  args: PageArguments,
): Connection<Node> {
  return new Page<Node, Node>(items, order, args, (item) => item);
}

/** A page of nodes, and where it lies. */
export interface Connection<Node> {
  readonly nodes: Awaitable<Node>[];
  readonly edges: Edge<Node>[];
  readonly totalCount: Awaitable<number>;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: Awaitable<boolean>;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** An item and its place in a connection. */
export interface Edge<Node> {
  readonly node: Awaitable<Node>;
  readonly cursor: string;
}

/** A size of a page as it was asked for; null where none was. Throws BAD_USER_INPUT for one too large. */
export function pageSize(
  argument: string,
  size: number | null | undefined,
  largest: number,
): number | null {
  if (size == null) return null;
  if (size >= 0 && size <= largest) return size;
  throw badUserInput(`${argument} takes a number from 0 to ${largest}, not ${size}.`, { argument });
}

/** As many tell versions apart. */
const VERSION_DIGITS = 12;

type Named = Pick<Order<never>, 'name' | 'version'>;

/** The cursor of an item in an order. */
export function cursorOf({ name, version }: Named, key: Key): string {
  const order = version === undefined ? name : [name, version.slice(0, VERSION_DIGITS)];
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url');
}

/** The key in a cursor of an order. Throws VERSION_GONE for one of another version, BAD_USER_INPUT for any other text. */
export function readCursor(argument: string, cursor: string, { name, version }: Named): Key {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    // Any text that is not JSON is refused like JSON that is no cursor.
  }
  if (Array.isArray(found) && found.length > 1) {
    const [order, ...key] = found;
    const [named, of] = Array.isArray(order) ? order : [order];
    const isOurs = named === name && of === version?.slice(0, VERSION_DIGITS);
    // Decoding takes no notice of signs that are none of base64's.
    if (isOurs && cursorOf({ name, version }, key) === cursor) return key;
    if (named === name && version !== undefined && typeof of === 'string') {
      throw versionGone(
        `The dataset has changed since the page with the cursor ${JSON.stringify(cursor)}, and may stand in another order; begin with the first page again.`,
        version,
        argument,
      );
    }
  }
  throw badUserInput(
    `${JSON.stringify(cursor)} is not a cursor of this connection; take one from its pageInfo or edges.`,
    { argument },
  );
}
