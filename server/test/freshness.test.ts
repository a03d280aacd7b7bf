import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../cli/serve.ts';
import { readEnvironment } from '../env.ts';
import type { HttpServer } from '../http/server.ts';
import { addFacts, NEXT_REVENUE, type NewFact } from './add-rows.ts';
import { readTable } from './dataset.ts';
import { openPrimaryAndStandby, type PrimaryAndStandby } from './standby.ts';
import { TcpProxy } from './tcp-proxy.ts';
import { createDatabase } from './testkit.ts';

interface Seen {
  /** The header that says which version answered. */
  readonly version: string;
  readonly status: number;
  /** When it was last known to be the newest, where it may not be. */
  readonly checked: string | null;
  readonly facts?: number | undefined;
  readonly changes?: number | undefined;
}

interface Served extends HttpServer {
  /** What it warns of. */
  readonly warnings: string[];
  see(): Promise<Seen>;
  get(path: string): Promise<string>;
}

/** What is in memory of a company, and what stays in the database. */
const QUESTION = `{
  company(by: { slug: "alibaba" }) { quarters(last: 1) { nodes { facts { amount note source { title } } } } }
  changes(company: "alibaba", first: 1) { totalCount }
}`;

const open: { stop(): Promise<void> }[] = [];
afterAll(() => Promise.all(open.map((each) => each.stop())));

async function start(databaseUrl: string, settings: Record<string, string> = {}): Promise<Served> {
  const environment = readEnvironment({
    DATABASE_URL: databaseUrl,
    PORT: '0',
    RESPONSE_CACHE_MB: '0',
    ...settings,
  });
  const warnings: string[] = [];
  const into = new Writable({
    write(line, _, done) {
      warnings.push(JSON.parse(String(line)).msg);
      done();
    },
  });
  const server = await serve(environment, pino({ level: 'warn' }, into));
  open.push(server);
  const see = async (): Promise<Seen> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION }),
    });
    const { data } = (await response.json()) as {
      data?: {
        company: { quarters: { nodes: readonly { facts: object[] }[] } };
        changes: { totalCount: number };
      };
    };
    return {
      version: response.headers.get('x-dataset-version')!,
      status: response.status,
      checked: response.headers.get('x-dataset-checked'),
      facts: data?.company.quarters.nodes[0]?.facts.length,
      changes: data?.changes.totalCount,
    };
  };
  const get = async (path: string) => (await fetch(server.url + path)).text();
  return { ...server, warnings, see, get };
}

/** The same figure again and again, a day later each time. */
const revenueOf = (day: number): NewFact => ({
  ...NEXT_REVENUE,
  published_on: `2026-11-${String(day).padStart(2, '0')}`,
});

describe('servers on one database', () => {
  let url: string;
  beforeAll(async () => {
    url = await createDatabase();
  });

  test('an import is served by each, whether it hears of imports or only looks for them', async () => {
    const servers = await Promise.all([
      start(url),
      start(url, { CAPEXGRAPH_POOL_SIZE: '2' }),
      start(url, { CAPEXGRAPH_LISTEN: 'false', CAPEXGRAPH_POOL_SIZE: '1' }),
    ]);
    const before = await servers[0].see();
    await addFacts(url, [revenueOf(1)]);
    for (const server of servers) {
      await expect.poll(() => server.see()).toMatchObject({ changes: before.changes! + 1 });
      expect(server.warnings).toEqual([]);
    }
    const seen = await Promise.all(servers.map((server) => server.see()));
    expect(new Set(seen.map(({ version }) => version)).size).toBe(1);
    expect(seen[0]!.version).not.toBe(before.version);
  });

  test('a connection that hears no more costs a second, is said once, and gets a successor', async () => {
    const { port } = new URL(url);
    const proxy = await TcpProxy.open(() => Number(port));
    open.push({ stop: () => proxy.close() });
    const server = await start(proxy.by(url));
    await expect.poll(() => proxy.having('listen ')).toBe(1);
    for (const day of [2, 3]) {
      const before = await server.see();
      proxy.silence('listen ');
      await addFacts(url, [revenueOf(day)]);
      await expect.poll(() => server.see()).not.toEqual(before);
      await expect.poll(() => proxy.having('listen ')).toBe(1);
    }
    expect(server.warnings).toEqual([
      expect.stringMatching(/^Imports are not heard of by LISTEN \(.*\); they are looked for/),
    ]);
  });

  test('health and metrics say which version is served, and how old that is', async () => {
    const server = await start(url);
    const { version } = await server.see();
    const { status, dataset } = JSON.parse(await server.get('/health/ready'));
    expect(status).toBe('ready');
    expect(dataset).toEqual({
      version,
      sequence: expect.any(Number),
      importedAt: expect.any(String),
      checkedAt: expect.any(String),
    });
    const metrics = await server.get('/metrics');
    expect(metrics).toContain(`capexgraph_dataset_info{version="${version}"} 1`);
    expect(metrics).toMatch(/^capexgraph_dataset_checked_age_seconds \d/m);
  });

  test('who pages by figures while an import lands is told, who pages by names misses nobody', async () => {
    const server = await start(url);
    const pageOf = async (field: string, after: string | null) => {
      const { version } = await server.see();
      const query = `query ($after: String) { companies(first: 5, after: $after, orderBy: { field: ${field} }) {
        nodes { slug } pageInfo { endCursor hasNextPage } } }`;
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables: { after } }),
      });
      const { data, errors } = (await response.json()) as PageAnswer;
      return { version, ...data?.companies, code: errors?.[0]?.extensions.code };
    };
    const first = await Promise.all(
      ['NAME', 'LATEST_CAPEX_USD'].map((field) => pageOf(field, null)),
    );
    await addFacts(url, [revenueOf(4)]);
    await expect.poll(() => server.see()).not.toMatchObject({ version: first[0]!.version });

    const [byName, byCapex] = first.map(({ pageInfo }) => pageInfo!.endCursor);
    expect(await pageOf('LATEST_CAPEX_USD', byCapex!)).toMatchObject({ code: 'VERSION_GONE' });
    const seen = first[0]!.nodes!.map(({ slug }) => slug);
    for (let after: string | null = byName!; after !== null; ) {
      const { nodes, pageInfo } = await pageOf('NAME', after);
      seen.push(...nodes!.map(({ slug }) => slug));
      after = pageInfo!.hasNextPage ? pageInfo!.endCursor : null;
    }
    expect(seen.toSorted()).toEqual(
      readTable('companies')
        .map(({ slug }) => slug)
        .toSorted(),
    );
  });
});

