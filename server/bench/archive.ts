import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { DatasetReader } from '../files/dataset-reader.ts';
import { zipOf } from '../files/zip.ts';
import { makeWorld } from './world.ts';

// The memory that the archive of all files takes while it is read, for a dataset and for one ten times as large.

const QUARTERS = 60;
const SIZES = process.argv.includes('--quick') ? [20, 200] : [1_000, 10_000];

const folder = await mkdtemp(join(tmpdir(), 'capexgraph-bench-'));
// Run by root, PostgreSQL is another user, who has to get through.
await chmod(folder, 0o755);
try {
  for (const companies of SIZES) await measure(companies);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(companies: number): Promise<void> {
  const embedded = await openEmbedded(join(folder, `home-${companies}`));
  try {
    await migrate(embedded.url);
    const { pool, close } = connect(embedded.url);
    await makeWorld(pool, { companies, quarters: QUARTERS });
    const before = process.memoryUsage().rss;
    let [peak, bytes] = [before, 0];
    const sampling = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const start = performance.now();
    const reader = await DatasetReader.open(pool);
    for await (const chunk of zipOf(reader)) bytes += (chunk as Buffer).length;
    await reader.close(true);
    const seconds = (performance.now() - start) / 1000;
    clearInterval(sampling);
    const megabytes = (size: number) => `${(size / 1e6).toFixed(0)} MB`;
    console.log(`The archive of ${companies} companies of ${QUARTERS} quarters`);
    console.log(`  its size               ${megabytes(bytes)}, in ${seconds.toFixed(1)} s`);
    console.log(
      `  memory                 ${megabytes(peak - before)} more than ${megabytes(before)}`,
    );
    await close();
  } finally {
    await embedded.close();
  }
}
