import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../database/client.ts';
import { importDataset } from '../../importers/import-dataset.ts';
import type { Dataset } from './datasets.ts';
import { median, memoryFor } from './measure.ts';
import { type MeasuredServer, startCapexgraph } from './servers.ts';

/** What many companies cost, in milliseconds. */
export interface Scale {
  readonly companies: number;
  /** The first screen of a currency and a day, the longest of some: the processor's time of the server. */
  readonly firstScreenMs: number;
  /** From an import's end until its fact is served by each of several servers. */
  readonly servedMs: number;
  readonly servedWithoutListenMs: number;
  /** The first `dataset`, and the first `coverage` of a company, after an import. */
  readonly datasetMs: number;
  readonly coverageMs: number;
}

const IMPORTS = 5;

/** Measures a dataset with servers that have all of it in memory. */
export async function measureScale(dataset: Dataset, servers: number): Promise<Scale> {
  const started = await startAll(dataset, servers, {});
  const firstScreenMs = await firstScreens(started[0]!);
  const { servedMs, datasetMs, coverageMs } = await imports(dataset, started);
  await stopAll(started);
  const deaf = await startAll(dataset, servers, { CAPEXGRAPH_LISTEN: 'false' });
  const { servedMs: servedWithoutListenMs } = await imports(dataset, deaf);
  await stopAll(deaf);
  const companies = dataset.slugs.length;
  return { companies, firstScreenMs, servedMs, servedWithoutListenMs, datasetMs, coverageMs };
}

/** One after the other: each reads everything. */
async function startAll({ url }: Dataset, count: number, settings: Record<string, string>) {
  const servers: MeasuredServer[] = [];
  const environment = { DATABASE_URL: url, ...memoryFor(false), ...settings };
  while (servers.length < count) servers.push(await startCapexgraph(environment, false));
  return servers;
}

const stopAll = (servers: readonly MeasuredServer[]) =>
  Promise.all(servers.map((server) => server.stop()));

async function ask<Data>({ url }: MeasuredServer, query: string): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: object[] };
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long a server has been at work, in milliseconds. */
async function workedMs({ url }: MeasuredServer): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(metrics)![1]) * 1_000;
}

async function firstScreens(server: MeasuredServer): Promise<number> {
  const times: number[] = [];
  await workedMs(server);
  for (const perspective of [
    'USD',
    'CNY',
    'HKD',
    'USD, asOf: "2024-12-31"',
    'CNY, asOf: "2020-12-31"',
  ]) {
    const before = await workedMs(server);
    await ask(
      server,
      `{ quarters(first: 20, where: { capexToRevenue: { gt: 0.2 } }, orderBy: { field: CAPEX }, currency: ${perspective}) {
        totalCount nodes { company { slug } calendarQuarter capex { value } } } }`,
    );
    times.push((await workedMs(server)) - before);
  }
  return Math.max(...times);
}

/** Imports a fact a few times, each of another company, and sees how soon all servers have it. */
async function imports({ url, slugs }: Dataset, servers: readonly MeasuredServer[]) {
  const { pool, close } = connect(url);
  const [served, dataset, coverage]: [number[], number[], number[]] = [[], [], []];
  for (let count = 0; count < IMPORTS; count++) {
    const slug = slugs[Math.floor(Math.random() * slugs.length)]!;
    const facts = `{ company(by: { slug: "${slug}" }) { quarters(last: 1) { nodes { facts { amount } } } } }`;
    const before = await Promise.all(servers.map((server) => ask(server, facts)));
    // A restatement of the newest revenue, by a document that has nothing to do with it.
    const row = {
      company: slug,
      concept: 'REVENUE' as const,
      definition: 'as-reported',
      period_start: '2026-04-01',
      period_end: '2026-06-30',
      value: String(Math.round(Math.random() * 1e9) * 1_000),
      currency: 'USD' as const,
      quality: 'REPORTED' as const,
      published_on: '2026-08-15',
      source: `filing-${1 + Math.floor(Math.random() * slugs.length * 50)}`,
      note: null,
    };
    const options = { kind: 'csv', origin: 'bench', isAllOrNothing: true };
    await importDataset(pool, [{ table: 'facts', row, file: 'bench' }], options);
    const isServed = async (server: MeasuredServer, place: number) => {
      while (JSON.stringify(await ask(server, facts)) === JSON.stringify(before[place])) {
        await sleep(5);
      }
    };
    served.push(await timed(() => Promise.all(servers.map(isServed))));
    dataset.push(
      await timed(() => ask(servers[0]!, '{ dataset { facts quarters sources from to } }')),
    );
    coverage.push(
      await timed(() =>
        ask(servers[0]!, `{ company(by: { slug: "${slug}" }) { coverage { quarters from to } } }`),
      ),
    );
  }
  await close();
  return { servedMs: median(served), datasetMs: median(dataset), coverageMs: median(coverage) };
}
