import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const PLACES = [
  '/usr/sbin',
  '/usr/bin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/lib/postgresql/15/bin',
];

/** Where a program is, of those that `.ci/run` installs; undefined where it is not, and its tests are skipped. */
export function programNamed(name: string): string | undefined {
  return PLACES.map((place) => join(place, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What a group of tests is called, which says why they are skipped where a program is not here. */
export function titled(title: string, isHere: unknown): string {
  return isHere ? title : `${title} (skipped: not installed here; .ci/run does, on Debian)`;
}

/** Who runs what refuses to run as root. */
const isRoot = process.getuid?.() === 0;
const OTHER_USER = 'postgres';

/** A folder of a test's programs, and what runs there until it is closed. */
export class Programs {
  readonly #running: Running[] = [];

  private constructor(readonly folder: string) {}

  static async open(): Promise<Programs> {
    const folder = await mkdtemp(join(tmpdir(), 'capexgraph-programs-'));
    // Others write their logs and sockets here.
    await chmod(folder, 0o777);
    return new Programs(folder);
  }

  /** Runs a program to its end, as somebody other than root. */
  async run(program: string, ...args: readonly string[]): Promise<string> {
    const [command, ...rest] = this.#asOther(program, args);
    const { stdout } = await promisify(execFile)(command!, rest, { cwd: this.folder });
    return stdout;
  }

  /** Starts a program that stays, as somebody other than root; its output is in the error of a test that waits for it in vain. */
  start(program: string, ...args: readonly string[]): Running {
    const [command, ...rest] = this.#asOther(program, args);
    const child = spawn(command!, rest, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const running = { child, output: '' };
    this.#running.push(running);
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        running.output += text;
      });
    }
    return running;
  }

  /** Ends what runs, the last one first. */
  async close(): Promise<void> {
    for (const running of this.#running.reverse()) await this.stop(running);
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Ends one. */
  async stop({ child }: Running): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGKILL'), 30_000);
    await ended;
    clearTimeout(timer);
  }

  #asOther(program: string, args: readonly string[]): readonly string[] {
    return isRoot
      ? ['setpriv', `--reuid=${OTHER_USER}`, '--regid=nogroup', '--clear-groups', program, ...args]
      : [program, ...args];
  }
}

/** A program that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly output: string;
}

/** A port that nobody uses at the moment, and that the system gives to nobody who asks for any. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** Waits until a database answers at an address. */
export async function untilItAnswers(url: string, running: Running): Promise<void> {
  const answers = async () => {
    const client = new pg.Client(url);
    client.on('error', () => {});
    await client.connect();
    await client.end();
    return true;
  };
  await until(answers, () => running.output);
}

/** How long what is started may take until it is there. */
const PATIENCE_MS = 120_000;

/** Waits until something is so; where that takes too long, the error says what there is to say. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  whatIs: () => string = () => String(isSo),
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const latest = performance.now() + patienceMs;
  for (;;) {
    const found = await Promise.resolve()
      .then(isSo)
      .catch((error: Error) => error);
    if (found === true) return;
    if (performance.now() > latest) throw new Error(`Not in time: ${whatIs()}`, { cause: found });
    await sleep(50);
  }
}
