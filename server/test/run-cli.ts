import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { inProject } from '../paths.ts';

/** What came of a command. */
export interface Ran {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a user runs it: a process of its own. */
export function startCli(
  args: readonly string[],
  environment: Record<string, string>,
): ChildProcess {
  return spawn(process.execPath, [inProject('server/start/start.mjs'), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
export async function runCli(
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Ran> {
  const child = startCli(args, environment);
  const [[exitCode], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout!),
    text(child.stderr!),
  ]);
  return { exitCode, stdout, stderr };
}
