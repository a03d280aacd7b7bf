import { expect, expectTypeOf, test } from 'vitest';
import { tableOf } from './table.ts';
import type { GivenRow } from './tables.ts';
import { added, matching, optional, slug, text } from './types.ts';

interface Planet {
  readonly id: number;
  readonly slug: string;
  readonly moonCount: string;
  readonly starId: number;
}

const column = { ...text, meaning: 'Made up.' };
const details = {
  stored: 'planet',
  meaning: 'Planets.',
  identity: ['slug'],
  order: 'stored.id',
} as const;
const planets = tableOf<Planet, 'id'>();
const columns = { slug: column, moon_count: column, star: column };

test('a table has the columns of its model, and a reference is named by what it refers to', () => {
  expect(Object.keys(planets(columns, details).columns)).toEqual(['slug', 'moon_count', 'star']);
});

test('a column that is missing or misspelt does not compile', () => {
  const { star: _, ...missing } = columns;
  // @ts-expect-error The model has a star.
  planets(missing, details);
  // @ts-expect-error The model has no moons.
  planets({ ...columns, moons: column }, details);
  // @ts-expect-error The model calls it slug.
  planets(columns, { ...details, identity: ['slugg'] });
});

test('a row with a column that is missing or misspelt does not compile', () => {
  type Definition = GivenRow<'definitions'>;
  expectTypeOf<{ slug: string; description: string; rank: 1 }>().toExtend<Definition>();
  expectTypeOf<{ slug: string; descripton: string; rank: 1 }>().not.toExtend<Definition>();
  expectTypeOf<{ slug: string }>().not.toExtend<Definition>();
});

test('what may be empty has to be said to be; only what was added to a table may be left out', () => {
  const code = matching(/^\d+$/, 'expected digits');
  const { schema } = planets(
    {
      slug: { ...slug, meaning: '' },
      moon_count: { ...optional(code), meaning: '' },
      star: column,
    },
    details,
  );
  expect(schema.safeParse({ slug: 'mars', moon_count: null, star: 'sun' }).success).toBe(true);
  expect(schema.safeParse({ slug: 'mars', star: 'sun' }).success).toBe(false);
  expect(added(code).schema.parse(undefined)).toBeNull();
  expect(added(code).schema.safeParse('many').success).toBe(false);
});
