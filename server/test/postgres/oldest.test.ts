import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFacts, NEXT_REVENUE } from '../add-rows.ts';
import { FIXTURE } from '../dataset.ts';
import { runCli } from '../run-cli.ts';
import { ServerProcess } from '../server-process.ts';
import { startServer } from '../testkit.ts';
import {
  type DebianPostgres,
  isDebianPostgresHere,
  openPostgres,
  openStandby,
} from './debian-postgres.ts';
import { complaintOf, doEverything } from './everything.ts';
import { Programs, titled } from './programs.ts';

/** What is not in memory: it asks the database each time. */
const DOCUMENTS =
  '{ company(by: { slug: "meta" }) { latestQuarter { facts { note source { title } } } } }';
const CHANGES = '{ changes(company: "alibaba", first: 1) { totalCount } }';

describe.skipIf(!isDebianPostgresHere)(
  titled('PostgreSQL 15, the oldest', isDebianPostgresHere),
  () => {
    let programs: Programs;
    let primary: DebianPostgres;
    let standby: DebianPostgres;
    beforeAll(async () => {
      programs = await Programs.open();
      primary = await openPostgres(programs);
      for (const name of ['figures', 'unmigrated']) await primary.tell(`create database ${name}`);
      const load = await runCli(['import', 'csv', FIXTURE], {
        DATABASE_URL: primary.bySocket('figures'),
      });
      expect(load).toMatchObject({ exitCode: 0 });
      await primary.tell('create database copy template figures');
      standby = await openStandby(programs, primary);
    });
    afterAll(() => programs?.close());

    test('by a socket, everything works', () => doEverything(primary.bySocket('copy')));

    const byTls = (parameters: string) =>
      `postgresql://owner@localhost:${primary.port}/figures?${parameters}`;

    test("by TLS, it is believed as PostgreSQL's own programs would", async () => {
      const authority = `sslrootcert=${join(programs.folder, 'ca.crt')}`;
      for (const trusted of [
        'sslmode=require',
        `sslmode=verify-full&${authority}`,
        `sslmode=verify-ca&${authority}`,
      ]) {
        const server = await startServer(byTls(trusted));
        expect(await server.query(DOCUMENTS)).toHaveProperty(
          'company.latestQuarter.facts.0.source.title',
        );
        await server.stop();
      }
      expect(await complaintOf(byTls(''))).toMatch(/no encryption.* add sslmode=require/);
      expect(await complaintOf(byTls('sslmode=verify-full'))).toMatch(
        /unable to verify .*sslrootcert=/,
      );
      expect(await complaintOf(byTls('sslmode=require&sslrootcert=/nowhere.pem'))).toMatch(
        /cannot be used: .*\/nowhere\.pem/,
      );
    });

    test('a server on a standby says so and reads; imports, and a migration that it lacks, are for its primary', async () => {
      const server = new ServerProcess({ DATABASE_URL: standby.bySocket('figures') });
      expect(await server.query(DOCUMENTS)).toHaveProperty(
        'company.latestQuarter.facts.0.source.title',
      );
      expect(server.stdout).toContain(
        'The database is a standby: it is read, and imports go to its primary',
      );
      expect(await server.stop()).toBe(0);
      const { exitCode, stderr } = await runCli(['import', 'csv', FIXTURE], {
        DATABASE_URL: standby.bySocket('figures'),
      });
      expect([exitCode, stderr.trim().split('\n').at(-1)]).toEqual([
        1,
        expect.stringMatching(
          /read-only transaction\. It is a standby, .* set DATABASE_URL to the primary/,
        ),
      ]);
      expect(await complaintOf(standby.bySocket('unmigrated'))).toMatch(
        /is a standby, and lacks migration .* `capexgraph migrate` on its primary/,
      );
    });

    test('of two hosts, the one that takes writes is used, also when it becomes the other one', async () => {
      const both = `postgresql://owner@localhost:${standby.port},localhost:${primary.port}/figures?sslmode=require&target_session_attrs=`;
      expect(await complaintOf(`${both}best`)).toMatch(
        /target_session_attrs is one of any, read-write/,
      );
      const reading = await startServer(`${both}standby`);
      const server = await startServer(`${both}read-write`, { RESPONSE_CACHE_MB: '0' });
      const changes = async () =>
        (await server.query<{ changes: { totalCount: number } }>(CHANGES)).changes.totalCount;
      const before = await changes();
      await addFacts(`${both}primary`, [NEXT_REVENUE]);
      await expect.poll(changes).toBe(before + 1);
      const caughtUp = async () =>
        (await reading.query<{ changes: { totalCount: number } }>(CHANGES)).changes.totalCount;
      await expect.poll(caughtUp).toBe(before + 1);
      await reading.stop();

      await primary.stop();
      await standby.tell('select pg_promote()');
      const documents = () => server.execute(DOCUMENTS);
      await expect.poll(documents).toMatchObject({ status: 200 });
      await addFacts(`${both}read-write`, [{ ...NEXT_REVENUE, published_on: '2026-11-02' }]);
      await expect.poll(changes).toBe(before + 2);
      await server.stop();
      await standby.stop();
      expect(await complaintOf(`${both}primary`)).toMatch(
        /none of the hosts is as wanted \(primary\): .*ECONNREFUSED/,
      );
    });
  },
);
