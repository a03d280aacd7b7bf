import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '../../database/client.ts';
import { openEmbedded } from '../../database/embedded.ts';
import { migrate } from '../../database/migrate.ts';
import { loadReviewedDataset } from '../../importers/load-reviewed.ts';
import { inProject } from '../../paths.ts';
import { makeWorld } from '../world.ts';

/** Stays for the next run, as the large dataset takes minutes to fill. */
const HOME = inProject('node_modules/.cache/capexgraph-bench');

const QUARTERS = 60;

/** A dataset that all peers read, and the names of its companies. */
export interface Dataset {
  readonly name: string;
  readonly url: string;
  readonly slugs: readonly string[];
}

/** A PostgreSQL with the datasets of the benchmark. */
export interface Datasets {
  /** The companies that come with Capexgraph. */
  reviewed(): Promise<Dataset>;
  /** Made-up companies of 60 quarters; where only Capexgraph reads them, without what its peers need. */
  world(companies: number, isForPeers: boolean): Promise<Dataset>;
  /** The address of a new copy of the reviewed dataset, for those who change it. */
  copyOfReviewed(): Promise<string>;
  /** The address of a new database without rows. */
  empty(name: string): Promise<string>;
  /** An empty folder's place, for an embedded database of somebody's own. */
  readonly home: string;
  close(): Promise<void>;
}

export async function openDatasets(tell: (line: string) => void): Promise<Datasets> {
  const embedded = await openEmbedded(join(HOME, 'datasets'), { onProgress: tell });
  const open = async (
    name: string,
    isForPeers: boolean,
    fill: (url: string) => Promise<void>,
  ): Promise<Dataset> => {
    const url = await createDatabase(embedded.url, name, async (draft) => {
      tell(`Filling the dataset ${name}`);
      await migrate(draft);
      await fill(draft);
    });
    // All figures of all quarters take longer than the product's connections let a statement take.
    const client = new pg.Client(url);
    await client.connect();
    if (isForPeers) await makeViews(client);
    const { rows } = await client.query<{ slug: string }>('select slug from company');
    await client.end();
    return { name, url, slugs: rows.map(({ slug }) => slug) };
  };
  const using = async (url: string, fill: (database: ReturnType<typeof connect>) => unknown) => {
    const database = connect(url);
    await fill(database);
    await database.pool.query('vacuum analyze').catch(() => {});
    await database.close();
  };
  return {
    reviewed: () =>
      open('reviewed', true, (url) =>
        using(url, (database) => loadReviewedDataset(database, () => {})),
      ),
    world: (companies, isForPeers) =>
      open(`${companies} × ${QUARTERS}`, isForPeers, (url) =>
        using(url, ({ pool }) => makeWorld(pool, { companies, quarters: QUARTERS })),
      ),
    copyOfReviewed: async () => {
      const client = new pg.Client(embedded.url);
      await client.connect();
      await client.query('drop database if exists copy with (force)');
      await client.query('create database copy template reviewed');
      await client.end();
      return Object.assign(new URL(embedded.url), { pathname: '/copy' }).href;
    },
    empty: (name) => emptyDatabase(embedded.url, name),
    home: join(HOME, 'home'),
    close: () => embedded.close(),
  };
}

/** Makes a migrated database without rows, in place of one of its name. */
export async function emptyDatabase(beside: string, name: string): Promise<string> {
  const client = new pg.Client(beside);
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name}`);
  await client.end();
  const url = Object.assign(new URL(beside), { pathname: `/${name}` }).href;
  await migrate(url);
  return url;
}

/** What peers read. */
async function makeViews(client: pg.Client): Promise<void> {
  await client.query('drop schema if exists bench, materialised cascade');
  for (const file of ['views.sql', 'materialised.sql']) {
    await client.query(await readFile(inProject(`server/bench/peers/${file}`), 'utf8'));
  }
  await client.query('vacuum analyze materialised.quarter, materialised.screened_quarter');
}

/** A database of that name; when there is none it is filled under another, so that it is never half full. */
async function createDatabase(
  server: string,
  name: string,
  fill: (url: string) => Promise<void>,
): Promise<string> {
  const client = new pg.Client(server);
  await client.connect();
  const place = (database: string) =>
    Object.assign(new URL(server), { pathname: `/${encodeURIComponent(database)}` }).href;
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  if (!rowCount) {
    await client.query('drop database if exists draft with (force)');
    await client.query('create database draft');
    await fill(place('draft'));
    await client.query(`alter database draft rename to "${name}"`);
  }
  await client.end();
  return place(name);
}
