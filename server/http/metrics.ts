import type { Pool } from 'pg';
import type { Store } from '../store/store.ts';
import { DURATION_CLASSES, type Observations } from './observations.ts';

/** What metrics are made from. */
export interface Measured {
  readonly observations: Observations;
  readonly pool: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;
  readonly store: Store;
  lostAt(): Date | undefined;
  /** The bytes that each cache holds, by its name. */
  cachedBytes(): Readonly<Record<string, number>>;
}

/** The codes of requests that a limit refused. */
const REFUSALS = /^(QUERY_TOO_|REQUEST_|RATE_LIMITED)/;

/** The metrics of a server as Prometheus reads them. The library is loaded when somebody asks first. */
export function metrics(measured: Measured): () => Promise<string> {
  let registry: Promise<{ metrics(): Promise<string> }> | undefined;
  return async () => {
    registry ??= open(measured);
    return (await registry).metrics();
  };
}

async function open(measured: Measured) {
  const { Counter, Gauge, Registry, collectDefaultMetrics } = await import('prom-client');
  const register = new Registry();
  collectDefaultMetrics({ register });
  const common = { registers: [register] };
  const { observations, pool, store, lostAt, cachedBytes } = measured;

  const counter = (name: string, help: string, label: string, counts: () => Counts) => {
    new Counter({
      ...common,
      name,
      help,
      labelNames: [label],
      collect() {
        this.reset();
        for (const [value, count] of counts()) this.inc({ [label]: String(value) }, count);
      },
    });
  };
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      ...common,
      name,
      help,
      collect() {
        this.set(value());
      },
    });
  const gauges = (name: string, help: string, label: string, counts: () => Counts) =>
    new Gauge({
      ...common,
      name,
      help,
      labelNames: [label],
      collect() {
        this.reset();
        for (const [value, count] of counts()) this.set({ [label]: String(value) }, count);
      },
    });

  counter(
    'capexgraph_requests_total',
    'Requests of GraphQL, by the status of their answers.',
    'status',
    () => observations.statuses,
  );
  counter(
    'capexgraph_errors_total',
    'Errors in answers, by their codes.',
    'code',
    () => observations.codes,
  );
  counter(
    'capexgraph_refusals_total',
    'Requests that a limit refused, by the code of their error.',
    'code',
    () => [...observations.codes].filter(([code]) => REFUSALS.test(code)),
  );
  gauge('capexgraph_cost_total', 'The cost of all requests together.', () => observations.cost);
  register.registerMetric(durations(observations) as never);
  gauges(
    'capexgraph_pool_connections',
    'Connections to the database, and questions that wait for one.',
    'state',
    () => [
      ['total', pool.totalCount],
      ['idle', pool.idleCount],
      ['waiting', pool.waitingCount],
    ],
  );
  gauge('capexgraph_database_up', 'Whether the database answers: 1 or 0.', () =>
    lostAt() ? 0 : 1,
  );
  gauges('capexgraph_cache_bytes', 'What each cache holds, in bytes.', 'cache', () =>
    Object.entries(cachedBytes()),
  );
  gauge(
    'capexgraph_companies_in_memory',
    'Companies whose figures are in memory.',
    () => store.snapshot.series.size,
  );
  gauge(
    'capexgraph_dataset_sequence',
    'How many imports made the version of the dataset that is served.',
    () => store.snapshot.catalog.sequence,
  );
  gauge(
    'capexgraph_dataset_age_seconds',
    'How long ago that version was imported.',
    () => (Date.now() - store.snapshot.catalog.importedAt.getTime()) / 1_000,
  );
  gauge(
    'capexgraph_dataset_checked_age_seconds',
    'How long ago it was last known that there is no newer version.',
    () => (Date.now() - store.checkedAt.getTime()) / 1_000,
  );
  gauges('capexgraph_dataset_info', 'The version of the dataset that is served.', 'version', () => [
    [store.snapshot.catalog.version, 1],
  ]);
  return register;
}

type Counts = Iterable<readonly [string | number, number]>;

/** A histogram of what has been counted already; the library's own would have to be told of each answer. */
function durations(observations: Observations) {
  const name = 'capexgraph_request_duration_seconds';
  const value = (suffix: string, value: number, labels = {}) => ({
    metricName: `${name}_${suffix}`,
    labels,
    value,
  });
  const details = {
    name,
    help: 'How long requests of GraphQL took, in seconds.',
    type: 'histogram',
    aggregator: 'sum',
  };
  return {
    ...details,
    get: async () => {
      let count = 0;
      const buckets = [...DURATION_CLASSES, Number.POSITIVE_INFINITY].map((end, place) => {
        count += observations.durations[place]!;
        return value('bucket', count, { le: end === Number.POSITIVE_INFINITY ? '+Inf' : end });
      });
      const values = [...buckets, value('sum', observations.seconds), value('count', count)];
      return { ...details, values };
    },
  };
}
