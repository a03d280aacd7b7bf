import { chmod, mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openEmbedded } from './embedded.ts';
import { DatabaseError } from './errors.ts';
import { test } from './testing.ts';

/** The one line that opening the folder ends in. */
async function complaint(folder: string): Promise<DatabaseError> {
  const error = await openEmbedded(folder).then(
    ({ close }) => close(),
    (error) => error,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error.message).not.toContain('\n');
  expect(error.message).toContain('DATABASE_URL');
  return error;
}

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
