import { readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { codeOf, reasonOf } from '../errors.ts';
import type { Cluster } from './cluster.ts';
import { firstFault } from './programs.ts';

/** The PostgreSQL that runs, or ran, on a data folder, by its `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Whether its process is there; a killed server leaves its file behind. */
  alive: boolean;
}

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '50',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** Reads who runs the data folder. */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const file = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = file.split('\n').map(Number);
  if (!pid || !port) return undefined;
  return { pid, port, alive: await isPostmaster(pid, cluster.data) };
}

/** Starts PostgreSQL detached from this process; Ctrl-C in the terminal does not reach it. */
export async function startPostmaster(cluster: Cluster, port?: number): Promise<void> {
  await removeMistakenPid(cluster);
  const settings = { ...SETTINGS, port: await freePort(port) };
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const before = await stat(cluster.log).then(
    ({ size }) => size,
    () => 0,
  );
  const args = ['start', '-s', '-w', '-t', '60', '-D', cluster.data, '-l', cluster.log];
  try {
    await cluster.run('pg_ctl', [...args, '-o', options.join(' ')]);
  } catch (error) {
    const log = await readFile(cluster.log).catch(() => Buffer.of());
    throw new Error(firstFault(log.toString('utf8', before)) ?? reasonOf(error), {
      cause: error,
    });
  }
}

/** Stops PostgreSQL, ending what is still connected, and waits some seconds until it is gone. */
export async function stopPostmaster(cluster: Cluster, { wait = true } = {}): Promise<void> {
  const waiting = wait ? ['-w', '-t', '3'] : ['-W'];
  await cluster.run('pg_ctl', ['stop', '-s', ...waiting, '-m', 'fast', '-D', cluster.data]);
}

/** Stops one that served nobody: with damaged data it may try for ever to write what a shutdown writes. */
export async function abortPostmaster(cluster: Cluster): Promise<void> {
  await cluster.run('pg_ctl', ['stop', '-s', '-w', '-m', 'immediate', '-D', cluster.data]);
}

/**
 * Removes the file of a killed server whose process number has gone to another program, as happens when
 * a container restarts: PostgreSQL would refuse to start beside it. All other leftovers it sees through.
 */
async function removeMistakenPid(cluster: Cluster): Promise<void> {
  const postmaster = await findPostmaster(cluster);
  if (!postmaster || postmaster.alive || !isAlive(postmaster.pid)) return;
  await rm(join(cluster.data, 'postmaster.pid'), { force: true });
}

async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  // Where there is no /proc, a living process is taken at its word.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => data);
  return command.includes(data);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** The port asked for if it is free, else any that is. */
function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error) => (wanted ? resolve(freePort()) : reject(error)));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
}
