import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import pg from 'pg';
import { test as base, expect } from 'vitest';
import { inProject } from '../paths.ts';
import { openEmbedded } from './embedded.ts';
import { DatabaseError } from './errors.ts';

/**
 * A test that is given what it asks for: `folder`, an empty one; `stopped`, the folder of a database
 * with one table that nobody runs, for all tests of a file; `database`, a copy of that.
 */
export const test = base
  .extend('prefix', { scope: 'file' }, join(tmpdir(), 'capexgraph test-'))
  .extend('stopped', { scope: 'file' }, async ({ prefix }, { onCleanup }) => {
    const folder = await makeFolder(prefix);
    onCleanup(() => removeFolder(folder));
    const { url, close } = await openEmbedded(folder);
    await query(url, 'CREATE TABLE answer AS SELECT 42 AS n');
    await close();
    return folder;
  })
  .extend('folder', async ({ prefix }, { onCleanup }) => {
    const folder = await makeFolder(prefix);
    onCleanup(() => removeFolder(folder));
    return folder;
  })
  .extend('database', async ({ stopped, folder }) => {
    // Not by Node, which would not keep the owners.
    await promisify(execFile)('cp', ['-a', `${stopped}/.`, folder]);
    return folder;
  });

/** Another process that has the embedded database open. */
export interface Opener {
  /** The address that it was given, or the error. */
  answer: Promise<string>;
  /** Lets it close the database and end. */
  close(): Promise<void>;
  /** Ends it and its process group at once, as a crash or a closed terminal would. */
  kill(): Promise<void>;
}

const SCRIPT = `
  import { inProject } from '../paths.ts';
import { openEmbedded } from './embedded.ts';
  const opened = await openEmbedded(process.env.FOLDER).catch((error) => error);
  console.log(opened.url ?? opened.message);
  process.stdin.resume().once('end', () => opened.close?.());
`;

/** The script and what it imports as one program, made once: loading it file by file takes a second of each process. */
let program: string | undefined;
function programText(): string {
  program ??= buildSync({
    stdin: { contents: SCRIPT, resolveDir: inProject('server/database'), loader: 'ts' },
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  }).outputFiles[0]!.text;
  return program;
}

/** Starts a process that opens the embedded database, as a command beside the server does. */
export function startOpener(folder: string): Opener {
  const child = spawn(process.execPath, ['--input-type=module', '-e', programText()], {
    cwd: inProject('.'),
    env: { ...process.env, FOLDER: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const exit = once(child, 'exit');
  const answer = once(createInterface(child.stdout), 'line');
  return {
    answer: answer.then(([line]) => line as string),
    async close() {
      child.stdin.end();
      await exit;
    },
    async kill() {
      process.kill(-child.pid!, 'SIGKILL');
      await exit;
    },
  };
}

/** The number of the server process on the folder's data; undefined when there is none. */
export async function serverPid(folder: string): Promise<number | undefined> {
  const file = join(folder, 'cluster', 'data', 'postmaster.pid');
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
  return pid && isAlive(pid) ? pid : undefined;
}

/** Ends the folder's server as a crash would. */
export async function killServer(folder: string): Promise<void> {
  const pid = await serverPid(folder);
  if (pid && pid !== process.pid) process.kill(pid, 'SIGKILL');
}

/** The one line that opening the folder ends in. */
export async function complaint(folder: string): Promise<DatabaseError> {
  const error = await openEmbedded(folder).then(
    ({ close }) => close(),
    (error) => error,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error.message).not.toContain('\n');
  expect(error.message).toContain('DATABASE_URL');
  return error;
}

/** Runs one statement over a connection of its own. */
export async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function makeFolder(prefix: string): Promise<string> {
  const folder = await mkdtemp(prefix);
  // PostgreSQL's account must be able to enter it.
  await chmod(folder, 0o755);
  return folder;
}

async function removeFolder(folder: string): Promise<void> {
  await killServer(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
