import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { readBody } from './read-body.ts';
import type { Handler } from './routes.ts';
import { type HttpServer, listen } from './server.ts';

let server: HttpServer | undefined;
afterEach(async () => {
  server?.cut();
  await server?.stop();
});

async function open(handler: Handler) {
  server = await listen(handler, '127.0.0.1', 0);
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => {});
  return socket;
}

test('an answer that was under way when the server is told to stop says that nothing is to be sent after it', async () => {
  const asked: (() => void)[] = [];
  const socket = await open((_, response) => {
    asked.push(() => response.end('answered'));
  });
  socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
  await expect.poll(() => asked.length).toBe(1);
  const stopped = server!.stop();
  asked[0]!();
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer.toLowerCase()).toContain('connection: close');
  expect(answer).toContain('answered');
  await stopped;
});

const MOST = 10;
const measuring: Handler = (request, response) =>
  readBody(request, response, MOST, (body) => response.end(body ? `took ${body}` : 'too large'));

const asking = (length: number) =>
  `POST / HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: ${length}\r\n\r\n`;

test('who asks whether to send a body is told to when it may be so large', async () => {
  const socket = await open(measuring);
  socket.write(asking(MOST));
  expect(String(await once(socket, 'data'))).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  socket.write('a'.repeat(MOST));
  expect(String(await once(socket, 'data'))).toContain(`took ${'a'.repeat(MOST)}`);
  socket.destroy();
});

test('who asks whether to send a body that is too large is refused instead, and can send nothing else in its place', async () => {
  const socket = await open(measuring);
  socket.write(asking(900_000_000));
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).toContain('too large');
  expect(answer.toLowerCase()).toContain('connection: close');
});

test('a body that says it is too large is refused before any of it has come', async () => {
  const socket = await open(measuring);
  socket.write(asking(900_000_000).replace('expect', 'x-expect'));
  expect(String(await once(socket, 'data'))).toContain('too large');
  socket.destroy();
});
