import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { FIXTURE } from '../dataset.ts';
import { runCli } from '../run-cli.ts';
import { createDatabase, startServer } from '../testkit.ts';
import { complaintOf, doEverything } from './everything.ts';

/** A database, and a role of its own with some rights; the address is the role's. */
async function withRole(
  grants: (role: string, database: string) => readonly string[],
  { empty = false } = {},
) {
  const superuser = await createDatabase({ empty });
  const role = `role_${randomUUID().replaceAll('-', '')}`;
  const database = new URL(superuser).pathname.slice(1);
  await run(superuser, `create role ${role} login password 'plain'`, ...grants(role, database));
  return {
    superuser,
    role,
    url: Object.assign(new URL(superuser), { username: role, password: 'plain' }).href,
  };
}

async function run(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const each of statements) await client.query(each);
  await client.end();
}

const MAY_READ = (role: string) => [`grant select on all tables in schema public to ${role}`];
const MAY_ALL = (role: string, database: string) => [
  ...['tables', 'sequences'].map((kind) => `grant all on all ${kind} in schema public to ${role}`),
  `grant all on database ${database} to ${role}`,
];

describe('a database that is set otherwise', () => {
  test.each([
    ['German', 'Asia/Shanghai'],
    ['SQL, DMY', 'America/Los_Angeles'],
  ])('days are the same where it writes them as %s in %s', async (style, zone) => {
    const url = await createDatabase();
    const name = new URL(url).pathname.slice(1);
    await run(
      url,
      `alter database ${name} set datestyle = '${style}'`,
      `alter database ${name} set timezone = '${zone}'`,
      `alter database ${name} set bytea_output = 'escape'`,
      `alter database ${name} set intervalstyle = 'sql_standard'`,
    );
    await doEverything(url);
    const { exitCode, stdout } = await runCli(['status'], { DATABASE_URL: url });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/\d{4}-\d\d-\d\dT.*Z {2}csv/)]);
  });

  test('a schema that the address names is made, and holds all of the tables', async () => {
    const empty = await createDatabase({ empty: true });
    const url = `${empty}?schema=Their%20figures`;
    const load = await runCli(['import', 'csv', FIXTURE], { DATABASE_URL: url });
    expect(load).toMatchObject({ exitCode: 0 });
    await doEverything(url);
    await run(
      empty,
      `do $$ begin assert (select count(*) = 0 from pg_tables where schemaname = 'public'); end $$`,
    );
  });

  test('a schema that the role finds first holds all of the tables', async () => {
    const { superuser, role, url } = await withRole(
      (role) => [
        `create schema figures authorization ${role}`,
        `alter role ${role} set search_path = figures, public`,
      ],
      { empty: true },
    );
    const load = await runCli(['import', 'csv', FIXTURE], { DATABASE_URL: url });
    expect(load).toMatchObject({ exitCode: 0 });
    await doEverything(url);
    await run(
      superuser,
      `do $$ begin assert (select count(*) = 0 from pg_tables where tableowner = '${role}' and schemaname <> 'figures'); end $$`,
    );
  });
});

describe('a role with few rights', () => {
  test('one that may only read serves what is there', async () => {
    const { url } = await withRole(MAY_READ);
    const server = await startServer(url);
    const asked =
      '{ company(by: { slug: "meta" }) { latestQuarter { facts { source { title } } } } }';
    expect(await server.query(asked)).toHaveProperty('company.latestQuarter.facts.0.source.title');
    await server.stop();
    const { exitCode, stderr } = await runCli(['import', 'csv', FIXTURE], { DATABASE_URL: url });
    expect([exitCode, stderr.trim().split('\n')]).toEqual([
      1,
      [
        expect.stringMatching(
          /^The database refused \(42501\): permission denied .* Give the role/,
        ),
      ],
    ]);
  });

  test('one that may only read an empty database says who has to fill it', async () => {
    const { superuser, role, url } = await withRole(() => [], { empty: true });
    expect(await complaintOf(url)).toMatch(
      /permission denied for schema public\. Let the owner of the schema run `capexgraph migrate`/,
    );
    expect(await complaintOf(`${url}?schema=theirs`)).toContain('create schema "theirs"');
    await runCli(['migrate'], { DATABASE_URL: superuser });
    await run(superuser, ...MAY_READ(role));
    expect(await complaintOf(url)).toMatch(
      /^The database holds no import yet, and from here it is only read/,
    );
  });

  test('one whose transactions only read is told where to import', async () => {
    const { url, superuser, role } = await withRole(MAY_ALL);
    await run(superuser, `alter role ${role} set default_transaction_read_only = on`);
    const server = await startServer(url);
    await server.stop();
    const { exitCode, stderr } = await runCli(['import', 'csv', FIXTURE], { DATABASE_URL: url });
    expect([exitCode, stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringMatching(/^The database refused \(25006\).* set DATABASE_URL to the primary/)],
    ]);
  });

  test('one whose transactions only read is told who has to migrate', async () => {
    const { url, superuser, role } = await withRole(MAY_ALL, { empty: true });
    await run(superuser, `alter role ${role} set default_transaction_read_only = on`);
    expect(await complaintOf(url)).toMatch(
      /^Migration \w+ failed, .* read-only transaction\. Run `capexgraph migrate` as a role that may write first\.$/,
    );
  });

  test('one with three connections is served with these, others with none are told what to do', async () => {
    const { url, superuser, role } = await withRole(MAY_ALL);
    await run(superuser, `alter role ${role} connection limit 3`);
    await doEverything(url, { CAPEXGRAPH_POOL_SIZE: '2' });
    const server = await startServer(url);
    const asked =
      '{ companies(first: 9) { nodes { latestQuarter { facts { note source { title } } } } } }';
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => server.query(`${asked} # ${n}`)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await server.stop();
    await run(superuser, `alter role ${role} connection limit 1`);
    expect(await complaintOf(url)).toMatch(
      /allows this role 1 connection, .* CAPEXGRAPH_POOL_SIZE=1/,
    );
    await run(superuser, `alter role ${role} connection limit 0`);
    expect(await complaintOf(url)).toMatch(/too many connections for role .* allow the role more/);
  });
});
