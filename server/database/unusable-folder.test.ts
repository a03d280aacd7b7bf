import { chmod, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { complaint, serverPid, test } from './testing.ts';

test('a file in place of the folder is named', async ({ folder }) => {
  const file = join(folder, 'file');
  await writeFile(file, '');
  const { code, message } = await complaint(file);
  expect(code).toBe('EMBEDDED_FOLDER_UNUSABLE');
  expect(message).toContain(`cannot use ${file}: there is a file of that name`);
  expect((await complaint(join(file, 'below'))).message).toContain('a part of the path is a file');
});

test('a folder that PostgreSQL may not enter is named', async ({ folder }) => {
  const closed = join(folder, 'closed');
  // Root itself gets in anywhere; the account that PostgreSQL then runs as does not.
  const isRoot = process.getuid?.() === 0;
  await mkdir(join(closed, 'home'), { recursive: true });
  await chmod(closed, isRoot ? 0o700 : 0o000);
  const { code, message } = await complaint(join(closed, 'home'));
  expect(code).toBe('EMBEDDED_FOLDER_UNUSABLE');
  expect(message).toContain(isRoot ? `may not enter ${closed}` : 'permission denied');
  await chmod(closed, 0o700);
});

test('a folder where the system makes none is named, and is not tried for ever', async () => {
  if (process.platform !== 'linux') return;
  for (const folder of ['/proc/capexgraph/home', '/dev/null/home', '/dev/full']) {
    expect((await complaint(folder)).code).toBe('EMBEDDED_FOLDER_UNUSABLE');
  }
});

test('a password that is wrong is named, and no server is left running', async ({ database }) => {
  await writeFile(join(database, 'cluster', 'password'), 'wrong');
  const { code, message } = await complaint(database);
  expect(code).toBe('EMBEDDED_START_FAILED');
  expect(message).toContain('password authentication failed');
  expect(await serverPid(database)).toBeUndefined();
});

test('a folder in place of the log is named', async ({ folder }) => {
  const log = join(folder, 'postgresql.log');
  await mkdir(log);
  expect((await complaint(folder)).message).toContain(
    `its log ${log} cannot be written (it is a folder)`,
  );
});

const DAMAGES: Readonly<Record<string, (file: string) => Promise<unknown>>> = {
  missing: (file) => rm(file),
  empty: (file) => truncate(file),
  junk: (file) => writeFile(file, Buffer.from([10, 27, 91, 50, 74, 0, 255, 10, 10])),
  'a folder': (file) => rm(file).then(() => mkdir(file)),
};

test('a file that tells how to use the data is named when it is missing or damaged, however it is', async ({
  database,
}) => {
  for (const name of ['data/PG_VERSION', 'password']) {
    const file = join(database, 'cluster', name);
    const whole = await readFile(file);
    for (const [damage, make] of Object.entries(DAMAGES)) {
      await make(file);
      const { code, message } = await complaint(database);
      expect(code, damage).toBe('EMBEDDED_FOLDER_UNUSABLE');
      expect(message, damage).toContain(`its file ${file} cannot be read (`);
      expect(message, damage).toMatch(/^[\x20-\x7e]+$/);
      await rm(file, { recursive: true, force: true });
      await writeFile(file, whole);
    }
  }
});

test('what PostgreSQL says before it has a log is told, too', async ({ database }) => {
  await rm(join(database, 'cluster', 'data', 'postgresql.conf'));
  expect((await complaint(database)).message).toContain(
    'could not access the server configuration file',
  );
});

test('data that PostgreSQL serves with complaints only are not tried for long, and no server is left running', async ({
  database,
}) => {
  await rm(join(database, 'cluster', 'data', 'global', 'pg_filenode.map'));
  // Half the time that a server has for recovering.
  const { code, message } = await Promise.race([
    complaint(database),
    sleep(30_000, { code: undefined, message: 'It still tries.' }),
  ]);
  expect(code).toBe('EMBEDDED_START_FAILED');
  expect(message).toContain('pg_filenode.map');
  expect(await serverPid(database)).toBeUndefined();
});
