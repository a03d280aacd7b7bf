import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PostgresProcesses } from './postgres-processes.ts';
import { ServerProcess } from './server-process.ts';
import { createDatabase, startServer } from './testkit.ts';

/** What is not in memory: it asks the database each time. */
const DOCUMENTS = `{
  company(by: { slug: "alibaba" }) { quarters(last: 2) { nodes { facts { note source { title } } } } }
}`;
/** Three seconds are promised, of a machine that does nothing else; without them PostgreSQL's own limit of fifteen would end what waits. */
const HANGING_MS = 14_000;

const UNCACHED = { RESPONSE_CACHE_MB: '0' };
const FIGURES = `{ company(by: { slug: "alibaba" }) { quarters(last: 2) { nodes { capex { value } } } } }`;

interface Reply {
  readonly status: number;
  readonly code: string | undefined;
  readonly checked: string | null;
  readonly retryAfter: string | null;
}

async function ask(url: string, query: string, accept = 'application/json'): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(HANGING_MS),
  });
  const { errors } = (await response.json()) as {
    errors?: readonly { extensions: { code: string } }[];
  };
  return {
    status: response.status,
    code: errors?.[0]?.extensions.code,
    checked: response.headers.get('x-dataset-checked'),
    retryAfter: response.headers.get('retry-after'),
  };
}

const UNAVAILABLE = { status: 503, code: 'SERVICE_UNAVAILABLE', retryAfter: '1' };

describe('a database that is away', () => {
  let home: string;
  let server: ServerProcess;
  let url: string;
  let postgres: PostgresProcesses;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'capexgraph-outage-'));
    await chmod(home, 0o755);
    server = new ServerProcess({ CAPEXGRAPH_HOME: home, ...UNCACHED });
    url = await server.url;
    postgres = new PostgresProcesses(home);
    for (let n = 0; n < 3; n++) await ask(url, DOCUMENTS);
  });
  afterAll(async () => {
    await postgres.signal('SIGCONT');
    server.kill();
    await server.exitCode;
    await postgres.signal('SIGKILL');
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });

  const ready = async () => {
    const response = await fetch(`${url}/health/ready`);
    return { code: response.status, ...((await response.json()) as object) };
  };

  test('frozen, what needs it is refused in three seconds, what is in memory is served and says how old it is', async () => {
    await postgres.signal('SIGSTOP');
    try {
      const first = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          ask(
            url,
            `${DOCUMENTS} # ${n}`,
            n % 2 ? 'application/json' : 'application/graphql-response+json',
          ),
        ),
      );
      for (const each of first) {
        expect(each).toMatchObject(UNAVAILABLE);
      }
      const second = await ask(url, DOCUMENTS);
      expect(second).toMatchObject(UNAVAILABLE);
      const file = await fetch(`${url}/data/facts.csv`);
      expect([file.status, file.headers.get('retry-after')]).toEqual([503, '1']);
      const figures = await ask(url, FIGURES);
      expect(figures).toMatchObject({ status: 200, code: undefined });
      expect(Date.parse(figures.checked!)).toBeLessThan(Date.now());
      expect(await ready()).toMatchObject({
        code: 200,
        status: 'degraded',
        database: { answers: false },
      });
    } finally {
      await postgres.signal('SIGCONT');
    }
    await expect
      .poll(() => ask(url, DOCUMENTS), { interval: 100 })
      .toMatchObject({
        status: 200,
        checked: null,
      });
    // Whether there has been an import meanwhile is known a moment later.
    await expect
      .poll(ready)
      .toMatchObject({ code: 200, status: 'ready', database: { answers: true } });
  });

  test('killed under load, every answer is right or says that it is away, and all is well again soon', async () => {
    let isOver = false;
    const replies: Reply[] = [];
    const clients = Array.from({ length: 8 }, async () => {
      for (; !isOver; await sleep(10)) replies.push(await ask(url, DOCUMENTS));
    });
    await expect.poll(() => replies.length).toBeGreaterThan(20);
    const pid = await postgres.pid();
    await postgres.signal('SIGKILL');
    await expect.poll(() => replies.at(-1)?.status).toBe(503);
    await expect.poll(() => replies.at(-1)?.status).toBe(200);
    isOver = true;
    await Promise.all(clients);
    expect(await postgres.pid()).not.toBe(pid);
    for (const { status, code } of replies) {
      if (status !== 200) expect([status, code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    }
  });

  test('frozen, a server that is told to stop is not ready first, ends well, and PostgreSQL after it', async () => {
    await postgres.signal('SIGSTOP');
    const waiting = ask(url, DOCUMENTS);
    const stopped = server.stop();
    await expect.poll(ready, { interval: 10 }).toMatchObject({ code: 503, status: 'stopping' });
    expect(await stopped).toBe(0);
    expect(await waiting).toMatchObject(UNAVAILABLE);
    await postgres.signal('SIGCONT');
    await expect.poll(() => postgres.pid()).toBeUndefined();
  });
});

test('a file whose tables are locked is refused before any of it is sent, the archive, too', async () => {
  const url = await createDatabase();
  const server = await startServer(url, UNCACHED);
  const locker = new pg.Client(url);
  await locker.connect();
  const statusOf = async (file: string) => {
    const response = await fetch(`${server.url}/data/${file}`);
    return [response.status, (await response.arrayBuffer()).byteLength > 0];
  };
  for (const table of ['source', 'definition']) {
    await locker.query(`begin; lock table ${table} in access exclusive mode`);
    for (const file of [`${table}s.csv`, 'capexgraph.zip']) {
      expect(await statusOf(file), `${file}, ${table} locked`).toEqual([504, true]);
    }
    expect(await statusOf('companies.csv')).toEqual([200, true]);
    await locker.query('rollback');
  }
  expect(await statusOf('capexgraph.zip')).toEqual([200, true]);
  await locker.end();
  await server.stop();
});

test('a locked table delays what needs it for less than three seconds, and nothing else', async () => {
  const url = await createDatabase();
  const server = await startServer(url, UNCACHED);
  const locker = new pg.Client(url);
  await locker.connect();
  try {
    await ask(server.url, DOCUMENTS);
    await locker.query('begin; lock table source in access exclusive mode');
    expect(await ask(server.url, DOCUMENTS)).toMatchObject({ status: 504, code: 'TIMEOUT' });
    const replies = await Promise.all(Array.from({ length: 30 }, () => ask(server.url, DOCUMENTS)));
    for (const { status, code } of replies) {
      expect([
        [504, 'TIMEOUT'],
        [503, 'SERVICE_UNAVAILABLE'],
      ]).toContainEqual([status, code]);
    }
    expect(await ask(server.url, FIGURES)).toMatchObject({ status: 200, checked: null });
    await locker.query('rollback');
    expect(await ask(server.url, DOCUMENTS)).toMatchObject({ status: 200 });
  } finally {
    await locker.end();
    await server.stop();
  }
});
