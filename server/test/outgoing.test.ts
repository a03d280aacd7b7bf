import dns from 'node:dns';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { startServer } from './testkit.ts';

test('whatever address a request names, wherever, the server connects to none and looks none up', async () => {
  const server = await startServer();
  let calls = 0;
  const named = createServer((socket) => {
    calls++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(named, 'listening');
  const lookup = vi.spyOn(dns, 'lookup');
  const host = `127.0.0.1:${(named.address() as AddressInfo).port}`;
  const urls = [`http://${host}/`, 'http://capexgraph.invalid/'];
  const { hostname, port } = new URL(server.url);
  const send = async (request: string) => {
    const socket = connect(Number(port), hostname);
    socket.write(request);
    // An answer is of no interest here, nor whether there is one.
    socket.setTimeout(3_000, () => socket.destroy(new Error('late')));
    return text(socket).catch(() => {});
  };
  for (const url of urls) {
    const names = ['referer', 'origin', 'x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'];
    const headers = [...names, 'x-original-url', 'x-rewrite-url', 'destination', 'callback', 'link']
      .map((name) => `${name}: ${url}\r\n`)
      .join('');
    const encoded = encodeURIComponent(url);
    const query = `query ($url: String!) { company(by: { slug: $url }) { name } a: company(by: { ticker: "${url}" }) { name } }`;
    const body = JSON.stringify({
      query,
      variables: { url },
      extensions: { url },
      documentId: url,
    });
    const plain = JSON.stringify({ query, variables: { url } });
    const call = { name: 'company', arguments: { company: url, url } };
    const tool = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: call });
    const post = (path: string, sent: string) =>
      `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n${headers}content-type: application/json\r\naccept: application/json, text/event-stream\r\ncontent-length: ${Buffer.byteLength(sent)}\r\n\r\n${sent}`;
    const requests = [
      post('/graphql', body),
      post('/graphql', plain),
      post('/mcp', tool),
      ...[
        '/',
        '/graphql',
        '/data/facts.csv',
        '/changes.atom',
        '/mcp',
        '/metrics',
        '/nothing',
      ].flatMap((path) => [
        `GET ${path}?url=${encoded}&documentId=${encoded}&version=${encoded} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n${headers}\r\n`,
        `GET ${url}${path.slice(1)} HTTP/1.1\r\nhost: ${new URL(url).host}\r\nconnection: close\r\n\r\n`,
      ]),
      `CONNECT ${new URL(url).host} HTTP/1.1\r\nhost: ${new URL(url).host}\r\n\r\n`,
    ];
    for (const request of requests) await send(request);
  }
  expect(lookup.mock.calls.map(([name]) => name).filter((name) => /invalid/.test(name))).toEqual(
    [],
  );
  expect(calls).toBe(0);
  lookup.mockRestore();
  named.close();
  await server.stop();
});
