import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../../server/test/testkit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const get = (path: string, headers = {}) => fetch(server.url + path, { headers });

const assetsOf = (html: string) =>
  [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);

test('the page is at /, may run only what it came with, and is asked for anew each time', async () => {
  const response = await get('/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  const again = await get('/', { 'if-none-match': response.headers.get('etag')! });
  expect(again.status).toBe(304);
});

test('its scripts and styles are kept for ever, and come to 150 kB at most', async () => {
  const html = await (await get('/')).text();
  const assets = assetsOf(html);
  expect(assets.map((path) => path.split('.').at(-1))).toEqual(['js', 'css']);
  let size = 0;
  for (const path of assets) {
    const response = await get(path);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('gzip');
    size += gzipSync(Buffer.from(await response.arrayBuffer())).length;
  }
  expect(size).toBeLessThan(150_000);
});

test('only the frame of a chart may be put into other pages', async () => {
  const { headers } = await get('/?embed=yes');
  expect(headers.get('content-security-policy')).toContain('frame-ancestors *');
  expect(headers.get('x-frame-options')).toBeNull();
  expect((await get('/')).headers.get('x-frame-options')).toBe('DENY');
});

test('what is no file of the page is not found, whatever the path', async () => {
  for (const path of [
    '/assets/',
    '/assets/none.js',
    '/assets/..%2findex.html',
    '/assets/%2e%2e/main.cjs',
  ]) {
    expect((await get(path)).status, path).toBe(404);
  }
});
