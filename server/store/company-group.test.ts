import { expect, test } from 'vitest';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { groupOfAny } from './company-group.ts';

const snapshot = reviewedSnapshot();
const company = (slug: string) => snapshot.company('slug', slug)!;
const SIX = ['tencent', 'alibaba', 'microsoft', 'baidu', 'amazon', 'meta'];

test.each([
  [1, 'Tencent'],
  [2, 'Alibaba Group and Tencent'],
  [3, 'Alibaba Group, Microsoft and Tencent'],
  [5, 'Alibaba Group, Amazon, Baidu, Microsoft and Tencent'],
  [6, 'Alibaba Group, Amazon, Baidu, Meta Platforms, Microsoft and 1 more'],
])('a group of %i companies has no slug; its name has at most five of theirs: %s', (count, name) => {
  const group = groupOfAny(SIX.slice(0, count).map(company));
  expect(group).toMatchObject({ slug: null, name });
  expect(group.members).toHaveLength(count);
  expect(group.description).toContain(name);
});

test('the order of its companies makes no other group, and neither does one given twice', () => {
  const [a, b, c] = ['meta', 'baidu', 'amazon'].map(company);
  const expected = groupOfAny([a!, b!, c!]);
  expect(groupOfAny([c!, a!, b!])).toEqual(expected);
  expect(groupOfAny([b!, a!, b!, c!, a!])).toEqual(expected);
  expect(expected.members.map(({ slug }) => slug)).toEqual(['amazon', 'baidu', 'meta']);
});

test('a view of any companies knows its group again, and so does one of a group of the dataset', async () => {
  for (const group of [groupOfAny(SIX.map(company)), snapshot.group('us-cloud')!]) {
    const view = await snapshot.groupView(group, 'USD');
    expect(snapshot.groupIn(view)).toEqual(group);
  }
});
