import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { connect, type Database } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { createGraphQL } from '../http/app.ts';
import { graphqlRequest } from '../http/exchange.ts';
import { openLog } from '../log.ts';
import { openStore } from '../store/store.ts';
import { makeWorld } from './world.ts';

// How long a screen takes over 10,000 companies of 60 quarters, beside the same screen in SQL.

const WORLD = { companies: 10_000, quarters: 60 };
const ROUNDS = 20;

const SCREEN = `query ($above: Float!) {
  quarters(first: 20, where: { capexToRevenue: { gt: $above } }, orderBy: { field: CAPEX }, currency: USD) {
    totalCount
    nodes { company { slug } calendarQuarter capex { value } capexToRevenue { value } }
  }
}`;

const SQL = `
  select count(*) over () as total, company.slug, capex.period_end, capex.value,
    capex.value / nullif(revenue.value, 0) as ratio
  from fact capex
  join company on company.id = capex.company_id
  join fact revenue on revenue.company_id = capex.company_id
    and revenue.period_end = capex.period_end and revenue.concept = 'REVENUE'
  where capex.concept = 'CAPEX' and capex.value / nullif(revenue.value, 0) > $1
  order by capex.value desc, capex.period_end, company.slug limit 20`;

const home = await mkdtemp(join(tmpdir(), 'capexgraph-bench-'));
const embedded = await openEmbedded(home);
try {
  await migrate(embedded.url);
  const database = connect(embedded.url);
  await makeWorld(database.pool, WORLD);
  await measure(database);
  await database.close();
} finally {
  await embedded.close();
  await rm(home, { recursive: true, force: true });
}

async function measure(database: Database): Promise<void> {
  const store = await openStore(database, {
    seriesBytes: 256 * 1024 * 1024,
    onError: console.error,
  });
  const { graphql } = createGraphQL({
    database,
    responseCacheBytes: 0,
    log: await openLog('silent'),
  });
  const screen = async () => {
    const { body } = await graphql(
      graphqlRequest({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(
          JSON.stringify({ query: SCREEN, variables: { above: 0.2 + Math.random() / 10 } }),
        ),
      }),
      store.snapshot,
    );
    const { data } = JSON.parse(body.toString()) as { data: { quarters: { totalCount: number } } };
    if (data.quarters.totalCount === 0) throw new Error('The screen found nothing.');
  };
  const first = await time(screen);
  const later = await median(screen);
  const inSql = await median(() => database.pool.query(SQL, [0.2 + Math.random() / 10]));
  await store.close();
  const rss = process.memoryUsage().rss / 1024 / 1024;
  console.log(`A screen of ${WORLD.companies * WORLD.quarters} quarters`);
  console.log(`  first, from the database   ${first.toFixed(0)} ms`);
  console.log(`  later, from memory         ${later.toFixed(1)} ms (median of ${ROUNDS})`);
  console.log(`  the same in SQL            ${inSql.toFixed(1)} ms`);
  console.log(`  SQL over memory            ${(inSql / later).toFixed(1)} times`);
  console.log(`  resident memory            ${rss.toFixed(0)} MB`);
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await time(run));
  return times.sort((a, b) => a - b)[ROUNDS / 2]!;
}
