import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createCluster } from './create-cluster.ts';
import { exists, folderUnusable, openHome, reasonInWords } from './home.ts';
import { openPrograms, type Run } from './programs.ts';
import { Watcher } from './watcher.ts';

/** A PostgreSQL data folder with all that is needed to run it. */
export interface Cluster {
  home: string;
  data: string;
  password: string;
  /** The file that PostgreSQL writes its log to. */
  log: string;
  run: Run;
  /** Stops it when this process is gone, whatever became of it. */
  watcher: Watcher;
}

/** Finds the data below the folder, or creates it there. */
export async function openCluster(folder: string, onCreate: () => void): Promise<Cluster> {
  const home = await openHome(folder);
  const programs = await openPrograms(home);
  const place = join(home.path, 'cluster');
  const data = join(place, 'data');

  if (!(await exists(place))) {
    onCreate();
    await createCluster(home, place, programs);
  }
  await removeLeftovers(home.path);
  try {
    const version = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
    if (version !== programs.version) {
      const reason = `it holds data of PostgreSQL ${version}, and this is PostgreSQL ${programs.version}`;
      throw folderUnusable(home.path, reason);
    }
    const password = await readFile(join(place, 'password'), 'utf8');
    const watcher = new Watcher(join(place, 'users'), data, programs);
    return { home: home.path, data, password, log: home.log, run: programs.run, watcher };
  } catch (error) {
    throw folderUnusable(home.path, `its data cannot be read (${reasonInWords(error)})`, error);
  }
}

/** Whoever is still at work on one of these finds on failing that the data are there already. */
async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith('new-')) continue;
    await rm(join(home, name), { recursive: true, force: true }).catch(() => {});
  }
}
