import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect } from '../database/client.ts';
import { openEmbedded } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { loadFolder } from '../importers/load-reviewed.ts';
import { inProject } from '../paths.ts';
import { FIXTURE } from './dataset.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL for the whole run, with the fixture in its database `reviewed`. */
    postgresUrl: string;
  }
}

/** Makes the program that tests run, and runs one PostgreSQL for all test files; each takes a copy of the fixture from it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Else the first processes would each bundle it.
  await promisify(execFile)(process.execPath, [inProject('server/start/start.mjs'), '--help']);
  const home = await mkdtemp(join(tmpdir(), 'capexgraph-tests-'));
  const embedded = await openEmbedded(home);
  const teardown = async () => {
    await embedded.close();
    await rm(home, { recursive: true, force: true });
  };
  try {
    await turnOffDurability(embedded.url);
    await loadReviewed(await createDatabase(embedded.url, 'reviewed'));
    project.provide('postgresUrl', embedded.url);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

/** Faster, and these databases need not survive a crash of the machine. */
async function turnOffDurability(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await client.query(`alter system set ${setting} = off`);
  }
  await client.query('select pg_reload_conf()');
  await client.end();
}

async function loadReviewed(url: string): Promise<void> {
  await migrate(url);
  const database = connect(url);
  try {
    await loadFolder(database.pool, FIXTURE, 'fixture');
  } finally {
    await database.close();
  }
}

async function createDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
