import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { admission } from './admission.ts';
import { clientAddresses } from './client-address.ts';
import { type ConnectionBounds, USUAL_BOUNDS } from './connections.ts';
import { cors } from './cors.ts';
import { RateLimit } from './rate-limit.ts';
import type { Handler } from './routes.ts';
import { type HttpServer, listen } from './server.ts';

let server: HttpServer | undefined;
afterEach(async () => {
  server?.cut();
  await server?.stop();
});

async function serve(handler: Handler, bounds: Partial<ConnectionBounds> = {}) {
  server = await listen(handler, '127.0.0.1', 0, { ...USUAL_BOUNDS, ...bounds });
  return server.url;
}

function open(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  return socket;
}

/** Takes a thread's time, as a small query does. */
const busy = (ms: number) => {
  for (const start = performance.now(); performance.now() - start < ms; );
};

const REQUEST = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n';

test('of many requests at once on one connection each waits its turn, and so does every other connection', async () => {
  let running = 0;
  const order: string[] = [];
  let other: Promise<Response> | undefined;
  const url = await serve((request, response) => {
    expect(running++).toBe(0);
    order.push(request.url!);
    other ??= fetch(`${url}/other`);
    busy(5);
    running--;
    response.end(request.url);
  });
  const hog = open(url);
  hog.write(Array.from({ length: 80 }, (_, n) => REQUEST.replace('/', `/${n}`)).join(''));
  await expect.poll(() => order.length).toBe(81);
  expect(order.filter((path) => path !== '/other')).toEqual(
    Array.from({ length: 80 }, (_, n) => `/${n}`),
  );
  expect(await (await other)!.text()).toBe('/other');
  expect(order.indexOf('/other')).toBeLessThan(60);
  hog.destroy();
});

test('a request with a whole address for a target is one for its path', async () => {
  const url = await serve((request, response) => response.end(`at ${request.url}`));
  for (const [target, path] of [
    ['http://a.example/x?y', '/x?y'],
    ['HTTPS://a.example:1', '/'],
    ['http://a.example?y', '?y'],
    ['/http://a.example/x', '/http://a.example/x'],
  ]) {
    const socket = open(url);
    socket.write(REQUEST.replace('/', target!));
    expect(String(await once(socket, 'data'))).toMatch(
      new RegExp(`at ${path!.replace('?', '\\?')}$`),
    );
    socket.destroy();
  }
});

test('a connection on which far too many requests wait is closed', async () => {
  const url = await serve((_, response) => setTimeout(() => response.end(), 5));
  const hog = open(url);
  hog.write(REQUEST.repeat(2_000));
  hog.resume();
  await once(hog, 'close');
  expect((await fetch(url)).status).toBe(200);
});

test('an answer of which nothing is read is dropped, and one that is read slowly is not', async () => {
  const large = Buffer.alloc(8_000_000, 'x');
  let dropped = 0;
  const url = await serve(
    (request, response) => {
      request.socket.once('close', () => dropped++);
      response.end(large);
    },
    { readingMs: 4_000 },
  );
  const [idle, slow] = [open(url), open(url)];
  idle.pause().write(REQUEST);
  slow.write(REQUEST);
  let received = 0;
  slow.on('data', (chunk) => {
    received += chunk.length;
    slow.pause();
    setTimeout(() => slow.resume(), 30);
  });
  await expect.poll(() => received).toBeGreaterThan(large.length);
  await expect.poll(() => dropped).toBe(1);
  const ended = once(idle, 'close');
  // The close is only seen once what had come before it has been read.
  idle.resume();
  await ended;
  expect(idle.bytesRead).toBeLessThan(large.length);
  slow.destroy();
});

test('answers that many leave unread take no more memory than they may', async () => {
  const large = Buffer.alloc(8_000_000, 'x');
  let dropped = 0;
  const url = await serve(
    (request, response) => {
      request.socket.once('close', () => dropped++);
      response.end(large);
    },
    { unreadBytes: 30_000_000 },
  );
  const clients = Array.from({ length: 10 }, () => open(url));
  const cut = new Set<unknown>();
  for (const client of clients) {
    client.once('close', () => cut.add(client));
    client.pause().write(REQUEST);
  }
  await expect.poll(() => dropped).toBeGreaterThanOrEqual(7);
  for (const client of clients) client.resume();
  await expect.poll(() => cut.size).toBe(dropped);
  const whole = () => clients.filter(({ bytesRead }) => bytesRead > large.length).length;
  await expect.poll(whole).toBeGreaterThan(0);
  for (const client of clients) client.destroy();
});

