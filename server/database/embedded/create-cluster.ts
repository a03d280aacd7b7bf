import { randomBytes } from 'node:crypto';
import { chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exists, folderUnusable, type Home, reasonInWords } from './home.ts';
import { type Programs, tryPrograms } from './programs.ts';

/** The embedded PostgreSQL's one database, and the role that owns it. */
export const NAME = 'capexgraph';

/**
 * Creates a data folder with its password and an empty database. All of it is made under another name
 * and takes its place in one step, so an interrupted attempt never shows, and of two at once one wins.
 */
export async function createCluster(home: Home, place: string, programs: Programs): Promise<void> {
  let fresh = '';
  try {
    await tryPrograms(programs);
    fresh = await mkdtemp(join(home.path, 'new-'));
    await fill(fresh, home, programs);
    await rename(fresh, place);
  } catch (error) {
    if (fresh) await rm(fresh, { recursive: true, force: true }).catch(() => {});
    // Another process was faster, and what it made is as good.
    if (await exists(place)) return;
    const reason = `PostgreSQL cannot create its data there (${reasonInWords(error)}; log: ${home.log})`;
    throw folderUnusable(home.path, reason, error);
  }
}

async function fill(folder: string, { user }: Home, { run }: Programs): Promise<void> {
  const [data, password] = [join(folder, 'data'), join(folder, 'password')];
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  for (const path of user ? [folder, password] : []) await chown(path, user!.uid, user!.gid);

  await run('initdb', [
    `--pgdata=${data}`,
    `--username=${NAME}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order of words on every system, whatever locales it has.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // Slow, and of no use: there is nothing in it yet that could be lost.
    '--no-sync',
  ]);
  await run('postgres', ['--single', '-F', '-D', data, 'postgres'], `CREATE DATABASE ${NAME};\n`);
}
