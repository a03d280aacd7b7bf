import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFacts, NEXT_REVENUE } from '../add-rows.ts';
import { ServerProcess } from '../server-process.ts';
import { openPrimaryAndStandby, type PrimaryAndStandby } from '../standby.ts';
import { FIGURES, load } from './load.ts';
import { NGINX, startNginx } from './nginx.ts';
import { freePort, Programs, titled, until } from './programs.ts';

const DOCUMENTS =
  '{ company(by: { slug: "meta" }) { latestQuarter { facts { note source { title } } } } }';

/** What server/deploy/compose.yaml runs, as processes: nginx, two servers, a primary and its standby. */
describe.skipIf(!NGINX)(
  titled('nginx before two servers on a database with a standby', NGINX),
  () => {
    let programs: Programs;
    let databases: PrimaryAndStandby;
    let ports: readonly number[];
    let servers: ServerProcess[];
    let url: string;

    const startServer = (place: number) => {
      const { host, username, password } = new URL(databases.primary);
      const hosts = [host, new URL(databases.standby).host].join(',');
      return new ServerProcess({
        DATABASE_URL: `postgresql://${username}:${password}@${hosts}/capexgraph?target_session_attrs=read-write`,
        PORT: String(ports[place]),
        HOST: '127.0.0.1',
        CAPEXGRAPH_SHARED_CACHE_SECONDS: '1',
      });
    };

    beforeAll(async () => {
      programs = await Programs.open();
      databases = await openPrimaryAndStandby();
      ports = [await freePort(), await freePort()];
      servers = ports.map((_, place) => startServer(place));
      const nginx = await startNginx(programs, ports);
      url = nginx.url;
      await Promise.all(servers.map((server) => server.url));
      const isReady = async () => (await fetch(`${url}/health/ready`)).status === 200;
      await until(isReady, () => nginx.output);
    });
    afterAll(async () => {
      await programs?.close();
      for (const server of servers ?? []) {
        server.kill();
        await server.exitCode;
      }
      await databases?.close();
    });

    const post = (query: string) =>
      fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });

    test('it keeps what names its version, and the rest for a second; each media type is an answer of its own', async () => {
      const query = encodeURIComponent(FIGURES);
      const { version } = (
        (await (await post('{ dataset { version } }')).json()) as {
          data: { dataset: { version: string } };
        }
      ).data.dataset;
      const types = ['application/json', 'application/graphql-response+json'];
      for (const address of [`?query=${query}&version=${version}`, `?query=${query}`]) {
        const ask = async (accept: string) => {
          const response = await fetch(`${url}/graphql${address}`, { headers: { accept } });
          const { headers } = response;
          await response.text();
          return {
            type: headers.get('content-type')!,
            etag: headers.get('etag'),
            cache: headers.get('x-cache'),
          };
        };
        const first = [await ask(types[0]!), await ask(types[1]!)];
        expect(first.map(({ type }) => type.split(';')[0])).toEqual(types);
        expect(new Set(first.map(({ etag }) => etag)).size).toBe(2);
        for (const [place, { etag }] of first.entries()) {
          await expect.poll(() => ask(types[place]!)).toMatchObject({ etag, cache: 'HIT' });
        }
      }
    });

    test('a server restarts after the other while facts are imported, and no request fails', async () => {
      const { more, stop } = load(url);
      for (const place of [0, 1]) {
        await more(100);
        expect(await servers[place]!.stop()).toBe(0);
        await addFacts(databases.primary, [
          { ...NEXT_REVENUE, published_on: `2026-11-0${place + 1}` },
        ]);
        await more(100);
        servers[place] = startServer(place);
        await servers[place].url;
      }
      await more(100);
      expect(await stop()).toEqual([]);
    });

    test('the primary is lost, and no request fails that memory can answer; the standby that takes over gives the rest', async () => {
      const { more, stop } = load(url);
      await databases.losePrimary();
      await more(200);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      await databases.tell('select pg_promote()');
      const documents = async () => (await post(DOCUMENTS)).status;
      await expect.poll(documents).toBe(200);
      await addFacts(databases.standby, [{ ...NEXT_REVENUE, published_on: '2026-11-04' }]);
      await more(100);
      expect(await stop()).toEqual([]);
    });
  },
);
