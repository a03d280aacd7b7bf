import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import {
  type Connection,
  compareKeys,
  type Key,
  type Order,
  PAGE_SIZE,
  Page,
  type PageArguments,
  pageOf,
} from './connection.ts';

/** An item with what it is ordered by, which others may share or lack, and a name of its own. */
interface Item {
  readonly name: string;
  readonly value: number | null;
}

type Direction = 'ASC' | 'DESC';

const orderBy = (direction: Direction): Order<Item> => ({
  name: `value ${direction}`,
  key: ({ value, name }) => [value, name],
  compare: (a, b) => compareKeys(a, b, direction),
});

/** Items in an order. */
function inOrder(items: readonly Item[], direction: Direction): Item[] {
  const { key, compare } = orderBy(direction);
  return items.toSorted((a, b) => compare(key(a), key(b)));
}

const load = (items: readonly Item[], direction: Direction, args: PageArguments = {}) =>
  pageOf(inOrder(items, direction), orderBy(direction), args);

const anyDirection = fc.constantFrom<Direction>('ASC', 'DESC');
const anyItems = fc
  .array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 30 })
  .map((values) => values.map((value, place): Item => ({ name: `item ${place}`, value })));

const numbers = Array.from({ length: 250 }, (_, value): Item => ({ name: `item ${value}`, value }));

test('any page is the part of the whole that Relay says', () => {
  const size = fc.option(fc.integer({ min: 0, max: 32 }), { nil: undefined });
  const place = fc.option(fc.nat(), { nil: undefined });
  const sizes = fc.oneof(fc.record({ first: size }), fc.record({ last: size }));
  const places = fc.record({ after: place, before: place });
  const pages = fc
    .tuple(sizes, places)
    .map(([size, place]): Record<string, number | undefined> => ({ ...size, ...place }));
  fc.assert(
    fc.property(
      anyItems,
      anyDirection,
      pages,
      (items, direction, { first, last, after, before }) => {
        const all = inOrder(items, direction);
        const { edges } = load(items, direction);
        const at = (place?: number) => (place === undefined ? undefined : place % all.length);
        const start = after === undefined ? 0 : at(after)! + 1;
        const end = Math.min(
          Math.max(start, at(before) ?? all.length),
          start + (first ?? PAGE_SIZE),
        );
        const from = Math.max(start, end - (last ?? PAGE_SIZE));
        const page = load(items, direction, {
          first,
          last,
          after: after === undefined ? undefined : edges[at(after)!]!.cursor,
          before: before === undefined ? undefined : edges[at(before)!]!.cursor,
        });
        expect(page.nodes).toEqual(all.slice(from, end));
        expect(page.edges).toEqual(edges.slice(from, end));
        expect(page.totalCount).toBe(all.length);
        expect(page.hasNextPage).toBe(end < all.length);
        expect(page.hasPreviousPage).toBe(from > 0);
        expect(page.startCursor).toBe(edges.slice(from, end)[0]?.cursor ?? null);
        expect(page.endCursor).toBe(edges.slice(from, end).at(-1)?.cursor ?? null);
      },
    ),
  );
});

test('a page has one size: first with last is refused', () => {
  expect(() => load(numbers, 'ASC', { first: 2, last: 2 })).toThrow(
    'Give first or last, not both.',
  );
});

/** The nodes of pages of a size, one after the other, as they stand in the whole. */
function walk(of: (args: PageArguments) => Connection<Item>, size: number, backwards: boolean) {
  const visited: unknown[] = [];
  let page = of(backwards ? { last: size } : { first: size });
  for (;;) {
    if (backwards) visited.unshift(...page.nodes);
    else visited.push(...page.nodes);
    if (!(backwards ? page.hasPreviousPage : page.hasNextPage)) return visited;
    page = of(
      backwards ? { last: size, before: page.startCursor } : { first: size, after: page.endCursor },
    );
  }
}

test('walking visits every item once, in one order both ways', () => {
  const size = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(anyItems, anyDirection, size, fc.boolean(), (items, direction, size, backwards) => {
      const of = (args: PageArguments) => load(items, direction, args);
      expect(walk(of, size, backwards)).toEqual(inOrder(items, direction));
    }),
  );
});

test('a cursor holds its place when items come and go, its own too', () => {
  fc.assert(
    fc.property(anyItems, anyItems, anyDirection, fc.nat(), (before, added, direction, place) => {
      const { edges } = load(before, direction);
      const { cursor, node } = edges[place % edges.length]! as { cursor: string; node: Item };
      const others = added.map(({ name, value }) => ({ name: `new ${name}`, value }));
      const after = [...before.filter((item) => item !== node), ...others];
      const { key, compare } = orderBy(direction);
      const follows = (item: Item) => compare(key(item), key(node)) > 0;
      const all = inOrder(after, direction);
      expect(load(after, direction, { after: cursor }).nodes).toEqual(all.filter(follows));
      expect(load(after, direction, { before: cursor }).nodes).toEqual(
        all.filter((item) => !follows(item)),
      );
    }),
  );
});

