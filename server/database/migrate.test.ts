import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Embedded, openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS, SCHEMA } from './migrations.ts';
import { schemaDrift } from './schema-drift.ts';
import { makeFolder, query, remove, temporaryFolder } from './testing.ts';

let folder: string;
let embedded: Embedded;

beforeAll(async () => {
  folder = await makeFolder();
  embedded = await openEmbedded(folder);
});

afterAll(async () => {
  await embedded.close();
  await remove(folder);
});

let databases = 0;

/** A new empty database on the one server. */
async function emptyDatabase(): Promise<string> {
  const name = `test_${++databases}`;
  await query(embedded.url, `CREATE DATABASE ${name}`);
  return embedded.url.replace(/[^/]*$/, name);
}

/** A folder with migrations `1`, `2` and so on. */
async function migrations(...scripts: string[]): Promise<string> {
  const folder = await temporaryFolder();
  for (const [index, sql] of scripts.entries()) {
    await mkdir(join(folder, `${index + 1}`));
    await writeFile(join(folder, `${index + 1}`, 'migration.sql'), sql);
  }
  return folder;
}

test('migrating once brings the schema, and again changes nothing', async () => {
  const url = await emptyDatabase();
  const { applied } = await migrate(url);
  expect(applied.at(0)).toMatch(/_init$/);
  expect(await query(url, 'SELECT count(*)::int AS n FROM company')).toEqual([{ n: 0 }]);
  expect(await migrate(url)).toEqual({ applied: [] });
});

test('the history is the one that Prisma keeps', async () => {
  const url = await emptyDatabase();
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

test('of many servers that start at once, one migrates and the others wait', async () => {
  const url = await emptyDatabase();
  const answers = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  expect(answers.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
});

test('a failing migration is named with its reason, and leaves nothing behind', async () => {
  const url = await emptyDatabase();
  const bad = await migrations(
    'CREATE TABLE one (n int);',
    'CREATE TABLE two (n int); CREATE TABLE one (n int);',
  );
  await expect(migrate(url, bad)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringMatching(/^Migration 2 failed, .*: relation "one" already exists/),
  });
  const tables = `SELECT to_regclass('one') AS one, to_regclass('two') AS two`;
  expect(await query(url, tables)).toEqual([{ one: 'one', two: null }]);

  await writeFile(join(bad, '2', 'migration.sql'), 'CREATE TABLE two (n int);');
  expect(await migrate(url, bad)).toEqual({ applied: ['2'] });
});

test('a script keeps its strings and functions whole', async () => {
  const url = await emptyDatabase();
  const body = `BEGIN RETURN 'a;b'; END;`;
  const folder = await migrations(
    `CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $$ ${body} $$;`,
  );
  await migrate(url, folder);
  expect(await query(url, 'SELECT f()')).toEqual([{ f: 'a;b' }]);
});

test('an edited migration is named; other line ends are no edit', async () => {
  const url = await emptyDatabase();
  const folder = await migrations('CREATE TABLE one (\n  n int\n);');
  await migrate(url, folder);
  await writeFile(join(folder, '1', 'migration.sql'), 'CREATE TABLE one (\r\n  n int\r\n);');
  expect(await migrate(url, folder)).toEqual({ applied: [] });

  await writeFile(join(folder, '1', 'migration.sql'), 'CREATE TABLE one (m int);');
  await expect(migrate(url, folder)).rejects.toMatchObject({
    code: 'MIGRATION_EDITED',
    message: expect.stringContaining('Migration 1 was edited'),
  });
});

test('a database newer than the program is left alone', async () => {
  const url = await emptyDatabase();
  await migrate(url, await migrations('CREATE TABLE one ();', 'CREATE TABLE two ();'));
  const older = await migrations('CREATE TABLE one ();');
  await expect(migrate(url, older)).rejects.toMatchObject({
    code: 'DATABASE_NEWER',
    message: expect.stringContaining('has had migration 2'),
  });
});

test('a migration that another tool left unfinished is named', async () => {
  const url = await emptyDatabase();
  const folder = await migrations('CREATE TABLE one ();');
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

test('a database with tables of others is left alone', async () => {
  const url = await emptyDatabase();
  await query(url, 'CREATE TABLE theirs ()');
  await expect(migrate(url)).rejects.toMatchObject({ code: 'DATABASE_NOT_EMPTY' });
});

test.for([
  ['a wrong password', (url: string) => url.replace(/:[^:@]+@/, ':geheim@'), /password auth/],
  ['a missing database', (url: string) => `${url}x`, /"capexgraphx" does not exist/],
  ['a server that is not there', () => 'postgresql://me:geheim@127.0.0.1:1/db', /ECONNREFUSED/],
  [
    'an unknown host',
    () => 'postgresql://me:geheim@nowhere.invalid/db',
    /nowhere\.invalid\/db as me/,
  ],
  ['what is no address', () => 'postgresql://me:gehe#im@host/db', /not of the form/],
] as const)('%s is told in one line without the password', async ([, wrong, reason]) => {
  const error = await migrate(wrong(embedded.url)).catch((error) => error);
  expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
  expect(error.message).toMatch(reason);
  expect(error.message).not.toMatch(/\n|geheim|gehe#/);
});

test('the migrations lead to the schema, which a change of it would show', async () => {
  expect(await schemaDrift(embedded.url)).toBe('');

  const schema = await readFile(SCHEMA, 'utf8');
  const changed = schema.replace('model Company {', 'model Company {\n  founded Int?');
  expect(await schemaDrift(embedded.url, changed)).toContain('ADD COLUMN     "founded" INTEGER');

  const databases = `SELECT datname FROM pg_database WHERE datname LIKE '%shadow%'`;
  expect(await query(embedded.url, databases)).toEqual([]);
});
