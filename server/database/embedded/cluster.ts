import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../errors.ts';
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
  const version = await readPart(home.path, join(data, 'PG_VERSION'), /^[\d.]{1,9}$/);
  if (version !== programs.version) {
    const reason = `it holds data of PostgreSQL ${version}, and this is PostgreSQL ${programs.version}`;
    throw folderUnusable(home.path, reason);
  }
  const password = await readPart(home.path, join(place, 'password'), /^[!-~]{1,999}$/);
  const watcher = new Watcher(join(place, 'users'), data, programs);
  return { home: home.path, data, password, log: home.log, run: programs.run, watcher };
}

/** One of the files that tell how to use the data; they are small, and of a form. */
async function readPart(home: string, file: string, form: RegExp): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error) => {
    const reason = codeOf(error) === 'ENOENT' ? 'there is none' : reasonInWords(error);
    throw damaged(home, file, reason, error);
  });
  if (!form.test(text.trim())) throw damaged(home, file, 'it is empty or damaged');
  return text.trim();
}

function damaged(home: string, file: string, reason: string, cause?: unknown) {
  return folderUnusable(home, `its file ${file} cannot be read (${reason})`, cause);
}

/** Whoever is still at work on one of these finds on failing that the data are there already. */
async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith('new-')) continue;
    await rm(join(home, name), { recursive: true, force: true }).catch(() => {});
  }
}
