import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { addFacts, NEXT_REVENUE } from '../../test/add-rows.ts';
import { FIXTURE } from '../../test/dataset.ts';
import { load } from '../../test/postgres/load.ts';
import { startNginx } from '../../test/postgres/nginx.ts';
import {
  freePort,
  Programs,
  programNamed,
  type Running,
  until,
  untilItAnswers,
} from '../../test/postgres/programs.ts';
import { runCli } from '../../test/run-cli.ts';
import { ServerProcess } from '../../test/server-process.ts';

/** How long Patroni may take to see that the primary is gone; less it does not allow. */
export const TTL_SECONDS = 20;

interface Node {
  readonly name: string;
  readonly port: number;
  readonly api: number;
  readonly running: Running;
}

/** How many requests there were, and which answers were not right. */
export interface Asked {
  readonly asked: number;
  readonly failed: readonly string[];
}

export interface Failover {
  /** While each of four servers restarts after the other, an import with each. */
  readonly restarting: Asked;
  /** While the primary is killed, until another one takes an import. */
  readonly failing: Asked;
  readonly importedAfterSeconds: number;
}

/** Whether all that it takes is installed. */
export const isFailoverHere = ['patroni', 'etcd', 'haproxy', 'nginx'].every(programNamed);

/**
 * Patroni with etcd and HAProxy, and four servers behind nginx under load: a rolling restart with imports meanwhile, then the
 * primary is killed.
 */
export async function measureFailover(): Promise<Failover> {
  const programs = await Programs.open();
  const servers: ServerProcess[] = [];
  try {
    return await measure(programs, servers);
  } finally {
    for (const server of servers) server.kill();
    await programs.close();
  }
}

async function measure(programs: Programs, servers: ServerProcess[]): Promise<Failover> {
  const etcd = await startEtcd(programs);
  const nodes = [await startNode(programs, 'one', etcd), await startNode(programs, 'two', etcd)];
  const { url, running } = await startHaproxy(programs, nodes);
  await untilItAnswers(url, running);
  await runCli(['import', 'csv', FIXTURE], { DATABASE_URL: url });

  const ports = await Promise.all([1, 2, 3, 4].map(() => freePort()));
  const start = async (place: number) => {
    servers[place] = new ServerProcess({ DATABASE_URL: url, PORT: String(ports[place]) });
    await servers[place].url;
  };
  await Promise.all(ports.map((_, place) => start(place)));
  const nginx = await startNginx(programs, ports);
  await until(
    async () => (await fetch(`${nginx.url}/health/ready`)).ok,
    () => nginx.output,
  );

  let day = 1;
  const importOne = async () => {
    const published_on = `2026-11-${String(day).padStart(2, '0')}`;
    await addFacts(url, [{ ...NEXT_REVENUE, published_on }]);
    day++;
  };
  const restarting = load(nginx.url);
  for (const place of ports.keys()) {
    await servers[place]!.stop();
    await importOne();
    await start(place);
  }
  const restarted = { failed: await restarting.stop(), asked: restarting.asked };

  const failing = load(nginx.url);
  await failing.more(200);
  const primary = await primaryOf(nodes);
  const lostAt = performance.now();
  await killAll(primary);
  await until(
    async () => importOne().then(() => true),
    () => 'no import',
    90_000,
  );
  const importedAfterSeconds = (performance.now() - lostAt) / 1_000;
  await failing.more(200);
  const failed = await failing.stop();
  return {
    restarting: restarted,
    failing: { failed, asked: failing.asked },
    importedAfterSeconds,
  };
}

/** Where etcd answers. */
async function startEtcd(programs: Programs): Promise<number> {
  const [client, peer] = [await freePort(), await freePort()];
  const at = (port: number) => `http://127.0.0.1:${port}`;
  const running = programs.start(
    programNamed('etcd')!,
    ...['--data-dir', join(programs.folder, 'etcd'), '--name', 'one'],
    ...['--listen-client-urls', at(client), '--advertise-client-urls', at(client)],
    ...['--listen-peer-urls', at(peer), '--initial-advertise-peer-urls', at(peer)],
    ...['--initial-cluster', `one=${at(peer)}`],
  );
  await until(
    async () => (await fetch(`${at(client)}/health`)).ok,
    () => running.output,
  );
  return client;
}

async function startNode(programs: Programs, name: string, etcd: number): Promise<Node> {
  const [port, api] = [await freePort(), await freePort()];
  const trust = [
    'local all all trust',
    'host all all 127.0.0.1/32 trust',
    'host replication all 127.0.0.1/32 trust',
  ];
  const at = (port: number) => ({
    listen: `127.0.0.1:${port}`,
    connect_address: `127.0.0.1:${port}`,
  });
  const settings = {
    scope: 'capexgraph',
    name,
    restapi: at(api),
    etcd3: { host: `127.0.0.1:${etcd}` },
    bootstrap: {
      dcs: {
        ttl: TTL_SECONDS,
        loop_wait: 1,
        retry_timeout: 3,
        postgresql: { use_pg_rewind: false },
      },
      initdb: [{ encoding: 'UTF8' }, { 'auth-host': 'trust' }, { 'auth-local': 'trust' }],
      pg_hba: trust,
    },
    postgresql: {
      ...at(port),
      data_dir: join(programs.folder, name),
      bin_dir: '/usr/lib/postgresql/15/bin',
      pgpass: join(programs.folder, `${name}.pgpass`),
      authentication: {
        superuser: { username: 'postgres' },
        replication: { username: 'replicator' },
      },
      parameters: { unix_socket_directories: programs.folder, fsync: 'off' },
      pg_hba: trust,
    },
  };
  const file = join(programs.folder, `${name}.yaml`);
  // Whatever is JSON is YAML.
  await writeFile(file, JSON.stringify(settings));
  const running = programs.start(programNamed('patroni')!, file);
  await until(
    async () => (await fetch(`http://127.0.0.1:${api}/health`)).ok,
    () => running.output,
    90_000,
  );
  return { name, port, api, running };
}

/** The address of whichever node is the primary. */
async function startHaproxy(
  programs: Programs,
  nodes: readonly Node[],
): Promise<{ url: string; running: Running }> {
  const port = await freePort();
  const config = `
defaults
  mode tcp
  timeout connect 1s
  timeout client 30m
  timeout server 30m
listen primary
  bind 127.0.0.1:${port}
  option httpchk GET /primary
  default-server inter 500ms fall 2 rise 1 on-marked-down shutdown-sessions
${nodes.map(({ name, port, api }) => `  server ${name} 127.0.0.1:${port} check port ${api}\n`).join('')}`;
  const file = join(programs.folder, 'haproxy.cfg');
  await writeFile(file, config);
  const running = programs.start(programNamed('haproxy')!, '-f', file);
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, running };
}

async function primaryOf(nodes: readonly Node[]): Promise<Node> {
  for (const node of nodes) {
    if ((await fetch(`http://127.0.0.1:${node.api}/primary`)).ok) return node;
  }
  throw new Error('There is no primary.');
}

/** Ends a node as a power cut would. */
async function killAll({ port, running }: Node): Promise<void> {
  const client = new pg.Client(`postgresql://postgres@127.0.0.1:${port}/postgres`);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), e'\\n', 1) as pid`,
  );
  running.child.kill('SIGKILL');
  process.kill(Number(rows[0]!.pid), 'SIGKILL');
}
