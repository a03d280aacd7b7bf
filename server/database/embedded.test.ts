import { readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { describe, expect, vi } from 'vitest';
import { openEmbedded } from './embedded.ts';
import { complaint, killServer, query, serverPid, startOpener, test } from './testing.ts';

/** Programs that end do so while others keep the machine busy. */
const PATIENTLY = { timeout: 20_000, interval: 50 };

describe.concurrent('the embedded PostgreSQL', { timeout: 30_000 }, () => {
  test('finds the data of the last time again', async ({ database }) => {
    const { url, close } = await openEmbedded(database);
    expect(await query(url, 'SELECT n FROM answer')).toEqual([{ n: 42 }]);
    await close();
  });

  test('lets in only this computer, with the password that only the owner can read', async ({
    database,
  }) => {
    const { url, close } = await openEmbedded(database);
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
    const { mode } = await stat(join(database, 'cluster', 'password'));
    expect(mode & 0o777).toBe(0o600);
    await close();
  });

  test('a second process shares the running server, and the last one to close stops it', async ({
    database,
  }) => {
    const first = await openEmbedded(database);
    const second = startOpener(database);
    expect(await second.answer).toBe(first.url);

    await second.close();
    expect(await query(first.url, 'SELECT n FROM answer')).toEqual([{ n: 42 }]);
    await first.close();
    await first.close();
    expect(await serverPid(database)).toBeUndefined();
  });

  test('closing leaves the server to whoever is still connected', async ({ database }) => {
    const { url, close } = await openEmbedded(database);
    const other = new pg.Client({ connectionString: url });
    await other.connect();
    await close();
    expect((await other.query('SELECT n FROM answer')).rows).toEqual([{ n: 42 }]);
    await other.end();
  });

  test('the server of killed programs stops once the last of them is gone', async ({
    database,
  }) => {
    const [first, second] = [startOpener(database), startOpener(database)];
    const url = await first.answer;
    expect(await second.answer).toBe(url);
    await first.kill();
    await sleep(300);
    expect(await query(url, 'SELECT n FROM answer')).toEqual([{ n: 42 }]);

    await second.kill();
    await expect.poll(() => serverPid(database), PATIENTLY).toBeUndefined();
  });

  test('a program that is killed while it starts the server leaves none', async ({ database }) => {
    const killed = startOpener(database);
    killed.answer.catch(() => {});
    const log = join(database, 'postgresql.log');
    const before = (await stat(log)).size;
    await expect.poll(async () => (await stat(log)).size, PATIENTLY).toBeGreaterThan(before);
    await killed.kill();
    await sleep(1_500);
    await expect.poll(() => serverPid(database), PATIENTLY).toBeUndefined();
  });

  test('whoever starts while the server of a killed program stops has one in the end', async ({
    database,
  }) => {
    const killed = startOpener(database);
    await killed.answer;
    await killed.kill();
    const { url, close } = await openEmbedded(database);
    await sleep(1_000);
    await vi.waitFor(() => query(url, 'SELECT n FROM answer'), { timeout: 20_000 });
    await close();
    expect(await serverPid(database)).toBeUndefined();
  });

  test('after a killed server the next start recovers the data', async ({ database }) => {
    const killed = startOpener(database);
    await query(await killed.answer, 'INSERT INTO answer VALUES (43)');
    await Promise.all([killServer(database), killed.kill()]);

    const { url, close } = await openEmbedded(database);
    expect(await query(url, 'SELECT n FROM answer')).toEqual([{ n: 42 }, { n: 43 }]);
    await close();
  });

  test('a server killed while it is in use comes back at the same address', async ({
    database,
  }) => {
    const { url, close } = await openEmbedded(database);
    await killServer(database);
    await vi.waitFor(() => query(url, 'SELECT n FROM answer'), { timeout: 20_000 });
    await close();
    expect(await serverPid(database)).toBeUndefined();
  });

  test('the number of a killed server may since belong to another program', async ({
    database,
  }) => {
    const file = join(database, 'cluster', 'data', 'postmaster.pid');
    await writeFile(file, `${process.pid}\n${join(database, 'cluster', 'data')}\n0\n5432\n`);
    const { url, close } = await openEmbedded(database);
    expect(await query(url, 'SELECT n FROM answer')).toEqual([{ n: 42 }]);
    await close();
  });

  test('two processes at once on a stopped database share one server', async ({ database }) => {
    const [one, other] = await Promise.all([openEmbedded(database), openEmbedded(database)]);
    expect(one.url).toBe(other.url);
    await Promise.all([one.close(), other.close()]);
    expect(await serverPid(database)).toBeUndefined();
  });

  test('two processes at once on an empty folder share one database', async ({ folder }) => {
    const [one, other] = [startOpener(folder), startOpener(folder)];
    expect(await one.answer).toBe(await other.answer);
    await Promise.all([one.close(), other.close()]);
    expect(await serverPid(folder)).toBeUndefined();
    expect((await readdir(folder)).sort()).toEqual(['cluster', 'postgresql.log']);
  });

  test('an interrupted creation is started over', async ({ folder }) => {
    const killed = startOpener(folder);
    await vi.waitUntil(async () => {
      const [fresh] = (await readdir(folder)).filter((name) => name.startsWith('new-'));
      return fresh && (await readdir(join(folder, fresh))).includes('data');
    }, 20_000);
    await killed.kill();
    expect(await readdir(folder)).not.toContain('cluster');

    const { url, close } = await openEmbedded(folder);
    expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect((await readdir(folder)).sort()).toEqual(['cluster', 'postgresql.log']);
    await close();
  });

  test('data of another PostgreSQL are left alone', async ({ database }) => {
    await writeFile(join(database, 'cluster', 'data', 'PG_VERSION'), '17\n');
    const { code, message } = await complaint(database);
    expect(code).toBe('EMBEDDED_FOLDER_UNUSABLE');
    expect(message).toContain('it holds data of PostgreSQL 17, and this is PostgreSQL 18');

    await writeFile(join(database, 'cluster', 'data', 'PG_VERSION'), '18\n');
    await truncate(join(database, 'cluster', 'data', 'global', 'pg_control'), 100);
    const damaged = await complaint(database);
    expect(damaged.code).toBe('EMBEDDED_START_FAILED');
    expect(damaged.message).toContain('pg_control');
    expect(damaged.message).toContain(join(database, 'postgresql.log'));
  });
});
