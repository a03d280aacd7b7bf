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
import { basename, dirname, join, relative } from 'node:path';
import { exists, folderUnusable, type Home, reasonInWords } from './home.ts';
import { closedFolder } from './server-user.ts';

interface Link {
  source: string;
  target: string;
}

/** Does what the install script of PostgreSQL's package does; npm no longer runs those unasked. */
export async function completeInstallation(folder: string, programs: string[]): Promise<void> {
  for (const { source, target } of await missingLinks(folder)) {
    await symlink(relative(dirname(target), source), target).catch(async (error) => {
      // Another process may have made it just now.
      if (!(await exists(target))) throw error;
    });
  }
  for (const program of programs) {
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  }
}

/** Whether the programs can run where they are, under the account that they shall run as. */
export async function isUsable(folder: string, programs: string[], home: Home): Promise<boolean> {
  if ((await missingLinks(folder)).length > 0) return false;
  if (home.user && (await closedFolder(folder, home.user))) return false;
  return Promise.all(programs.map((program) => access(program, constants.X_OK))).then(
    () => true,
    () => false,
  );
}

/** The version of the package, which is PostgreSQL's with more behind it, e.g. `18.4.0-beta.17`. */
export async function releaseOf(folder: string): Promise<string> {
  const manifest = await readFile(join(folder, '..', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** Copies the package's folder below the home, once for each release, and says where to. */
export async function copyInstallation(
  folder: string,
  release: string,
  home: Home,
): Promise<string> {
  const place = join(home.path, `postgresql-${release}`);
  const copy = join(place, basename(folder));
  if (await exists(copy)) return copy;

  let fresh = '';
  try {
    fresh = await mkdtemp(join(home.path, 'new-'));
    await chmod(fresh, 0o755);
    await cp(folder, join(fresh, basename(folder)), { recursive: true, verbatimSymlinks: true });
    await rename(fresh, place);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => {});
    // Another process was faster.
    if (await exists(copy)) return copy;
    const reason = `PostgreSQL's programs cannot be copied there (${reasonInWords(error)})`;
    throw folderUnusable(home.path, reason, error);
  }
  return copy;
}

/** The links between shared libraries that an npm package cannot hold, from the list that it has instead. */
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