test('a page that is asked for without a size has a hundred items', () => {
  const page = load(numbers, 'ASC');
  expect(PAGE_SIZE).toBe(100);
  expect(page.nodes).toEqual(numbers.slice(0, 100));
  expect(load(numbers, 'ASC', { last: 100 }).nodes).toEqual(numbers.slice(150));
});

test('an empty page of items that there are has no cursors, and says that items follow', () => {
  const page = load(numbers, 'ASC', { first: 0 });
  expect([page.nodes, page.edges]).toEqual([[], []]);
  expect([page.startCursor, page.endCursor]).toEqual([null, null]);
  expect([page.hasNextPage, page.hasPreviousPage]).toEqual([true, false]);
});

test('nodes are made of the items of a page alone', () => {
  const made: number[] = [];
  const toNode = (item: Item) => {
    made.push(item.value!);
    return item.value!;
  };
  const page = new Page(numbers, orderBy('ASC'), { first: 2 }, toNode);
  expect(page.totalCount).toBe(250);
  expect(made).toEqual([]);
  expect(page.nodes).toEqual([0, 1]);
  expect(made).toEqual([0, 1]);
});

describe('keys stand', () => {
  test.each<[string, Key, Key, number, number]>([
    ['by their first part, which the direction turns', [1, 'a'], [2, 'a'], -1, 1],
    ['by the others where it is the same, ascending either way', [1, 'a'], [1, 'b'], -1, -1],
    ['with the missing last, either way', [null, 'a'], [1, 'b'], 1, 1],
    ['as equal when all parts are', [null, 'a'], [null, 'a'], 0, 0],
  ])('%s', (_, a, b, ascending, descending) => {
    expect(compareKeys(a, b, 'ASC')).toBe(ascending);
    expect(compareKeys(a, b, 'DESC')).toBe(descending);
    expect(Object.is(compareKeys(b, a, 'ASC'), 0 - ascending)).toBe(true);
  });
});

/** The error that a page refuses its arguments with. */
function refusal(args: PageArguments): GraphQLError {
  try {
    load(numbers, 'ASC', args);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
  }
  throw new Error('The page was not refused.');
}

test.each([
  ['first', -1],
  ['first', 101],
  ['last', -1],
  ['last', 101],
])('%s: %i is refused by its name, with what it takes', (argument, size) => {
  const { message, extensions } = refusal({ [argument]: size });
  expect(message).toBe(`${argument} takes a number from 0 to 100, not ${size}.`);
  expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
});

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  ['of another order', load(numbers, 'DESC').startCursor!],
  ['that is no text of ours', 'nonsense'],
  ['that is JSON, but no cursor', json({ name: 'value ASC' })],
  ['without a key', json(['value ASC'])],
  ['that is empty', ''],
  ['with something before it', ` ${load(numbers, 'ASC').startCursor!}`],
  ['with something behind it', `${load(numbers, 'ASC').startCursor!}=`],
])('a cursor %s is refused, where it stands', (_, cursor) => {
  for (const argument of ['after', 'before']) {
    const { message, extensions } = refusal({ [argument]: cursor });
    expect(message).toContain(`${JSON.stringify(cursor)} is not a cursor of this connection`);
    expect(extensions).toEqual({ code: 'BAD_USER_INPUT', argument });
  }
});

test('where another version may order otherwise, its cursors are refused, and the newest version is named', () => {
  const [before, now] = ['a', 'b'].map((digit) => digit.repeat(64));
  const page = (version: string | undefined, args: PageArguments = {}) =>
    pageOf(numbers, { ...orderBy('ASC'), ...(version && { version }) }, args);
  for (const argument of ['after', 'before']) {
    const { startCursor: cursor } = page(before, { first: 1 });
    expect(page(before, { [argument]: cursor }).totalCount).toBe(numbers.length);
    expect(() => page(now, { [argument]: cursor })).toThrow(
      expect.objectContaining({ extensions: { code: 'VERSION_GONE', argument, newest: now } }),
    );
    // Of an order that no version changes.
    const fixed = page(undefined, { first: 1 }).startCursor;
    expect(() => page(now, { [argument]: fixed })).toThrow('is not a cursor of this connection');
    expect(() => page(undefined, { [argument]: cursor })).toThrow('is not a cursor');
  }
});
