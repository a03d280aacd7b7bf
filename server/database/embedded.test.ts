import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openEmbedded } from './embedded.ts';
import {
  copyOf,
  killServer,
  makeFolder,
  query,
  remove,
  serverPid,
  startOpener,
  temporaryFolder,
} from './testing.ts';

const created: string[] = [];
let stopped: string;

beforeAll(async () => {
  stopped = await makeFolder();
  const embedded = await openEmbedded(stopped, { onProgress: (line) => created.push(line) });
  await query(embedded.url, 'CREATE TABLE kept AS SELECT 42 AS n');
  await embedded.close();
});

afterAll(() => remove(stopped));

test('the first start creates the database, and the next one finds its data again', async () => {
  expect(created).toEqual([`Creating a database in ${stopped}`]);
  const { url, close } = await openEmbedded(await copyOf(stopped));
  expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  await close();
});

test('only this computer gets in, and only with the password, which only the owner can read', async () => {
  const { url, close } = await openEmbedded(await copyOf(stopped));
  expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await expect(query(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
  const { mode } = await stat(join(stopped, 'cluster', 'password'));
  expect(mode & 0o777).toBe(0o600);
  await close();
});

test('a second process shares the running server, and the last one to close stops it', async () => {
  const folder = await copyOf(stopped);
  const first = await openEmbedded(folder);
  const second = startOpener(folder);
  expect(await second.answer).toBe(first.url);

  await second.close();
  expect(await query(first.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  await first.close();
  await first.close();
  expect(await serverPid(folder)).toBeUndefined();
});

test('closing leaves the server to whoever is still connected', async () => {
  const folder = await copyOf(stopped);
  const { url, close } = await openEmbedded(folder);
  const busy = query(url, 'SELECT pg_sleep(1)');
  await close();
  await expect(busy).resolves.toHaveLength(1);
  expect(await serverPid(folder)).toBeDefined();
});

test('a killed program leaves the server running, and the next start takes it over', async () => {
  const folder = await copyOf(stopped);
  const killed = startOpener(folder);
  const url = await killed.answer;
  await killed.kill();
  expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);

  const next = await openEmbedded(folder);
  expect(next.url).toBe(url);
  await next.close();
  expect(await serverPid(folder)).toBeUndefined();
});

test('after a killed server the next start recovers the data', async () => {
  const folder = await copyOf(stopped);
  const killed = startOpener(folder);
  await query(await killed.answer, 'INSERT INTO kept VALUES (43)');
  await killed.kill();
  await killServer(folder);

  const { url, close } = await openEmbedded(folder);
  expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 42 }, { n: 43 }]);
  await close();
});

test('a server killed while it is in use comes back at the same address', async () => {
  const folder = await copyOf(stopped);
  const { url, close } = await openEmbedded(folder);
  await killServer(folder);
  await vi.waitFor(() => query(url, 'SELECT n FROM kept'), { timeout: 5000 });
  await close();
  expect(await serverPid(folder)).toBeUndefined();
});

test('the number of a killed server may since belong to another program', async () => {
  const folder = await copyOf(stopped);
  const file = join(folder, 'cluster', 'data', 'postmaster.pid');
  await writeFile(file, `${process.pid}\n${join(folder, 'cluster', 'data')}\n0\n5432\n`);
  const { url, close } = await openEmbedded(folder);
  expect(await query(url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  await close();
});

test('two processes at once on a stopped database share one server', async () => {
  const folder = await copyOf(stopped);
  const [one, other] = await Promise.all([openEmbedded(folder), openEmbedded(folder)]);
  expect(one.url).toBe(other.url);
  await Promise.all([one.close(), other.close()]);
  expect(await serverPid(folder)).toBeUndefined();
});

test('two processes at once on an empty folder share one database', async () => {
  const folder = await temporaryFolder();
  const [one, other] = [startOpener(folder), startOpener(folder)];
  expect(await one.answer).toBe(await other.answer);
  await Promise.all([one.close(), other.close()]);
  expect(await serverPid(folder)).toBeUndefined();
  expect((await readdir(folder)).sort()).toEqual(['cluster', 'postgresql.log']);
});

test('an interrupted creation is started over', async () => {
  const folder = await temporaryFolder();
  const killed = startOpener(folder);
  await vi.waitUntil(async () => {
    const [fresh] = (await readdir(folder)).filter((name) => name.startsWith('new-'));
    return fresh && (await readdir(join(folder, fresh))).includes('data');
  }, 5000);
  await killed.kill();
  expect(await readdir(folder)).not.toContain('cluster');

  const { url, close } = await openEmbedded(folder);
  expect(await query(url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  expect((await readdir(folder)).sort()).toEqual(['cluster', 'postgresql.log']);
  await close();
});
