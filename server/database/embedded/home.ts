import { access, appendFile, chown, constants, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, DatabaseError, reasonOf } from '../errors.ts';
import { closedFolder, type ServerUser, serverUser } from './server-user.ts';

/** The folder of the embedded database, made ready for the account that PostgreSQL runs as. */
export interface Home {
  path: string;
  /** Whom PostgreSQL runs as; undefined for whoever runs this. */
  user: ServerUser | undefined;
  /** The file that all of PostgreSQL's programs write to. */
  log: string;
}

const REASONS: Record<string, string> = {
  ENOENT: 'it cannot be created there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a part of the path is a file',
  EISDIR: 'it is a folder',
};

/** Creates the folder when it is missing, and makes sure that it can be used. */
export async function openHome(folder: string): Promise<Home> {
  try {
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const path = await realpath(folder);
    const user = await serverUser(join(path, 'cluster'));
    const log = join(path, 'postgresql.log');
    await appendFile(log, '', { mode: 0o600 }).catch((error) => {
      throw folderUnusable(
        folder,
        `its log ${log} cannot be written (${reasonInWords(error)})`,
        error,
      );
    });
    if (user) await handOver(path, log, user);
    return { path, user, log };
  } catch (error) {
    throw folderUnusable(folder, reasonInWords(error), error);
  }
}

/** Node's own way to make the folders above it, too, tries for ever where the system makes none, as below /proc. */
async function makeFolder(folder: string, isRetry = false): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (code !== 'ENOENT' || isRetry || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await makeFolder(folder, true);
  }
}

/** The error for a folder that cannot hold the database, with the ways out. */
export function folderUnusable(folder: string, reason: string, cause?: unknown): DatabaseError {
  if (cause instanceof DatabaseError) return cause;
  return new DatabaseError(
    'EMBEDDED_FOLDER_UNUSABLE',
    `The embedded database cannot use ${folder}: ${reason}. ` +
      'Mend that, or set CAPEXGRAPH_HOME to another folder, or DATABASE_URL to a PostgreSQL of yours.',
    { cause },
  );
}

/** What the system's error means, in words. */
export function reasonInWords(error: unknown): string {
  return REASONS[codeOf(error) ?? ''] ?? reasonOf(error);
}

/** Whether there is something of that name. */
export function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function handOver(path: string, log: string, user: ServerUser): Promise<void> {
  const closed = await closedFolder(dirname(path), user);
  if (closed) {
    const reason = `PostgreSQL does not run as root, and its account ${user.name} may not enter ${closed}`;
    throw folderUnusable(path, reason);
  }
  for (const each of [path, log]) await chown(each, user.uid, user.gid);
}
