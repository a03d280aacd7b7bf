import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { connect } from '../database/client.ts';
import { type Embedded, openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { loadFolder } from '../importers/load-reviewed.ts';
import { FIXTURE } from './dataset.ts';

/** A PostgreSQL with the fixture, and another that follows it. */
export interface PrimaryAndStandby {
  readonly primary: string;
  readonly standby: string;
  /** Asks the standby. */
  tell(sql: string): Promise<unknown>;
  /** Stops the primary. */
  losePrimary(): Promise<void>;
  close(): Promise<void>;
}

export async function openPrimaryAndStandby(): Promise<PrimaryAndStandby> {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph-standby-'));
  // Run by root, PostgreSQL is another user, who has to get through.
  await chmod(folder, 0o755);
  const homes = { primary: join(folder, 'primary'), standby: join(folder, 'standby') };
  const opened: Embedded[] = [];
  const open = async (home: string) => {
    opened.unshift(await openEmbedded(home));
    return opened[0]!;
  };
  const close = async () => {
    for (const each of opened) await each.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const filled = await open(homes.primary);
    await migrate(filled.url);
    const database = connect(filled.url);
    await loadFolder(database.pool, FIXTURE, 'fixture');
    await database.close();
    await filled.close();
    // Not by Node, which would not keep the owners.
    await promisify(execFile)('cp', ['-a', homes.primary, homes.standby]);

    const { url: primary, close: losePrimary } = await open(homes.primary);
    const data = join(homes.standby, 'cluster/data');
    const settings = `primary_conninfo = '${primary}'\nwal_retrieve_retry_interval = 100\n`;
    await appendFile(join(data, 'postgresql.auto.conf'), settings);
    await writeFile(join(data, 'standby.signal'), '');
    const { url: standby } = await open(homes.standby);
    const tell = async (sql: string) => {
      const client = new pg.Client(standby);
      await client.connect();
      const { rows } = await client.query(sql);
      await client.end();
      return rows;
    };
    return { primary, standby, tell, losePrimary, close };
  } catch (error) {
    await close();
    throw error;
  }
}
