import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EdgarClient } from './edgar-client.ts';
import { FileCache } from './file-cache.ts';
import { waitAsked } from './retry-after.ts';

const CIK = '0000000001';
const TEXT = '{"cik":1}';

let folder: string;
let server: Server;
/** What the server answers, one after the other; the last again and again. */
let answers: RequestListener[];
let asked: { at: number; url: string; headers: NodeJS.Dict<string | string[]> }[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-edgar-'));
  asked = [];
  server = createServer((request, response) => {
    asked.push({ at: Date.now(), url: request.url!, headers: request.headers });
    answers[Math.min(asked.length, answers.length) - 1]!(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function openClient(lines: string[] = [], timeoutMs = 60_000): EdgarClient {
  return new EdgarClient({
    contact: 'Ada Lovelace ada@example.org',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/companyfacts`,
    cache: new FileCache(folder),
    timeoutMs,
    backoffMs: 5,
    onRetry: (line) => lines.push(line),
  });
}

const ok: RequestListener = (_, response) => response.end(TEXT);
const status =
  (code: number, headers = {}): RequestListener =>
  (_, response) =>
    response.writeHead(code, headers).end('<html>');

test('a company is asked for by its CIK of ten digits, by somebody who can be reached', async () => {
  answers = [ok];
  expect(await openClient().companyfacts(CIK)).toBe(TEXT);
  expect(asked).toHaveLength(1);
  expect(asked[0]!.url).toBe('/companyfacts/CIK0000000001.json');
  expect(asked[0]!.headers['user-agent']).toBe('Ada Lovelace ada@example.org');
});

test('what has not changed since is not sent again', async () => {
  answers = [
    (_, response) =>
      response
        .writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 01 Jun 2026 00:00:00 GMT' })
        .end(TEXT),
    status(304),
  ];
  await openClient().companyfacts(CIK);
  expect(await openClient().companyfacts(CIK)).toBe(TEXT);
  expect(asked[1]!.headers).toMatchObject({
    'if-none-match': '"1"',
    'if-modified-since': 'Mon, 01 Jun 2026 00:00:00 GMT',
  });
});

test('an answer that is no JSON is not kept for the next time', async () => {
  answers = [(_, response) => response.writeHead(200, { etag: '"1"' }).end('<html>'), ok];
  expect(await openClient().companyfacts(CIK)).toBe('<html>');
  expect(await openClient().companyfacts(CIK)).toBe(TEXT);
  expect(asked[1]!.headers['if-none-match']).toBeUndefined();
});

const cutOff: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': 1000 }).write(TEXT);
  setTimeout(() => response.destroy(), 20);
};
const silent: RequestListener = () => {};

test.each([
  ['too many requests', status(429), 'EDGAR answers with status 429'],
  ['a fault of the server', status(503), 'EDGAR answers with status 503'],
  ['an answer that is cut off', cutOff, 'the connection failed (other side closed)'],
  ['an answer that does not come', silent, 'no whole answer within 2 s', 2_000],
])('after %s, the request is sent again', async (_, fault, reason, timeoutMs?: number) => {
  const lines: string[] = [];
  answers = [fault, fault, ok];
  expect(await openClient(lines, timeoutMs).companyfacts(CIK)).toBe(TEXT);
  expect(asked).toHaveLength(3);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(`CIK0000000001.json: ${reason}; asking again in`);
});

test('a server that stays down is asked five times', async () => {
  answers = [status(500)];
  await expect(openClient().companyfacts(CIK)).rejects.toThrow(
    'EDGAR answers with status 500, 5 times; try again later',
  );
  expect(asked).toHaveLength(5);
});

test('the wait that the server asks for is kept', async () => {
  const lines: string[] = [];
  answers = [status(429, { 'retry-after': '1' }), ok];
  await openClient(lines).companyfacts(CIK);
  expect(lines[0]).toContain('asking again in 1.0 s');
  expect(asked[1]!.at - asked[0]!.at).toBeGreaterThanOrEqual(990);
});

test('a wait of hours is not waited for', async () => {
  answers = [status(429, { 'retry-after': '7200' })];
  await expect(openClient().companyfacts(CIK)).rejects.toThrow('asks to wait 120 minutes');
});

test.each([
  [404, 'EDGAR has no companyfacts for this CIK'],
  [403, '--contact'],
  [400, 'EDGAR answers with status 400'],
])('status %i is final', async (code, reason) => {
  answers = [status(code)];
  await expect(openClient().companyfacts(CIK)).rejects.toThrow(reason);
  expect(asked).toHaveLength(1);
});

test('at most eight requests are sent in a second', async () => {
  answers = [ok];
  const client = openClient();
  // None is sent before its turn, however late it arrives.
  const start = Date.now();
  await Promise.all(Array.from({ length: 12 }, () => client.companyfacts(CIK)));
  expect(asked.filter(({ at }) => at - start < 900).length).toBeLessThanOrEqual(8);
});

test('a wait is asked for in seconds or until a date', () => {
  const now = Date.parse('2026-06-01T00:00:00Z');
  const wait = (value: string) => waitAsked(new Headers({ 'retry-after': value }), now);
  expect(wait('3')).toBe(3000);
  expect(wait('Mon, 01 Jun 2026 00:00:05 GMT')).toBe(5000);
  expect(wait('Sun, 31 May 2026 00:00:05 GMT')).toBe(0);
  expect(wait('soon')).toBeUndefined();
  expect(waitAsked(new Headers(), now)).toBeUndefined();
});
