import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Database } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { SCREENED } from '../domain/measures.ts';
import { isFiltered } from '../domain/screened.ts';
import { keysOf } from '../domain/table.ts';
import { constantCase } from '../graphql/enums.ts';
import { createGraphQL } from '../http/app.ts';
import { graphqlRequest } from '../http/exchange.ts';
import { openLog } from '../log.ts';
import { openStore, type Store } from '../store/store.ts';
import { makeWorld } from './world.ts';

// How long screens take over 10,000 companies of 60 quarters, and how long they hold up others, beside a screen in SQL.

const WORLD = { companies: 10_000, quarters: 60 };
const ROUNDS = 20;

const SCREEN = `query ($where: QuarterFilter, $orderBy: QuarterOrder, $currency: Currency, $asOf: Date) {
  quarters(first: 20, where: $where, orderBy: $orderBy, currency: $currency, asOf: $asOf) {
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

const FIGURES = keysOf(SCREENED);
const byCapex = { orderBy: { field: 'CAPEX' }, currency: 'USD' };
const bounded = () => ({ capexToRevenue: { gt: 0.2 + Math.random() / 10 } });

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
  const [store, reading] = await openLoaded(database);
  const { graphql } = createGraphQL({
    database,
    responseCacheBytes: 0,
    log: await openLog('silent'),
  });
  const screen = async (variables: object) => {
    const { body } = await graphql(
      graphqlRequest({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify({ query: SCREEN, variables })),
      }),
      store.snapshot,
    );
    const { data } = JSON.parse(body.toString()) as { data: { quarters: { totalCount: number } } };
    if (data.quarters.totalCount === 0) throw new Error('The screen found nothing.');
  };
  const sql = () => database.pool.query(SQL, [0.2 + Math.random() / 10]);
  const beside = await median(sql);
  const report = (what: string, { ms, cpu, stall }: Measured) =>
    console.log(
      `${what.padEnd(52)} ${ms.toFixed(0).padStart(6)} ms ${cpu.toFixed(0).padStart(6)} ms ${(ms / beside.ms).toFixed(3).padStart(7)} ${stall.toFixed(0).padStart(6)} ms`,
    );
  const first = async (what: string, variables: object) =>
    report(what, await time(() => screen(variables)));

  console.log(`Screens of ${WORLD.companies * WORLD.quarters} quarters`);
  console.log(`${' '.repeat(52)}    taken    at work   × SQL   longest stall`);
  report('the same in SQL', beside);
  report('all series read from the database, once a version', reading);
  await first('the first screen, rows included', { ...byCapex, where: bounded() });
  report('later ones', await median(() => screen({ ...byCapex, where: bounded() })));
  for (const currency of ['CNY', 'HKD']) {
    await first(`the first in ${currency}`, { ...byCapex, where: bounded(), currency });
  }
  for (const asOf of ['2024-12-31', '2020-12-31']) {
    await first(`the first as of ${asOf}`, { ...byCapex, where: bounded(), asOf });
  }
  for (const figure of FIGURES) {
    const orderBy = { field: constantCase(figure) };
    await first(`the first by ${figure}`, { orderBy, currency: 'CNY', asOf: '2022-12-31' });
  }
  await first('the first with every filter', {
    where: {
      fiscalYear: 2020,
      ...Object.fromEntries(FIGURES.filter(isFiltered).map((figure) => [figure, { gt: -1e15 }])),
    },
    orderBy: { field: 'CAPEX_TRAILING_TWELVE_MONTHS' },
    currency: 'HKD',
    asOf: '2021-12-31',
  });
  const before = process.memoryUsage();
  report('200 currencies and days at once, each', await manyAtOnce(screen));
  const after = process.memoryUsage();
  await store.close();
  const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`;
  console.log(
    `resident memory before and after those: ${megabytes(before.rss)}, ${megabytes(after.rss)}`,
  );
}

/** The store with every series in memory, and how long reading them took. */
async function openLoaded(database: Database): Promise<[Store, Measured]> {
  let store: Store | undefined;
  const measured = await time(
    () =>
      new Promise<number>((onLoaded, onError) => {
        const opening = openStore(database, { seriesBytes: 256 * 1024 * 1024, onLoaded, onError });
        opening.then((opened) => {
          store = opened;
        }, onError);
      }),
  );
  return [store!, measured];
}

async function manyAtOnce(screen: (variables: object) => Promise<void>): Promise<Measured> {
  const questions = Array.from({ length: 200 }, (_, n) => ({
    ...byCapex,
    currency: ['USD', 'CNY', 'HKD'][n % 3],
    asOf: `${2012 + (n % 14)}-${n % 2 ? '03' : '09'}-${10 + (n % 19)}`,
  }));
  const { ms, cpu, stall } = await time(() => Promise.all(questions.map(screen)));
  return { ms: ms / questions.length, cpu: cpu / questions.length, stall };
}

/** How long something took, how long this process was at work for it, and how long nothing else had its turn meanwhile, in milliseconds. */
interface Measured {
  readonly ms: number;
  readonly cpu: number;
  readonly stall: number;
}

async function time(run: () => Promise<unknown>): Promise<Measured> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await sleep(20);
  delays.reset();
  const [start, used] = [performance.now(), process.cpuUsage()];
  await run();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  // The last delay counts once it is over.
  await sleep(20);
  delays.disable();
  return { ms, cpu: (user + system) / 1000, stall: delays.max / 1e6 };
}

async function median(run: () => Promise<unknown>): Promise<Measured> {
  const measured: Measured[] = [];
  for (let round = 0; round < ROUNDS; round++) measured.push(await time(run));
  const middle = (of: keyof Measured) =>
    measured.map((each) => each[of]).sort((a, b) => a - b)[ROUNDS / 2]!;
  return { ms: middle('ms'), cpu: middle('cpu'), stall: middle('stall') };
}
