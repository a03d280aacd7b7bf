import { expect, test } from 'vitest';
import { readEnvironment } from '../env.ts';
import { memoryFor } from './memory.ts';

const MEGABYTE = 1024 * 1024;

const given = (megabytes: number, variables: NodeJS.ProcessEnv = {}) =>
  memoryFor(readEnvironment(variables), megabytes * MEGABYTE);

test('what is kept has room beside the program, whatever the machine and the settings', () => {
  for (const megabytes of [500, 700, 1_000, 2_000, 64_000]) {
    for (const screens of ['0', '20', '128']) {
      const { seriesBytes, screenBytes, responseCacheBytes } = given(megabytes, {
        CAPEXGRAPH_SCREEN_MB: screens,
      });
      expect(seriesBytes).toBeGreaterThan(0);
      const all = seriesBytes + screenBytes + responseCacheBytes;
      expect(all / MEGABYTE).toBeLessThanOrEqual(megabytes - 250);
    }
  }
  expect(given(64_000).seriesBytes).toBe(512 * MEGABYTE);
  expect(given(64_000, { CAPEXGRAPH_SERIES_MB: '2000' }).seriesBytes).toBe(2_000 * MEGABYTE);
});

test('settings that do not fit are refused in one line that names them', () => {
  expect(() => given(1_000, { CAPEXGRAPH_SERIES_MB: '800' })).toThrow(
    /^There are 1000 MB of memory.* CAPEXGRAPH_SERIES_MB=800, .* Set them lower\.$/,
  );
  expect(() => given(400)).toThrow(/RESPONSE_CACHE_MB=64/);
});

test('a pool has room for LISTEN and for a question beside it', () => {
  expect(() => readEnvironment({ CAPEXGRAPH_POOL_SIZE: '1' })).toThrow(
    /^CAPEXGRAPH_POOL_SIZE: .*CAPEXGRAPH_LISTEN=false.*, found "1"$/,
  );
  const alone = { CAPEXGRAPH_POOL_SIZE: '1', CAPEXGRAPH_LISTEN: 'false' };
  expect(readEnvironment(alone).CAPEXGRAPH_POOL_SIZE).toBe(1);
  expect(() => readEnvironment({ CAPEXGRAPH_POOL_SIZE: '0' })).toThrow('CAPEXGRAPH_POOL_SIZE');
});
