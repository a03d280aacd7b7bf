import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS, readMigrations, SCHEMA } from './migrations/files.ts';
import { schemaDrift } from './schema-drift.ts';
import { test as base, query } from './testing.ts';

const server = inject('postgresUrl');
let databases = 0;

/** A test with an empty database at `url`. */
const test = base.extend('url', async () => {
  const name = `migrate_${++databases}`;
  await query(server, `CREATE DATABASE ${name}`);
  return server.replace(/[^/]*$/, name);
});

/** Fills the folder with the migrations `1`, `2` and so on. */
async function write(folder: string, ...scripts: string[]): Promise<void> {
  for (const [index, sql] of scripts.entries()) {
    await mkdir(join(folder, `${index + 1}`), { recursive: true });
    await writeFile(join(folder, `${index + 1}`, 'migration.sql'), sql);
  }
}

test('migrating once brings the schema, and again changes nothing', async ({ url }) => {
  const { applied } = await migrate(url);
  expect(applied.at(0)).toMatch(/_init$/);
  expect(await query(url, 'SELECT count(*)::int AS n FROM company')).toEqual([{ n: 0 }]);
  expect(await migrate(url)).toMatchObject({ applied: [] });
});

test('the history is the one that Prisma keeps', async ({ url }) => {
  const { applied } = await migrate(url);
  const sql = await readFile(join(MIGRATIONS, applied[0]!, 'migration.sql'));
  const history = await query(
    url,
    `SELECT migration_name, checksum, applied_steps_count, logs, rolled_back_at,
       finished_at >= started_at AS finished FROM _prisma_migrations LIMIT 1`,
  );
  expect(history).toEqual([
    {
      migration_name: applied[0],
      checksum: createHash('sha256').update(sql).digest('hex'),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
      finished: true,
    },
  ]);
});

test('of many servers that start at once, each migration is applied by one, and all wait for it', async ({
  url,
}) => {
  const answers = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const names = (await readMigrations()).map(({ name }) => name);
  expect(answers.flatMap(({ applied }) => applied).toSorted()).toEqual(names);
});

test('a failing migration is named with its reason, and leaves nothing behind', async ({
  url,
  folder,
}) => {
  await write(
    folder,
    'CREATE TABLE one (n int);',
    'CREATE TABLE two (n int); CREATE TABLE one (n int);',
  );
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringMatching(/^Migration 2 failed, .*: relation "one" already exists/),
  });
  const tables = `SELECT to_regclass('one') AS one, to_regclass('two') AS two`;
  expect(await query(url, tables)).toEqual([{ one: 'one', two: null }]);

  await writeFile(join(folder, '2', 'migration.sql'), 'CREATE TABLE two (n int);');
  expect(await migrate(url, folder)).toMatchObject({ applied: ['2'] });
});

test('a migration that is interrupted leaves nothing behind either', async ({ url, folder }) => {
  await write(folder, 'CREATE TABLE one (); SELECT pg_sleep(20);');
  const interrupted = expect(migrate(url, folder)).rejects.toThrow('Migration 1 failed');
  const asleep = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
  await expect.poll(() => query(url, `SELECT 1 ${asleep}`)).toHaveLength(1);
  await query(url, `SELECT pg_terminate_backend(pid) ${asleep}`);
  await interrupted;

  await write(folder, 'CREATE TABLE one ();');
  expect(await migrate(url, folder)).toMatchObject({ applied: ['1'] });
});

test('a script keeps its strings and functions whole', async ({ url, folder }) => {
  const body = `BEGIN RETURN 'a;b'; END;`;
  await write(folder, `CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ ${body} $$;`);
  await migrate(url, folder);
  expect(await query(url, 'SELECT f()')).toEqual([{ f: 'a;b' }]);
});

test('an edited migration is named; other line ends are no edit', async ({ url, folder }) => {
  await write(folder, 'CREATE TABLE one (\n  n int\n);');
  await migrate(url, folder);
  await writeFile(join(folder, '1', 'migration.sql'), 'CREATE TABLE one (\r\n  n int\r\n);');
  expect(await migrate(url, folder)).toMatchObject({ applied: [] });

  await writeFile(join(folder, '1', 'migration.sql'), 'CREATE TABLE one (m int);');
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'MIGRATION_EDITED',
    message: expect.stringContaining('Migration 1 was edited'),
  });
});

test('a database newer than the program is left alone', async ({ url, folder }) => {
  await write(folder, 'CREATE TABLE one ();', 'CREATE TABLE two ();');
  await migrate(url, folder);
  await rm(join(folder, '2'), { recursive: true });
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    message: expect.stringContaining('has had migration 2'),
  });
});

test('a migration that another tool left unfinished is named', async ({ url, folder }) => {
  await write(folder, 'CREATE TABLE one ();');
  await migrate(url, folder);
  await query(
    url,
    `UPDATE _prisma_migrations SET finished_at = NULL, logs = 'it broke\n at line 1'`,
  );
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringMatching(/^Migration 1 .* never finished: it broke\. /),
  });
});

test('a database with tables of others is left alone', async ({ url }) => {
  await query(url, 'CREATE TABLE theirs ()');
  await expect(migrate(url)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
});

test.for([
  ['a wrong password', (url: string) => url.replace(/:[^:@]+@/, ':geheim@'), /password auth/],
  ['a missing database', (url: string) => `${url}x`, /"capexgraphx" does not exist/],
  ['a server that is not there', () => 'postgresql://me:geheim@127.0.0.1:1/db', /ECONNREFUSED/],
  ['an unknown host', () => 'postgresql://me:geheim@no.invalid/db', /no\.invalid:5432\/db as me/],
  ['what is no address', () => 'postgresql://me:gehe#im@host/db', /not of the form/],
] as const)('%s is reported in one line without the password', async ([, wrong, reason]) => {
  const error = await migrate(wrong(server)).catch((error) => error);
  expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  expect(error.message).toMatch(reason);
  expect(error.message).not.toMatch(/\n|geheim|gehe#/);
});

test('the migrations lead to the schema, which a change of it would show', async () => {
  expect(await schemaDrift(server)).toBe('');

  const schema = await readFile(SCHEMA, 'utf8');
  const changed = schema.replace('model Company {', 'model Company {\n  founded Int?');
  expect(await schemaDrift(server, changed)).toContain('ADD COLUMN     "founded" INTEGER');

  const databases = `SELECT datname FROM pg_database WHERE datname LIKE '%shadow%'`;
  expect(await query(server, databases)).toEqual([]);
});
