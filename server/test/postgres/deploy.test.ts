import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { inProject } from '../../paths.ts';
import { addFacts, NEXT_REVENUE } from '../add-rows.ts';
import { ServerProcess } from '../server-process.ts';
import { openPrimaryAndStandby, type PrimaryAndStandby } from '../standby.ts';
import { freePort, Programs, programNamed, titled } from './programs.ts';

const NGINX = programNamed('nginx');

/** From memory, so that no outage of the database is one of it. */
const FIGURES =
  '{ company(by: { slug: "alibaba" }) { latestQuarter { calendarQuarter capex { amount } revenue { amount } } } }';
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
      const port = await freePort();
      const config = (await readFile(inProject('server/deploy/nginx.conf'), 'utf8'))
        .replace('server one:4000', `server 127.0.0.1:${ports[0]}`)
        .replace('server two:4000', `server 127.0.0.1:${ports[1]}`)
        .replace('listen 80', `listen 127.0.0.1:${port}`)
        // Without root it may not write where it is used to.
        .replace(
          'http {',
          `http { ${['fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path /tmp/${name};`).join(' ')}`,
        )
        .replaceAll('/tmp/', `${programs.folder}/`);
      await writeFile(join(programs.folder, 'nginx.conf'), config);
      const nginx = programs.start(
        NGINX!,
        '-c',
        join(programs.folder, 'nginx.conf'),
        '-g',
        'daemon off;',
      );
      url = `http://127.0.0.1:${port}`;
      await Promise.all(servers.map((server) => server.url));
      const isReady = async () =>
        expect((await fetch(`${url}/health/ready`)).status, nginx.output).toBe(200);
      await vi.waitFor(isReady, { timeout: 20_000 });
    }, 90_000);
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
          await expect
            .poll(() => ask(types[place]!), { timeout: 5_000 })
            .toMatchObject({ etag, cache: 'HIT' });
        }
      }
    });

    /** Asks without a pause, by GET and by POST, until it is told to stop; what was no right answer. */
    function load() {
      let isOver = false;
      let asked = 0;
      const failed: string[] = [];
      const client = async (number: number) => {
        while (!isOver) {
          const query = `${FIGURES} # ${number} ${asked++}`;
          const sent =
            number % 2
              ? post(query)
              : fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
                  headers: { accept: 'application/json' },
                });
          const text = await sent
            .then(async (response) => `${response.status} ${await response.text()}`)
            .catch(String);
          if (!text.startsWith('200 {"data":{"company":{"latestQuarter":{')) failed.push(text);
        }
      };
      const clients = Array.from({ length: 8 }, (_, number) => client(number));
      const more = async (count: number) => {
        const before = asked;
        await vi.waitFor(() => expect(asked).toBeGreaterThan(before + count), { timeout: 20_000 });
      };
      const stop = async () => {
        isOver = true;
        await Promise.all(clients);
        return failed;
      };
      return { more, stop };
    }

    test('a server restarts after the other while facts are imported, and no request fails', async () => {
      const { more, stop } = load();
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
    }, 60_000);

    test('the primary is lost, and no request fails that memory can answer; the standby that takes over gives the rest', async () => {
      const { more, stop } = load();
      await databases.losePrimary();
      await more(200);
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      await databases.tell('select pg_promote()');
      const documents = async () => (await post(DOCUMENTS)).status;
      await expect.poll(documents, { timeout: 20_000 }).toBe(200);
      await addFacts(databases.standby, [{ ...NEXT_REVENUE, published_on: '2026-11-04' }]);
      await more(100);
      expect(await stop()).toEqual([]);
    }, 60_000);
  },
);
