import { expect, test } from 'vitest';
import { replaces } from './newest-import.ts';

const SERVED = { importId: 7, version: 'a' };

test.each([
  ['the same', { importId: 7, version: 'a' }, false, false],
  ['the same, whose version nobody has worked out', { importId: 7, version: null }, false, false],
  ['a newer one', { importId: 8, version: 'b' }, true, true],
  ['an older one, of a primary that lacks the newest', { importId: 6, version: 'c' }, true, false],
  [
    'another one under the same number, after a failover',
    { importId: 7, version: 'd' },
    true,
    true,
  ],
])('%s is served in place of what is, or not, whether a primary has it or a standby', (_, found, onPrimary, onStandby) => {
  expect(replaces({ ...found, isStandby: false }, SERVED)).toBe(onPrimary);
  expect(replaces({ ...found, isStandby: true }, SERVED)).toBe(onStandby);
});
