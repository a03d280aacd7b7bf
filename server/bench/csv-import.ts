import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { connect } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { exportDataset } from '../files/export-dataset.ts';
import { startCli } from '../test/run-cli.ts';
import { makeWorld } from './world.ts';

// What `import csv` of an export takes, by its size, beside a bare COPY of the same rows into the same tables.
// node --import tsx server/bench/csv-import.ts 300 3000

const QUARTERS = 60;

/** In the order in which their rows can be copied. */
const TABLES = ['import', 'definition', 'company', 'source', 'fact'];

const folder = await mkdtemp(join(tmpdir(), 'capexgraph-csv-bench-'));
// Run by root, PostgreSQL is another user, who has to get through.
await chmod(folder, 0o755);
const embedded = await openEmbedded(join(folder, 'home'));
try {
  for (const companies of process.argv.slice(2).map(Number)) await measure(companies);
} finally {
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(companies: number): Promise<void> {
  const [from, into] = [
    await createDatabase(`from_${companies}`),
    await createDatabase(`into_${companies}`),
  ];
  const world = connect(from);
  await makeWorld(world.pool, { companies, quarters: QUARTERS });
  const files = join(folder, `files-${companies}`);
  await exportDataset(world.pool, files);
  await world.close();

  const startedAt = performance.now();
  const child = startCli(['import', 'csv', files], { DATABASE_URL: into });
  child.stderr!.pipe(process.stderr);
  child.stdout!.resume();
  let peak = 0;
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 200);
  const [exitCode] = await once(child, 'close');
  clearInterval(timer);
  const seconds = (performance.now() - startedAt) / 1_000;
  const copied = await copySeconds(from, await createDatabase(`copied_${companies}`));
  console.log(
    `${companies} companies × ${QUARTERS} quarters: exit ${exitCode}, ${seconds.toFixed(1)} s, ` +
      `${(peak / 1024).toFixed(0)} MB at most; COPY of the same rows ${copied.toFixed(1)} s, ` +
      `so that it is ${(copied / seconds).toFixed(2)} times as fast`,
  );
  await rm(files, { recursive: true });
}

/** Copies rows out of one database into the same tables of another one, which are empty. */
async function copySeconds(from: string, into: string): Promise<number> {
  const [source, sink] = [new pg.Client(from), new pg.Client(into)];
  await Promise.all([source.connect(), sink.connect()]);
  const startedAt = performance.now();
  await sink.query('begin');
  for (const table of TABLES) {
    await pipeline(
      source.query(copyTo(`copy ${table} to stdout`)),
      sink.query(copyFrom(`copy ${table} from stdin`)),
    );
  }
  await sink.query('commit');
  const seconds = (performance.now() - startedAt) / 1_000;
  await Promise.all([source.end(), sink.end()]);
  return seconds;
}

async function createDatabase(name: string): Promise<string> {
  const client = new pg.Client(embedded.url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = Object.assign(new URL(embedded.url), { pathname: `/${name}` }).href;
  await migrate(url);
  return url;
}
