import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { connect } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import type { EdgarDocument } from '../importers/edgar/fetch/edgar-document.ts';
import { readChains, readDocument, readKnown } from '../importers/edgar/read-edgar.ts';
import { importDataset } from '../importers/import-dataset.ts';
import type { Entry } from '../importers/importer.ts';
import { loadReviewedDataset } from '../importers/load-reviewed.ts';
import { inProject } from '../paths.ts';
import { archiveOf } from '../test/archive.ts';
import { madeUpCompanyfacts } from '../test/made-up-companyfacts.ts';

// What an import costs beside the least that it could cost: a bare COPY of the same rows.

const ROUNDS = 5;

/** Tables, in the order in which their rows can be copied, and what was added to each. */
const TABLES = {
  company: `slug like 'made-up-%'`,
  source: `title like 'Made-up %'`,
  fact: `company_id in (select id from company where slug like 'made-up-%')`,
};

const folder = await mkdtemp(join(tmpdir(), 'capexgraph-bench-'));
// Run by root, PostgreSQL is another user, who has to get through.
await chmod(folder, 0o755);
const embedded = await openEmbedded(join(folder, 'home'));
try {
  await migrate(embedded.url);
  const { pool, close } = connect(embedded.url);
  await loadReviewedDataset({ pool }, () => {});
  await rows(pool);
  await oneFile(pool);
  await close();
  if (!process.argv.includes('--quick')) await memory();
} finally {
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
}

/** Rows that are ready, against a bare COPY of what they became. */
async function rows(pool: Pool): Promise<void> {
  const documents = Array.from({ length: 200 }, (_, index) => ({
    name: `CIK ${index + 1}`,
    text: madeUpCompanyfacts({ cik: index + 1, years: 15 }),
  }));
  const entries: Entry[] = [];
  for await (const entry of readAll(pool, documents)) entries.push(entry);
  const times = { imported: [] as number[], copied: [] as number[] };
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    times.imported.push(await time(() => importEntries(pool, entries)));
    const copy = await copyBack(pool);
    times.copied.push(copy.ms);
    count = copy.rows;
  }
  const [imported, copied] = [median(times.imported), median(times.copied)];
  console.log(`${count} rows of ${documents.length} companies: their facts and sources`);
  console.log(`  imported               ${perSecond(count, imported)} rows/s`);
  console.log(`  a bare COPY            ${perSecond(count, copied)} rows/s`);
  console.log(`  import to COPY         ${(copied / imported).toFixed(2)} (goal: at least 0.33)`);
}

/** A file of 4 MB, against `JSON.parse` of it and a bare COPY of its facts. */
async function oneFile(pool: Pool): Promise<void> {
  const file = madeUpCompanyfacts({ cik: 1, years: 15, otherTags: 215 });
  const documents = [{ name: 'CIK0000000001.json', text: file }];
  const times = { imported: [] as number[], copied: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    times.imported.push(await time(() => importEntries(pool, readAll(pool, documents))));
    const parsed = await time(async () => JSON.parse(file));
    times.copied.push(parsed + (await copyBack(pool)).ms);
  }
  const [imported, least] = [median(times.imported), median(times.copied)];
  console.log(`A companyfacts file of ${(file.length / 1e6).toFixed(1)} MB`);
  console.log(`  read, checked, loaded  ${imported.toFixed(0)} ms`);
  console.log(`  JSON.parse and COPY    ${least.toFixed(0)} ms`);
  console.log(`  import to that         ${(imported / least).toFixed(2)} (goal: under 3)`);
}

/** The peak memory of the command on archives of 20 and of 2,000 companies. */
async function memory(): Promise<void> {
  const peaks: number[] = [];
  for (const companies of [20, 2000]) {
    const archive = join(folder, `${companies}.zip`);
    const files = Array.from({ length: companies }, (_, index) => [
      `CIK${String(index + 1).padStart(10, '0')}.json`,
      madeUpCompanyfacts({ cik: index + 1, years: 15, otherTags: 5 }),
    ]);
    await writeFile(archive, await archiveOf(Object.fromEntries(files)));
    const start = performance.now();
    peaks.push(await peakOf(['import', 'edgar', archive], join(folder, `home-${companies}`)));
    const seconds = (performance.now() - start) / 1000;
    const { size } = await stat(archive);
    console.log(`An archive of ${companies} companies, ${(size / 1e6).toFixed(0)} MB`);
    console.log(`  imported in            ${seconds.toFixed(1)} s`);
    console.log(`  peak memory            ${(peaks.at(-1)! / 1e6).toFixed(0)} MB`);
  }
  console.log(`  to that of 20          ${(peaks[1]! / peaks[0]!).toFixed(2)} (goal: at most 1.5)`);
}

/** The most memory that a command had resident, in bytes, as Linux counts it. */
async function peakOf(args: readonly string[], home: string): Promise<number> {
  const report = join(folder, 'peak');
  // Not `resourceUsage()`, in which a process begins with what its parent had.
  const hook = `data:text/javascript,${encodeURIComponent(`
    import { readFileSync, writeFileSync } from 'node:fs';
    const report = () => writeFileSync(${JSON.stringify(report)}, readFileSync('/proc/self/status'));
    process.on('exit', report);`)}`;
  const child = spawn(
    process.execPath,
    ['--import', hook, inProject('server/start/start.mjs'), ...args],
    {
      env: { ...process.env, DATABASE_URL: '', CAPEXGRAPH_HOME: home },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0) throw new Error(`The import ended with ${exitCode}`);
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(await readFile(report, 'utf8'))!;
  return Number(kilobytes) * 1024;
}

async function* readAll(pool: Pool, documents: readonly EdgarDocument[]): AsyncGenerator<Entry> {
  const known = await readKnown(pool);
  yield* readChains(known.chains);
  for (const document of documents) yield* readDocument(document, known);
}

function importEntries(pool: Pool, entries: AsyncIterable<Entry> | Iterable<Entry>) {
  return importDataset(pool, entries, { kind: 'edgar', origin: 'bench', isAllOrNothing: false });
}

/**
 * Removes the made-up rows, and returns how long a bare COPY of them into the same tables takes, and
 * how many they are; none is left.
 */
async function copyBack(pool: Pool): Promise<{ ms: number; rows: number }> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    const tables: { table: string; text: string; rows: number }[] = [];
    for (const [table, where] of Object.entries(TABLES)) {
      const query = `copy (select * from ${table} where ${where} order by id) to stdout`;
      const lines = (await text(client.query(copyTo(query)))).split('\n');
      tables.push({ table, text: lines.join('\n'), rows: lines.length - 1 });
    }
    await removeMadeUp(client);
    const ms = await time(async () => {
      await client.query('begin');
      for (const { table, text } of tables) {
        const copy = client.query(copyFrom(`copy ${table} from stdin`));
        await pipeline(Readable.from([text]), copy);
      }
      await client.query('commit');
    });
    await removeMadeUp(client);
    return { ms, rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
  } finally {
    // The next import finds a connection that is as warm as this one.
    await client.query('reset statement_timeout');
    client.release();
  }
}

async function removeMadeUp(client: PoolClient): Promise<void> {
  for (const [table, where] of Object.entries(TABLES).reverse()) {
    await client.query(`delete from ${table} where ${where}`);
  }
  await client.query('vacuum analyze');
  await client.query('checkpoint');
}

async function time(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

function perSecond(count: number, ms: number): string {
  return Math.round((count / ms) * 1000)
    .toLocaleString('en')
    .padStart(9);
}
