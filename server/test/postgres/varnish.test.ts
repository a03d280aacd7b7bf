import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../paths.ts';
import { addFacts, NEXT_REVENUE } from '../add-rows.ts';
import { createDatabase, startServer, type TestServer } from '../testkit.ts';
import { freePort, Programs, programNamed, titled, until } from './programs.ts';

const VARNISH = programNamed('varnishd');

const FACTS = '{ company(by: { slug: "alibaba" }) { latestQuarter { facts { amount } } } }';
const NEWEST = '{ changes(company: "alibaba", first: 1) { totalCount } }';

/** A Varnish with server/deploy/varnish.vcl before a server; says where it answers. */
async function startVarnish(programs: Programs, server: TestServer): Promise<string> {
  const { hostname, port } = new URL(server.url);
  const config = (await readFile(inProject('server/deploy/varnish.vcl'), 'utf8'))
    .replace('.host = "nginx"', `.host = "${hostname}"`)
    .replace('.port = "80"', `.port = "${port}"`);
  const file = join(programs.folder, 'varnish.vcl');
  await writeFile(file, config);
  const address = `127.0.0.1:${await freePort()}`;
  const running = programs.start(
    VARNISH!,
    ...['-F', '-j', 'none', '-n', join(programs.folder, 'varnish')],
    ...['-a', address, '-f', file, '-s', 'malloc,64m'],
  );
  await until(
    async () => (await fetch(`http://${address}/health/ready`)).ok,
    () => running.output,
  );
  return `http://${address}`;
}

describe.skipIf(!VARNISH)(titled('Varnish before a server', VARNISH), () => {
  let programs: Programs;
  let database: string;
  let server: TestServer;
  let url: string;
  beforeAll(async () => {
    programs = await Programs.open();
    database = await createDatabase();
    server = await startServer(database, { CAPEXGRAPH_SHARED_CACHE_SECONDS: '1' });
    url = await startVarnish(programs, server);
  });
  afterAll(async () => {
    await programs?.close();
    await server?.stop();
  });

  async function ask(path: string, headers: Record<string, string> = {}) {
    const response = await fetch(url + path, {
      headers: { accept: 'application/json', 'accept-encoding': 'identity', ...headers },
    });
    const { status, headers: given } = response;
    return {
      status,
      type: given.get('content-type')?.split(';')[0],
      encoding: given.get('content-encoding'),
      etag: given.get('etag'),
      cache: given.get('x-cache'),
      text: await response.text(),
    };
  }
  const addressOf = (query: string, more = '') =>
    `/graphql?query=${encodeURIComponent(query)}${more}`;
  const versionServed = async () =>
    (await server.query<{ dataset: { version: string } }>('{ dataset { version } }')).dataset
      .version;

  test('what names its version is kept, when the server has gone on to another one, too', async () => {
    const pinned = addressOf(FACTS, `&version=${await versionServed()}`);
    const before = await ask(pinned);
    expect(before).toMatchObject({ status: 200, cache: 'MISS' });
    await addFacts(database, [NEXT_REVENUE]);
    const gone = async () => (await fetch(server.url + pinned)).status;
    await expect.poll(gone).toBe(410);
    expect(await ask(pinned)).toEqual({ ...before, cache: 'HIT' });
  });

  test('the rest is kept for a second, then asked for by its tag; after an import it is another one', async () => {
    const address = addressOf(NEWEST);
    const { etag, text } = await ask(address);
    await expect.poll(() => ask(address)).toMatchObject({ etag, cache: 'HIT' });
    await expect
      .poll(() => ask(address))
      .toMatchObject({
        cache: 'REVALIDATED',
        etag,
        text,
      });
    expect(await ask(address, { 'if-none-match': etag! })).toMatchObject({ status: 304, text: '' });
    await addFacts(database, [{ ...NEXT_REVENUE, published_on: '2026-11-02' }]);
    const now = async () => (await ask(address)).text;
    await expect.poll(now).toBe(await (await fetch(server.url + address)).text());
    await expect.poll(now).not.toBe(text);
  });

  test('each media type is an answer of its own, and each is the same however it is compressed', async () => {
    const address = addressOf(FACTS, `&version=${await versionServed()}`);
    const types = ['application/json', 'application/graphql-response+json'];
    const tags = new Set<string | null>();
    for (const type of types) {
      const plain = await ask(address, { accept: type });
      tags.add(plain.etag);
      for (const encoding of ['gzip', 'br, gzip', 'identity', 'gzip']) {
        const { text, type: given } = await ask(address, {
          accept: type,
          'accept-encoding': encoding,
        });
        expect([given, text]).toEqual([type, plain.text]);
      }
      expect(await ask(address, { accept: type })).toMatchObject({ type, cache: 'HIT' });
    }
    expect(tags.size).toBe(2);
  });

  test.each([
    '/health/ready',
    '/health/live',
    '/schema.graphql',
    '/llms.txt',
    '/nowhere',
    addressOf('{ nonsense }'),
    addressOf('{ company(by: { slug: "nobody" }) { name } '),
  ])('%s is not kept', async (path) => {
    for (let time = 0; time < 3; time++) expect(await ask(path)).toMatchObject({ cache: 'MISS' });
  });

  test('what is posted is asked of the server, whatever cookies come with it', async () => {
    const post = () =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: 'a=b' },
        body: JSON.stringify({ query: NEWEST }),
      });
    for (let time = 0; time < 2; time++) {
      const response = await post();
      expect([response.status, response.headers.get('x-cache')]).toEqual([200, 'MISS']);
      expect(await response.json()).toHaveProperty('data.changes.totalCount');
    }
  });

  test('the metrics are for the operators alone', async () => {
    expect(await ask('/metrics')).toMatchObject({ status: 404 });
  });
});
