import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranked, sorted } from './ranking.ts';

/** Few values, so that many are the same; and all that a double can be. */
const anyValue = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
  fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, Number.MIN_VALUE, 38_676e6),
);

test('rows stand by their values, missing ones last either way, and those of one value as they came', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(anyValue, { maxLength: 200, size: 'max' })
        .chain((values) =>
          fc.tuple(
            fc.constant(values),
            fc.shuffledSubarray([...values.keys()], { minLength: values.length }),
          ),
        ),
      async ([values, rows]) => {
        for (const direction of ['ASC', 'DESC'] as const) {
          const sign = direction === 'ASC' ? 1 : -1;
          const expected = rows.toSorted((a, b) => {
            const [x, y] = [values[a]!, values[b]!];
            const missing = Number(Number.isNaN(x)) - Number(Number.isNaN(y));
            return missing || (x < y ? -sign : x > y ? sign : 0);
          });
          expect([...(await ranked(Uint32Array.from(rows), values, direction))]).toEqual(expected);
        }
      },
    ),
  );
});

test('rows stand by their keys, up to the largest, and those of one key as they came', async () => {
  const anyKey = fc.oneof(fc.nat(3), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
  await fc.assert(
    fc.asyncProperty(fc.array(anyKey, { maxLength: 200, size: 'max' }), async (keys) => {
      const rows = [...keys.keys()];
      expect([...(await sorted(Uint32Array.from(rows), keys))]).toEqual(
        rows.toSorted((a, b) => keys[a]! - keys[b]!),
      );
    }),
  );
});

test('a ranking leaves the rows that it is given as they are', async () => {
  const rows = Uint32Array.of(0, 1, 2);
  expect([...(await ranked(rows, [3, 1, 2], 'ASC'))]).toEqual([1, 2, 0]);
  expect([...rows]).toEqual([0, 1, 2]);
});
