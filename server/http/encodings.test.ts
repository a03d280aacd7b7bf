import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress, encodingOf } from './encodings.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['deflate, zstd', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0.5,gzip;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0, gzip; q=0.0', undefined],
  ['*', 'br'],
  ['br;q=0, *', 'gzip'],
  ['*;q=0', undefined],
  ['br;q=much', undefined],
  ['abroad, gzipped', undefined],
])('of accept-encoding %j, %s is taken', (header, encoding) => {
  expect(encodingOf(header)).toBe(encoding);
});

test('what is compressed is the same afterwards, and smaller', async () => {
  const body = Buffer.from('{"capex":"38676000000"}'.repeat(100));
  for (const kind of ['answer', 'file'] as const) {
    const [br, gzip] = [await compress(body, 'br', kind), await compress(body, 'gzip', kind)];
    expect([brotliDecompressSync(br), gunzipSync(gzip)]).toEqual([body, body]);
    expect(Math.max(br.length, gzip.length)).toBeLessThan(body.length / 10);
  }
});
