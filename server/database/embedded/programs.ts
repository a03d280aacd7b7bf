import { execFile, spawn } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { DatabaseError, reasonOf } from '../errors.ts';
import type { Home } from './home.ts';
import { type Binaries, findBinaries } from './postgres-binaries.ts';

/** Runs one of PostgreSQL's programs under the right account, and gives what it printed. */
export type Run = (program: keyof Binaries, args: string[], input?: string) => Promise<string>;

/** PostgreSQL's programs, ready to run. */
export interface Programs {
  run: Run;
  /** The major version, e.g. `18`: data of another one cannot be used. */
  version: string;
  /** Makes a named pipe. */
  makePipe(path: string): Promise<unknown>;
  /** Stops PostgreSQL when nobody has the other end of a pipe any more; a line that comes through it calls that off. */
  stopAtEnd(pipe: number, data: string): void;
}

/** After a program that was killed while it started PostgreSQL, there may be nothing to stop yet. */
const STOP_AT_END = `
tries=0
while [ $tries -lt 10 ]; do
  read -r line && exit
  "$1" stop -s -m fast -W -D "$2" && exit
  sleep 1
  tries=$((tries + 1))
done`;

/** Finds the programs. */
export async function openPrograms(home: Home): Promise<Programs> {
  const { binaries, version } = await findBinaries(home);
  const options = optionsOf(home);
  return {
    run: runner(binaries, home),
    version,
    makePipe: (path) => promisify(execFile)('mkfifo', ['-m', '600', path], options),
    stopAtEnd(pipe, data) {
      const args = ['-c', STOP_AT_END, 'sh', binaries.pg_ctl, data];
      // In a group of its own, which no signal to the program's reaches.
      const shell = spawn('sh', args, {
        ...options,
        stdio: [pipe, 'ignore', 'ignore'],
        detached: true,
      });
      shell.on('error', () => {}).unref();
    },
  };
}

/** Makes sure that the programs run on this system. */
export async function tryPrograms({ run }: Programs): Promise<void> {
  try {
    await run('postgres', ['--version']);
  } catch (error) {
    const message =
      `The embedded PostgreSQL does not run on this system: ${reasonOf(error)}. ` +
      'Set DATABASE_URL to a PostgreSQL of yours.';
    throw new DatabaseError('EMBEDDED_UNSUPPORTED', message, { cause: error });
  }
}

/** What a log names as the first fault, without date and level; later ones only follow from it. */
export function firstFault(log: string): string | undefined {
  // That it is starting up is what PostgreSQL tells those who connect early.
  const pattern =
    /(?:\b(?:FATAL|PANIC|ERROR|error): +(?!the database system is)|^postgres: +)(.*)(?:\n.*HINT: +(.*))?/m;
  const [, fault, hint] = pattern.exec(log) ?? [];
  return hint ? `${fault}. ${hint}` : fault;
}

function optionsOf({ path, user }: Home) {
  return {
    ...(user && { uid: user.uid, gid: user.gid }),
    // The folder that we were started in may be closed to PostgreSQL's account.
    cwd: path,
    env: { ...process.env, LC_ALL: 'C' },
  };
}

function runner(binaries: Binaries, home: Home): Run {
  const options = optionsOf(home);
  return (program, args, input) =>
    new Promise((resolve, reject) => {
      const child = execFile(binaries[program], args, options, async (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        await appendFile(home.log, stdout + stderr).catch(() => {});
        const reason = firstFault(stderr) ?? (stderr.split('\n')[0] || reasonOf(error));
        reject(new Error(reason, { cause: error }));
      });
      // A program that ends before it has read its input is reported by its exit code.
      child.stdin?.on('error', () => {}).end(input);
    });
}
