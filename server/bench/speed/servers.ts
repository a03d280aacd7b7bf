import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus } from 'node:os';
import { inProject } from '../../paths.ts';

/** A server that is measured, in a process of its own. */
export interface MeasuredServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Servers run on this core; PostgreSQL, and who loads them, on the other. */
const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Whether a process can be kept to one core here. */
export const canPin = spawnSync('taskset', ['-V']).status === 0;

/** Keeps this process, and PostgreSQL when it starts it, off the servers' core. */
export function pinToLoadCore(): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', LOAD_CORE, String(process.pid)]);
}

/** Lets this process, and what it starts, use every core again. */
export function unpin(): void {
  if (canPin)
    spawnSync('taskset', ['-a', '-p', '-c', `0-${cpus().length - 1}`, String(process.pid)]);
}

/** Capexgraph as `npm start` starts it. */
export const CAPEXGRAPH = [
  '--min-semi-space-size=16',
  '--max-semi-space-size=64',
  inProject('server/start/start.mjs'),
  'serve',
];

/** What Capexgraph says when it takes requests and has read the dataset into memory; either comes first. */
const LOADED = /\bready\b.*in memory|in memory.*\bready\b/s;

/** Starts Capexgraph and waits until it has read the dataset. */
export function startCapexgraph(environment: Record<string, string>, isPinned = true) {
  return startServer(CAPEXGRAPH, environment, LOADED, isPinned);
}

/** Starts a server and waits until it says that it takes requests. */
export async function startServer(
  args: readonly string[],
  environment: Record<string, string>,
  until: RegExp,
  isPinned = true,
): Promise<MeasuredServer> {
  const port = await freePort();
  const pinned = canPin && isPinned ? ['taskset', '-c', SERVER_CORE] : [];
  const [command, ...rest] = [...pinned, process.execPath, ...args];
  const child = spawn(command!, rest, {
    env: { ...process.env, LOG_LEVEL: 'info', ...environment, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Also when the benchmark fails.
  const kill = () => child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  await printed(child, until);
  const stop = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { url: `http://127.0.0.1:${port}`, pid: child.pid!, stop };
}

/** Starts one of the peers: its name is its program's, and after a comma what the program is told. */
export function startPeer(name: string, environment: Record<string, string>) {
  const [program, ...args] = name.split(', ');
  return startServer([inProject(`server/bench/peers/${program}.mjs`), ...args], environment, READY);
}

/** Installs the peers, which are a project of their own. */
export function installPeers(): void {
  if (existsSync(inProject('server/bench/peers/node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts'], {
    cwd: inProject('server/bench/peers'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The peers could not be installed.');
}

/** What a server says when it takes requests. */
export const READY = /\bready\b/;

/** Waits until a program has printed something. */
export function printed(child: ChildProcess, what: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.on('data', (text) => {
      output += text;
      if (what.test(output)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
