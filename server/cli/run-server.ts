import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { readEnvironment } from '../env.ts';
import { openLog } from '../log.ts';
import { serve } from './serve.ts';
import { logUnhandledRejections } from './unhandled-rejections.ts';

/** How long stopping may take, whatever the database and the clients do. */
const STOP_MS = 9_500;

/** A signal that reaches npm and the server comes twice, as npm hands its own on; somebody in a hurry comes later. */
const SAME_SIGNAL_MS = 1_000;

/** Serves until the process is told to stop, even before it serves; told again, it waits for no request any more. */
export async function runServer(): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = await openLog(environment.LOG_LEVEL);
  logUnhandledRejections(log);
  const starting = serve(environment, log);

  let stoppingSince: number | undefined;
  const stop = async (signal: NodeJS.Signals) => {
    if (stoppingSince !== undefined) {
      const isSame = performance.now() - stoppingSince < SAME_SIGNAL_MS;
      if (!isSame) await starting.then(({ cut }) => cut());
      return;
    }
    stoppingSince = performance.now();
    log.info(`Stopping after ${signal}`);
    setTimeout(() => process.exit(0), STOP_MS).unref();
    // A failed start is reported where it is awaited, below.
    const server = await starting.catch(() => undefined);
    await server?.stop();
    log.info('Stopped');
  };
  // SIGHUP is what a terminal sends that is closed.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) onOrphaned(() => stop('SIGTERM'));

  const { url } = await starting;
  if (stoppingSince !== undefined) return;
  log.info(`Capexgraph is ready: ${url}/graphql`);
  // The code cache is written now that everything a start calls has been compiled.
  (process as EventEmitter).emit('capexgraph-started');
}

/** npm runs scripts in a shell, which ends by a signal and does not hand it on; and if npm is killed, the shell stays. */
function onOrphaned(stop: () => void): void {
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stop();
  }, 250);
  timer.unref();
}

/** The numbers of the parent and, where the system tells them, of its parent. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    // After the program's name, which may have brackets and spaces in it, come its state and its parent.
    return `${parent} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    return String(parent);
  }
}
