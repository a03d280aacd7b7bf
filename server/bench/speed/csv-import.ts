import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { connect } from '../../database/client.ts';
import { exportDataset } from '../../files/export-dataset.ts';
import { startCli } from '../../test/run-cli.ts';

/** What `import csv` of a database's export took, beside a bare COPY of the same rows into the same tables. */
export interface CsvImport {
  readonly seconds: number;
  /** The most memory that was resident. */
  readonly peakMb: number;
  readonly copySeconds: number;
}

/** @param createDatabase makes a migrated one without rows, and gives its address */
export async function measureCsvImport(
  from: string,
  createDatabase: (name: string) => Promise<string>,
): Promise<CsvImport> {
  const files = await mkdtemp(join(tmpdir(), 'capexgraph-csv-bench-files-'));
  try {
    const { pool, close } = connect(from);
    await exportDataset(pool, files);
    await close();
    const imported = await importCsv(files, await createDatabase('imported'));
    return { ...imported, copySeconds: await copy(from, await createDatabase('copied')) };
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

async function importCsv(files: string, into: string) {
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
  if (exitCode !== 0) throw new Error(`import csv ended with ${exitCode}.`);
  return { seconds: (performance.now() - startedAt) / 1_000, peakMb: Math.round(peak / 1024) };
}

/** In the order in which their rows can be copied. */
const TABLES = ['import', 'definition', 'company', 'source', 'fact'];

/** Copies rows out of one database into the same tables of another one, which are empty. */
async function copy(from: string, into: string): Promise<number> {
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