test('a client may have so many connections and no more, and has others again once it closes some', async () => {
  const url = await serve((_, response) => response.end('{}'), { perClient: 3 });
  const asked = async () => {
    const socket = open(url);
    socket.write(REQUEST);
    const [head] = await once(socket, 'data');
    return { socket, answer: String(head) };
  };
  const allowed = [await asked(), await asked(), await asked()];
  for (const { answer } of allowed) expect(answer).toMatch(/^HTTP\/1.1 200 /);
  for (let n = 0; n < 3; n++) {
    const { socket, answer } = await asked();
    expect(answer).toMatch(/^HTTP\/1.1 429 .*"TOO_MANY_CONNECTIONS"/s);
    expect(answer).toContain('access-control-allow-origin: *');
    socket.resume();
    if (!socket.closed) await once(socket, 'close');
  }
  // Those that ask nothing are closed, too; far too many at once.
  const idle = Array.from({ length: 10 }, () => open(url).resume());
  await Promise.all(idle.map((socket) => once(socket, 'close')));
  // What was there before is answered all the while.
  allowed[0]!.socket.write(REQUEST);
  expect(String(await once(allowed[0]!.socket, 'data'))).toMatch(/^HTTP\/1.1 200 /);
  for (const { socket } of allowed) socket.destroy();
  await expect.poll(async () => (await asked()).answer).toMatch(/^HTTP\/1.1 200 /);
});

test.each([
  ['no HTTP', 'hello\r\n\r\n', 400, 'BAD_REQUEST'],
  ['a wish for a proxy', 'CONNECT a:1 HTTP/1.1\r\nhost: a:1\r\n\r\n', 405, 'METHOD_NOT_ALLOWED'],
  [
    'very long headers',
    `GET / HTTP/1.1\r\nhost: ${'a'.repeat(40_000)}\r\n\r\n`,
    431,
    'REQUEST_HEADERS_TOO_LARGE',
  ],
])('%s is refused in JSON with a code', async (_, sent, status, code) => {
  const url = await serve((_, response) => response.end());
  const socket = open(url);
  socket.write(sent);
  const answer = await text(socket);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!).errors[0].extensions.code).toBe(code);
});

test('headers that do not come to an end are cut off', async () => {
  const url = await serve((_, response) => response.end());
  const socket = open(url);
  socket.write('GET / HTTP/1.1\r\nhost: a\r\n');
  expect(await text(socket)).toContain('"REQUEST_TIMEOUT"');
});

test('a body that does not come to an end is cut off', async () => {
  const url = await serve((request, response) => request.resume().on('end', () => response.end()), {
    headersMs: 1_000,
    bodyMs: 1_000,
  });
  const socket = open(url);
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 10\r\n\r\nabc');
  expect(await text(socket)).toContain('"REQUEST_TIMEOUT"');
});

test('there are no more connections than there may be', async () => {
  const url = await serve((_, response) => response.end(), { connections: 3 });
  const kept = Array.from({ length: 3 }, () => open(url));
  await Promise.all(kept.map((socket) => once(socket, 'connect')));
  const more = open(url);
  const closed = once(more.resume(), 'close');
  // Sooner than one that asks nothing is closed for that.
  expect(await Promise.race([closed, sleep(5_000, 'open')])).not.toBe('open');
  expect(kept.some(({ destroyed }) => destroyed)).toBe(false);
  for (const socket of kept) socket.destroy();
});

test.each([
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['two hosts', 'GET / HTTP/1.1\r\nhost: a\r\nHost: b\r\n\r\n', 400],
  ['an expectation', 'POST / HTTP/1.1\r\nhost: a\r\nexpect: wonders\r\n\r\n', 417],
])('a request with %s is refused in JSON with a code', async (_, sent, status) => {
  const url = await serve((_, response) => response.end());
  const socket = open(url);
  socket.write(sent);
  const answer = await text(socket);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(JSON.parse(answer.split('\r\n\r\n')[1]!).errors[0].extensions.code).toBe('BAD_REQUEST');
});

test('who asks for too much is told so, and when to come again, and all others are answered', async () => {
  const limit = new RateLimit(2, () => 0);
  const { admit } = admission(limit, clientAddresses(['127.0.0.1']), cors());
  const url = await serve((request, response) => {
    if (admit(request, response)) response.end('{}');
  });
  const ask = (client: string) => fetch(url, { headers: { 'x-forwarded-for': client } });
  const statuses: number[] = [];
  for (let n = 0; n < 10; n++) {
    const { status, headers } = await ask('1.2.3.4');
    statuses.push(status);
    expect(headers.get('ratelimit-policy')).toBe('"cost";q=10;w=5');
    expect(headers.get('ratelimit')).toMatch(/^"cost";r=\d+;t=\d+$/);
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  const refused = await ask('1.2.3.4');
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({
    errors: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
  expect((await ask('1.2.3.5')).status).toBe(200);
});
