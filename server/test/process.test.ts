import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REVIEWED_DATASET } from '../importers/load-reviewed.ts';
import { inProject } from '../paths.ts';
import { readTable } from './dataset.ts';
import { isAlive } from './postgres-processes.ts';
import { ServerProcess } from './server-process.ts';
import { createDatabase } from './testkit.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capexgraph-process-'));
  // Run by root, PostgreSQL is another user, who has to get through.
  await chmod(folder, 0o755);
});

const started: ServerProcess[] = [];
afterAll(async () => {
  for (const server of started) server.kill();
  await Promise.all(started.map(({ exitCode }) => exitCode));
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start(environment: Record<string, string>): ServerProcess {
  const server = new ServerProcess(environment);
  started.push(server);
  return server;
}

interface Dataset {
  dataset: { version: string; importedAt: string; companies: number; facts: number };
}

/** What a first start loads. */
const REVIEWED = {
  companies: readTable('companies', REVIEWED_DATASET).length,
  facts: readTable('facts', REVIEWED_DATASET).length,
};

const DATASET = '{ dataset { version importedAt companies facts } }';
const DOCUMENTS = `{
  company(by: { slug: "alibaba" }) { quarters(last: 4) { nodes { facts { note source { title } } } } }
}`;

async function postgresOf(home: string): Promise<number | undefined> {
  const files = await readdir(home, { recursive: true });
  const file = files.find((name) => name.endsWith('postmaster.pid'));
  if (!file) return undefined;
  return Number((await readFile(join(home, file), 'utf8')).split('\n', 1)[0]);
}

test('with a folder alone it serves, answers what is under way when stopped, and starts again', async () => {
  const home = join(folder, 'home');
  const first = start({ CAPEXGRAPH_HOME: home });
  const before = await first.query<Dataset>(DATASET);
  expect(before.dataset).toMatchObject(REVIEWED);
  const postgres = await postgresOf(home);
  expect(isAlive(postgres!)).toBe(true);

  const answers = Array.from({ length: 30 }, () => first.query(DOCUMENTS));
  await Promise.race(answers);
  const exitCode = first.stop();
  for (const answer of await Promise.all(answers)) {
    expect(answer).toHaveProperty('company.quarters.nodes.3');
  }
  expect(await exitCode).toBe(0);
  expect(first.stderr).toBe('');
  // It has ended; its number is free once the system's first process has noticed.
  await expect.poll(() => isAlive(postgres!), { timeout: 10_000 }).toBe(false);
  expect(await postgresOf(home)).toBeUndefined();

  const second = start({ CAPEXGRAPH_HOME: home });
  expect(await second.query<Dataset>(DATASET)).toEqual(before);
  expect(second.stdout).not.toContain('Loading');
  expect(await second.stop()).toBe(0);
}, 60_000);

test('npm start that is told to stop takes its server with it', async () => {
  const npm = spawn('npm', ['start'], {
    cwd: inProject('.'),
    env: {
      ...process.env,
      DATABASE_URL: await createDatabase(),
      PORT: '0',
      CAPEXGRAPH_HOME: folder,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let log = '';
  npm.stdout.on('data', (text) => {
    log += text;
  });
  await expect.poll(() => log, { timeout: 20_000 }).toContain('is ready');
  const { pid } = JSON.parse(log.split('\n').find((line) => line.includes('is ready'))!);
  npm.kill('SIGTERM');
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  expect(log).toContain('Stopped');
}, 60_000);

test.each<NodeJS.Signals>([
  'SIGTERM',
  'SIGINT',
  'SIGHUP',
])('npm start whose whole process group gets %s leaves no PostgreSQL behind', async (signal) => {
  const home = join(folder, signal);
  const npm = spawn('npm', ['start'], {
    cwd: inProject('.'),
    env: { ...process.env, DATABASE_URL: '', PORT: '0', CAPEXGRAPH_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  let log = '';
  npm.stdout.on('data', (text) => {
    log += text;
  });
  await expect.poll(() => log, { timeout: 30_000 }).toContain('is ready');
  expect(await postgresOf(home)).toBeDefined();
  process.kill(-npm.pid!, signal);
  await expect.poll(() => log, { timeout: 10_000 }).toContain('Stopped');
  expect(await postgresOf(home)).toBeUndefined();
}, 60_000);

test.each([
  'the server',
  'npm',
  'the group',
])('%s killed at once leaves no PostgreSQL behind', async (killed) => {
  const home = join(folder, `killed ${killed}`);
  const npm = spawn('npm', ['start'], {
    cwd: inProject('.'),
    env: { ...process.env, DATABASE_URL: '', PORT: '0', CAPEXGRAPH_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  let log = '';
  npm.stdout.on('data', (text) => {
    log += text;
  });
  await expect.poll(() => log, { timeout: 30_000 }).toContain('is ready');
  const { pid } = JSON.parse(log.split('\n').find((line) => line.includes('is ready'))!);
  const postgres = await postgresOf(home);
  expect(isAlive(postgres!)).toBe(true);
  const target = { 'the server': pid, npm: npm.pid!, 'the group': -npm.pid! }[killed];
  process.kill(target, 'SIGKILL');
  await expect.poll(() => isAlive(postgres!), { timeout: 15_000 }).toBe(false);
  await expect.poll(() => isAlive(pid), { timeout: 15_000 }).toBe(false);
}, 60_000);

test('two servers that start at once on an empty database load the dataset once', async () => {
  const url = await createDatabase({ empty: true });
  const servers = [start({ DATABASE_URL: url }), start({ DATABASE_URL: url })];
  const answers = await Promise.all(servers.map((server) => server.query<Dataset>(DATASET)));
  expect(answers[0]!.dataset).toMatchObject(REVIEWED);
  expect(answers[1]).toEqual(answers[0]);
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query('select count(*)::int as imports from import');
  await client.end();
  expect(rows).toEqual([{ imports: 1 }]);
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
}, 60_000);

/** What the server says on standard error when it cannot start. */
async function refusal(environment: Record<string, string>): Promise<string[]> {
  const server = start(environment);
  expect(await server.exitCode).toBe(1);
  return server.stderr.trimEnd().split('\n');
}

test.concurrent('a port that is taken is reported in one line, with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const lines = await refusal({ DATABASE_URL: await createDatabase(), PORT: String(port) });
  other.close();
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(`127.0.0.1 port ${port}`);
  expect(lines[0]).toContain('set PORT');
}, 60_000);

test.concurrent('every mistake in the environment is named at once, and no password', async () => {
  const lines = await refusal({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://me:secret@localhost/data',
  });
  expect(lines.map((line) => line.split(':', 1)[0]).sort()).toEqual([
    'DATABASE_URL',
    'LOG_LEVEL',
    'PORT',
  ]);
  expect(lines.join()).not.toContain('secret');
}, 60_000);

test.concurrent('a folder that cannot be one is reported in one line', async () => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  const lines = await refusal({ CAPEXGRAPH_HOME: file });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(file);
}, 60_000);
