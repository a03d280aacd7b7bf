import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import pg from 'pg';
import { onTestFinished } from 'vitest';

/** An empty folder that PostgreSQL's account may enter. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph test-'));
  await chmod(folder, 0o755);
  return folder;
}

/** The same, gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeFolder();
  onTestFinished(() => remove(folder));
  return folder;
}

/** Removes a folder, and ends the server that may still run in it. */
export async function remove(folder: string): Promise<void> {
  await killServer(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A folder with the same content, owners and all; creating a database takes ten times as long. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await temporaryFolder();
  await promisify(execFile)('cp', ['-a', `${folder}/.`, copy]);
  return copy;
}

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
  const { openEmbedded } = await import(process.env.EMBEDDED);
  const opened = await openEmbedded(process.env.FOLDER).catch((error) => error);
  console.log(opened.url ?? opened.message);
  process.stdin.resume().once('end', () => opened.close?.());
`;

/** Starts a process that opens the embedded database, as a command beside the server does. */
export function startOpener(folder: string): Opener {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', SCRIPT], {
    env: { ...process.env, EMBEDDED: new URL('embedded.ts', import.meta.url).href, FOLDER: folder },
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

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
