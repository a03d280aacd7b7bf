import { chmod, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { PostgresProcesses } from '../test/postgres-processes.ts';
import { runCli, startCli } from '../test/run-cli.ts';
import { createDatabase } from '../test/testkit.ts';

/** What a command says of its failure: one line, and no place in a program. */
async function complaintOf(args: string[], environment: Record<string, string>) {
  const { exitCode, stderr } = await runCli(args, environment);
  expect(exitCode).toBe(1);
  const last = stderr.trimEnd().split('\n').at(-1)!;
  expect(stderr).not.toMatch(/^\s+at |node:internal|\.(ts|cjs|js):\d/m);
  return last;
}

test('a disk that is full is named, and PostgreSQL is not left running', async () => {
  const home = await mkdtemp(join(tmpdir(), 'capexgraph-full-'));
  await chmod(home, 0o755);
  await symlink('/dev/full', join(home, 'facts.csv'));
  const line = await complaintOf(['export', 'csv', home], {
    DATABASE_URL: '',
    CAPEXGRAPH_HOME: home,
  });
  expect(line).toContain('no space left on device');
  await expect.poll(() => new PostgresProcesses(home).pid()).toBeUndefined();
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
});

test('a table that is damaged, and a right that is missing, are named', async () => {
  const DATABASE_URL = await createDatabase();
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  await client.query('drop table fact cascade');
  expect(await complaintOf(['status'], { DATABASE_URL })).toContain(
    'relation "fact" does not exist',
  );
  await client.end();
});

test('a database that is lost in the middle is named', async () => {
  const DATABASE_URL = await createDatabase();
  const client = new pg.Client(DATABASE_URL);
  await client.connect();
  // The command waits for it, and is cut off while it does.
  await client.query('begin; lock table company in access exclusive mode');
  const child = startCli(['status'], { DATABASE_URL });
  let stderr = '';
  child.stderr!.on('data', (text) => {
    stderr += text;
  });
  const waiting = `select pid from pg_stat_activity where datname = current_database()
    and wait_event_type = 'Lock'`;
  // Within a transaction the activity stands still.
  const watcher = new pg.Client(DATABASE_URL);
  await watcher.connect();
  const pids = async () => (await watcher.query<{ pid: number }>(waiting)).rows;
  await expect.poll(pids).toHaveLength(1);
  await watcher.query('select pg_terminate_backend($1)', [(await pids())[0]!.pid]);
  await expect.poll(() => stderr).toContain('terminating connection');
  expect(stderr).not.toMatch(/^\s+at /m);
  await Promise.all([client.end(), watcher.end()]);
});