interface PageAnswer {
  readonly data?: {
    readonly companies: {
      readonly nodes: readonly { slug: string }[];
      readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
    };
  };
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

describe('a database with a standby', () => {
  let databases: PrimaryAndStandby;
  /** Which of the two a pooler asks, connection by connection. */
  let turns: ('primary' | 'standby')[] = ['primary', 'standby'];
  let proxy: TcpProxy;
  beforeAll(async () => {
    databases = await openPrimaryAndStandby();
    const portOf = (connection: number) =>
      Number(new URL(databases[turns[connection % turns.length]!]).port);
    proxy = await TcpProxy.open(portOf);
  });
  afterAll(async () => {
    await Promise.all(open.splice(0).map((each) => each.stop()));
    await proxy.close();
    await databases.close();
  });

  test('a server on the standby serves what the primary imports, and says once that it hears of nothing', async () => {
    const server = await start(databases.standby);
    const before = await server.see();
    await addFacts(databases.primary, [revenueOf(1)]);
    await expect.poll(() => server.see()).toMatchObject({ changes: before.changes! + 1 });
    expect(server.warnings).toEqual([expect.stringContaining('cannot execute LISTEN')]);
  });

  test('where reads go to a standby that lags, no answer mixes two versions', async () => {
    const server = await start(proxy.by(databases.primary));
    const before = await server.see();
    await databases.tell('select pg_wal_replay_pause()');
    await addFacts(databases.primary, [revenueOf(2)]);
    const seen: Seen[] = [];
    const ask = async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => server.see()));
      seen.push(...answers);
      return answers.every(({ version }) => version !== before.version);
    };
    await expect.poll(ask).toBe(true);
    await databases.tell('select pg_wal_replay_resume()');
    for (const { version, ...answer } of seen) {
      if (version === before.version) expect(answer).toMatchObject({ changes: before.changes });
      else if (answer.status === 200)
        expect(answer).toMatchObject({ changes: before.changes! + 1 });
      else expect(answer.status).toBe(503);
    }
    await expect
      .poll(() => server.see())
      .toMatchObject({ status: 200, changes: before.changes! + 1 });
  });

  test('a standby that follows no more says how old it is, and serves what it has when it takes over', async () => {
    turns = ['primary'];
    proxy.cut();
    const server = await start(proxy.by(databases.primary));
    const before = await server.see();
    await databases.tell(`alter system set primary_conninfo = ''`);
    await databases.tell('select pg_reload_conf()');
    const receivers = () => databases.tell('select from pg_stat_wal_receiver');
    await expect.poll(receivers).toEqual([]);
    const cutOff = await start(databases.standby);
    await expect
      .poll(() => cutOff.see())
      .toMatchObject({ status: 200, checked: expect.stringContaining('GMT') });
    expect(JSON.parse(await cutOff.get('/health/ready'))).toMatchObject({ status: 'degraded' });
    await addFacts(databases.primary, [revenueOf(3)]);
    await expect.poll(() => server.see()).toMatchObject({ changes: before.changes! + 1 });

    turns = ['standby'];
    await databases.tell('select pg_promote()');
    proxy.cut();
    await expect.poll(() => server.see()).toEqual(before);
    // Ids of imports may come again.
    await addFacts(databases.standby, [{ ...revenueOf(3), value: '2' }]);
    await expect.poll(() => server.see()).toMatchObject({ changes: before.changes! + 1 });
  });
});
