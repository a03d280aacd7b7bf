import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { measureCsvImport } from './speed/csv-import.ts';
import { emptyDatabase } from './speed/datasets.ts';
import { makeWorld } from './world.ts';

// What `import csv` of an export takes, by its size, beside a bare COPY of the same rows into the same tables.
// node --import tsx server/bench/csv-import.ts 300 3000

const QUARTERS = 60;

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
  const create = (name: string) => emptyDatabase(embedded.url, name);
  const from = await create('world');
  const world = connect(from);
  await makeWorld(world.pool, { companies, quarters: QUARTERS });
  await world.close();
  const { seconds, peakMb, copySeconds } = await measureCsvImport(from, create);
  console.log(
    `${companies} companies × ${QUARTERS} quarters: ${seconds.toFixed(1)} s, ${peakMb} MB at most; ` +
      `COPY of the same rows ${copySeconds.toFixed(1)} s, so that it is ${(copySeconds / seconds).toFixed(2)} times as fast`,
  );
}
