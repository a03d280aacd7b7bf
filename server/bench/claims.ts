import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { loadReviewedDataset } from '../importers/load-reviewed.ts';
import { median } from './speed/measure.ts';
import { type MeasuredServer, startCapexgraph, unpin } from './speed/servers.ts';

// What judging all claims costs a server: the first time after its start, and the first time of a later version.

const list = (times: readonly number[]) => times.map((time) => time.toFixed(0)).join(', ');

const STARTS = 5;
const VERSIONS = 5;

const CLAIMS = `{ claims { slug verdict finding readings { computed computedToday verdict verdictToday } } }`;
/** A version is judged once, so that another one is wanted each time. */
const NEXT_VERSION = `
  with added as (insert into import (kind, origin, facts_added, version)
    select 'csv', 'bench', 0, md5(id::text) || md5(id::text) from import order by id desc limit 1
    returning id)
  select pg_notify('capexgraph_version', id::text) from added`;

const folder = await mkdtemp(join(tmpdir(), 'capexgraph-bench-'));
// Run by root, PostgreSQL is another user, who has to get through.
await chmod(folder, 0o755);
const embedded = await openEmbedded(join(folder, 'home'));
try {
  await migrate(embedded.url);
  const database = connect(embedded.url);
  await loadReviewedDataset(database, () => {});
  unpin();
  const [cold, warm]: [number[], number[]] = [[], []];
  for (let start = 0; start < STARTS; start++) {
    const server = await startCapexgraph({ DATABASE_URL: embedded.url });
    cold.push(await work(server));
    for (let version = 0; version < VERSIONS; version++) {
      await database.pool.query(NEXT_VERSION);
      await sleep(500);
      warm.push(await work(server));
    }
    await server.stop();
  }
  console.log(`All claims, milliseconds of the server's processor (goal: under 100)`);
  console.log(`  the first time after a start   ${median(cold).toFixed(0)}   (${list(cold)})`);
  console.log(`  of a later version             ${median(warm).toFixed(0)}   (${list(warm)})`);
  await database.close();
} finally {
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
}

/** How long the server was at work for an answer with every claim. */
async function work({ url }: MeasuredServer): Promise<number> {
  // The first look at metrics loads the library.
  await processorTime(url);
  // And the first question all that any question needs.
  await ask(url, '{ companies { nodes { slug } } }');
  const before = await processorTime(url);
  const { claims } = (await ask(url, CLAIMS)) as { claims: unknown[] };
  if (claims.length === 0) throw new Error('There are no claims.');
  return (await processorTime(url)) - before;
}

async function ask(url: string, query: string): Promise<object> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: object }).data;
}

/** In milliseconds since the server's start. */
async function processorTime(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.e-]+)$/m.exec(text)![1]) * 1000;
}
