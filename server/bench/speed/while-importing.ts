import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, formatDay, parseDay } from '../../domain/day.ts';
import { readDataset } from '../../importers/csv/read-dataset.ts';
import { REVIEWED_DATASET } from '../../importers/load-reviewed.ts';
import { TABLES, type TableRow } from '../../importers/tables/tables.ts';
import { inProject } from '../../paths.ts';
import { peers } from '../peers/requests.mjs';
import { load } from './load.ts';
import { memoryFor } from './measure.ts';
import { startCapexgraph } from './servers.ts';

/** What those who ask for D notice of imports, as worst cases: each import restates every figure. */
export interface WhileImporting {
  readonly p99MsBefore: number;
  readonly p99MsDuring: number;
  readonly imports: number;
  readonly failed: number;
}

/** Long enough for several imports, which get little of their core. */
const SECONDS = 30;
const WARM_UP_SECONDS = 3;

/** Loads Capexgraph with D, then again while facts are imported, one import after the other. */
export async function whileImporting(databaseUrl: string): Promise<WhileImporting> {
  const server = await startCapexgraph({ DATABASE_URL: databaseUrl, ...memoryFor(true) });
  const { path, D } = peers.capexgraph!;
  const run = (seconds = SECONDS) => load(server.url + path, () => D!.body(), seconds);
  await run(WARM_UP_SECONDS);
  const before = await run();
  let isOver = false;
  const importing = importUntil(() => isOver, databaseUrl);
  const during = await run();
  isOver = true;
  const imports = await importing;
  await server.stop();
  return {
    p99MsBefore: before.p99Ms,
    p99MsDuring: during.p99Ms,
    imports,
    failed: before.failed + during.failed,
  };
}

const COLUMNS = Object.keys(TABLES.facts.columns) as (keyof TableRow<'facts'>)[];

/** Imports a restatement of all facts again and again; how often. */
async function importUntil(isOver: () => boolean, databaseUrl: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph-bench-'));
  const { facts } = await readDataset(REVIEWED_DATASET);
  const from = parseDay('2026-10-01')!;
  let count = 0;
  for (; !isOver(); count++) {
    const published_on = formatDay(addDays(from, count));
    const lines = facts.map((fact) => {
      const row = { ...fact, published_on, note: '' };
      return COLUMNS.map((column) => row[column] ?? '').join(',');
    });
    await writeFile(join(folder, 'facts.csv'), [COLUMNS.join(','), ...lines].join('\n'));
    const args = [inProject('server/start/start.mjs'), 'import', 'csv', folder];
    // It shares a core with whoever loads the server, whose waiting would be taken for the server's.
    const child = spawn('nice', ['-n', '19', process.execPath, ...args], {
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error('An import failed.');
  }
  await rm(folder, { recursive: true });
  return count;
}
