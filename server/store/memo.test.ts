import { expect, test } from 'vitest';
import { memo } from './memo.ts';

test('what is asked for is worked out once for each key, also while it is being worked out', async () => {
  const asked: string[] = [];
  const length = memo(async (word: string) => {
    asked.push(word);
    return word.length;
  });
  expect(await Promise.all([length('one'), length('three'), length('one')])).toEqual([3, 5, 3]);
  expect(await length('three')).toBe(5);
  expect(asked).toEqual(['one', 'three']);
});

test('what failed is worked out again', async () => {
  let times = 0;
  const once = memo(async () => {
    if (times++ === 0) throw new Error('not yet');
    return times;
  });
  await expect(once()).rejects.toThrow('not yet');
  expect([await once(), await once()]).toEqual([2, 2]);
});
