import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/client.ts';
import { migrate } from '../database/migrate.ts';
import { FIXTURE, readTable } from '../test/dataset.ts';
import { createDatabase } from '../test/testkit.ts';
import { loadFolder } from './load-reviewed.ts';

let database: Database;
beforeAll(async () => {
  const superuser = new URL(await createDatabase({ empty: true }));
  const role = `role_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client(superuser.href);
  await client.connect();
  await client.query(`create role ${role} login password 'plain'`);
  await client.query(`alter database ${superuser.pathname.slice(1)} owner to ${role}`);
  await client.query(`grant all on schema public to ${role}`);
  await client.end();
  const url = Object.assign(new URL(superuser), { username: role, password: 'plain' }).href;
  await migrate(url);
  database = connect(url);
});
afterAll(() => database.close());

test('an account with no right but to its database imports the same', async () => {
  await loadFolder(database.pool, FIXTURE, 'fixture');
  const { rows } = await database.pool.query('select count(*)::int as facts from fact');
  expect(rows).toEqual([{ facts: readTable('facts').length }]);
});
