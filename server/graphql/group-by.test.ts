import { expect, test } from 'vitest';
import { groupOfAny } from '../store/company-group.ts';
import { Snapshot } from '../store/snapshot.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { findGroup } from './group-by.ts';
import { groupKey, groupWithKey, MAX_KEY_LENGTH, MAX_MEMBERS } from './group-key.ts';
import { globalId } from './node.ts';

/** A dataset of companies whose slugs have so many letters. */
function withSlugs(letters: number, length = MAX_MEMBERS): Snapshot {
  const { catalog, series } = reviewedSnapshot();
  const companies = Array.from({ length }, (_, place) => ({
    ...catalog.companies[0]!,
    id: place,
    slug: String(place).padStart(letters, 'a'),
  }));
  return new Snapshot({ ...catalog, companies, groups: [] }, series);
}

const everyone = ({ catalog }: Snapshot) => ({
  companies: catalog.companies.map(({ slug }) => ({ slug })),
});

test('the largest group has an id that fits into an address and is found by it', () => {
  const snapshot = withSlugs(28);
  const group = findGroup(everyone(snapshot), 'by', snapshot)!;
  expect(group.members).toHaveLength(MAX_MEMBERS);
  expect(globalId('Group', groupKey(group)).length).toBeLessThan(4_100);
  expect(groupWithKey(groupKey(group), snapshot)).toEqual(group);
});

test('a group whose id would be longer is refused, and no id leads to it', () => {
  const snapshot = withSlugs(30);
  expect(() => findGroup(everyone(snapshot), 'by', snapshot)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining(`at most ${MAX_KEY_LENGTH} characters`),
      extensions: { code: 'BAD_USER_INPUT', argument: 'by.companies' },
    }),
  );
  const key = groupKey(groupOfAny(snapshot.catalog.companies));
  expect(groupWithKey(key, snapshot)).toBeNull();
});

test('a group of more companies is refused, and no id leads to it', () => {
  const snapshot = withSlugs(3, MAX_MEMBERS + 1);
  expect(() => findGroup(everyone(snapshot), 'by', snapshot)).toThrow(
    `A group has at most ${MAX_MEMBERS} companies, and here are ${MAX_MEMBERS + 1}.`,
  );
  const key = groupKey(groupOfAny(snapshot.catalog.companies));
  expect(groupWithKey(key, snapshot)).toBeNull();
});
