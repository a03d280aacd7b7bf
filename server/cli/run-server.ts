import type { EventEmitter } from 'node:events';
import { readEnvironment } from '../env.ts';
import { openLog } from '../log.ts';
import { serve } from './serve.ts';
import { logUnhandledRejections } from './unhandled-rejections.ts';

/** Serves until the process is told to stop, even before it serves; a second signal ends it at once. */
export async function runServer(): Promise<void> {
  const environment = readEnvironment(process.env);
  const log = await openLog(environment.LOG_LEVEL);
  logUnhandledRejections(log);
  const starting = serve(environment, log);

  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info(`Stopping after ${signal}`);
    // A failed start is reported where it is awaited, below.
    const server = await starting.catch(() => undefined);
    await server?.stop();
    log.info('Stopped');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (process.env.npm_lifecycle_event) onOrphaned(() => stop('SIGTERM'));

  const { url } = await starting;
  if (stopping) return;
  log.info(`Capexgraph is ready: ${url}/graphql`);
  // The code cache is written now that everything a start calls has been compiled.
  (process as EventEmitter).emit('capexgraph-started');
}

/** npm runs scripts in a shell, which ends by a signal and does not hand it on. */
function onOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 250);
  timer.unref();
}
