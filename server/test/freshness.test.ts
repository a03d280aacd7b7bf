import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFacts } from './add-rows.ts';
import { readTable } from './dataset.ts';
import { revenueOf, type Served, startSeen } from './seen-server.ts';
import { TcpProxy } from './tcp-proxy.ts';
import { createDatabase } from './testkit.ts';

const open: { stop(): Promise<void> }[] = [];
afterAll(() => Promise.all(open.map((each) => each.stop())));

async function start(url: string, settings?: Record<string, string>): Promise<Served> {
  const server = await startSeen(url, settings);
  open.push(server);
  return server;
}

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
