import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { inProject } from '../paths.ts';
import { ServerProcess } from './server-process.ts';
import { createDatabase, startServer } from './testkit.ts';

const started: ServerProcess[] = [];
afterAll(async () => {
  for (const server of started) server.kill();
  await Promise.all(started.map(({ exitCode }) => exitCode));
});

async function start(settings: Record<string, string>): Promise<ServerProcess> {
  const server = new ServerProcess({ DATABASE_URL: await createDatabase(), ...settings });
  started.push(server);
  await server.url;
  return server;
}

async function post(url: string, body: object): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-request-id': 'chart-7' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`${url}/graphql`, init);
  await response.arrayBuffer();
  return response.status;
}

const NAMES = { query: 'query Names { companies { nodes { name } } }' };
const NONSENSE = { query: 'query Nonsense { nothing }' };

/** The numbers that a server tells of itself, by their names. */
async function metricsOf({ url }: { readonly url: string }) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return (name: string) => {
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  };
}

test('the metrics count what was answered, how and how fast, and say how the server is', async () => {
  const server = await startServer();
  try {
    for (let n = 0; n < 3; n++) expect(await post(server.url, NAMES)).toBe(200);
    expect(await post(server.url, NONSENSE)).toBe(200);
    const inMemory = async () => (await metricsOf(server))('capexgraph_companies_in_memory');
    await expect.poll(inMemory).toBeGreaterThan(0);
    const value = await metricsOf(server);
    expect(value('capexgraph_requests_total{status="200"}')).toBe(4);
    expect(value('capexgraph_errors_total{code="GRAPHQL_VALIDATION_FAILED"}')).toBe(1);
    expect(value('capexgraph_request_duration_seconds_count')).toBe(4);
    expect(value('capexgraph_request_duration_seconds_bucket{le="+Inf"}')).toBe(4);
    expect(value('capexgraph_request_duration_seconds_sum')).toBeGreaterThan(0);
    expect(value('capexgraph_cost_total')).toBeGreaterThan(0);
    expect(value('capexgraph_database_up')).toBe(1);
    expect(value('capexgraph_pool_connections{state="total"}')).toBeGreaterThan(0);
    expect(value('capexgraph_cache_bytes{cache="answers"}')).toBeGreaterThan(0);
    expect(value('capexgraph_cache_bytes{cache="documents"}')).toBeGreaterThan(0);
    expect(value('capexgraph_dataset_sequence')).toBe(1);
    expect(value('capexgraph_dataset_age_seconds')).toBeGreaterThan(0);
    expect(value('nodejs_eventloop_lag_seconds')).toBeDefined();
    expect(value('capexgraph_refusals_total{code="RATE_LIMITED"}')).toBeUndefined();
  } finally {
    await server.stop();
  }
});

test('the metrics count refusals by their code', async () => {
  const server = await startServer(undefined, { CAPEXGRAPH_RATE_LIMIT: '1' });
  try {
    await expect.poll(() => post(server.url, NONSENSE), { interval: 1 }).toBe(429);
    // Who asks for them waits its turn, too.
    const refusals = async () =>
      (await metricsOf(server))('capexgraph_refusals_total{code="RATE_LIMITED"}');
    await expect.poll(refusals, { interval: 500 }).toBeGreaterThan(0);
  } finally {
    await server.stop();
  }
});

test('each request gets a line in the log where that is wanted, and nowhere else', async () => {
  const [wanted, unwanted] = await Promise.all([start({ LOG_REQUESTS: '1' }), start({})]);
  for (const server of [wanted, unwanted]) {
    for (const body of [NAMES, NONSENSE]) await post(await server.url, body);
  }
  const linesOf = ({ stdout }: ServerProcess) =>
    stdout
      .split('\n')
      .filter((line) => line.includes('"Answered"'))
      .map((line) => JSON.parse(line));
  await expect.poll(() => linesOf(wanted).length).toBe(2);
  expect(linesOf(wanted)[0]).toMatchObject({
    requestId: 'chart-7',
    method: 'POST',
    operation: 'Names',
    status: 200,
    codes: [],
    cost: expect.any(Number),
    ms: expect.any(Number),
    bytes: expect.any(Number),
  });
  expect(linesOf(wanted)[1]).toMatchObject({
    operation: 'Nonsense',
    codes: ['GRAPHQL_VALIDATION_FAILED'],
  });
  expect(linesOf(unwanted)).toEqual([]);
});

/** A program's own set-up of OpenTelemetry, the smallest that there is: it prints each span that ends. */
const SET_UP = `
  import api from ${JSON.stringify(pathToFileURL(inProject('node_modules/@opentelemetry/api/dist/index.cjs')).href)};
  const { propagation, trace } = api;
  const spanOf = (name, { attributes }, parent) => ({
    setAttribute(key, value) { attributes[key] = value; },
    setStatus() {},
    recordException() {},
    end() { console.log(JSON.stringify({ span: name, attributes, parent })); },
  });
  let carried;
  propagation.setGlobalPropagator({
    inject() {},
    extract(context, headers) { carried = headers.traceparent; return context; },
    fields: () => ['traceparent'],
  });
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan: spanOf,
      startActiveSpan: (name, options, context, run) => run(spanOf(name, options, carried)),
    }),
  });
`;

test('each request is a span where OpenTelemetry was set up, in the trace that it belongs to', async () => {
  const file = join(tmpdir(), `capexgraph-tracing-${process.pid}.mjs`);
  await writeFile(file, SET_UP);
  const server = await start({ NODE_OPTIONS: `--import ${pathToFileURL(file)}` });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const headers = { 'content-type': 'application/json', traceparent };
  const init = { method: 'POST', headers, body: JSON.stringify(NONSENSE) };
  await (await fetch(`${await server.url}/graphql`, init)).arrayBuffer();
  await expect.poll(() => server.stdout).toContain('"span":"graphql"');
  const line = server.stdout.split('\n').find((each) => each.includes('"span"'))!;
  expect(JSON.parse(line)).toMatchObject({
    parent: traceparent,
    attributes: {
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'capexgraph.error.codes': ['GRAPHQL_VALIDATION_FAILED'],
    },
  });
});
