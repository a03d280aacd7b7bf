import { DatabaseError } from './database/errors.ts';
import { EnvironmentError, readEnvironment } from './env.ts';
import { ListenError } from './http/server.ts';
import { openLog } from './log.ts';
import { serve } from './serve.ts';

try {
  const environment = readEnvironment(process.env);
  const log = openLog(environment.LOG_LEVEL);
  const server = await serve(environment, log);
  log.info(`Capexgraph is ready: ${server.url}/graphql`);

  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    // A second signal ends the process at once.
    if (stopping) process.exit(1);
    stopping = true;
    log.info(`Stopping after ${signal}`);
    await server.stop();
    log.info('Stopped');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  const isExplained =
    error instanceof EnvironmentError ||
    error instanceof DatabaseError ||
    error instanceof ListenError;
  console.error(isExplained ? error.message : error);
  process.exitCode = 1;
}
