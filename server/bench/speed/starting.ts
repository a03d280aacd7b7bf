import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openCluster } from '../../database/embedded/cluster.ts';
import { startPostmaster, stopPostmaster } from '../../database/embedded/postmaster.ts';
import { inProject } from '../../paths.ts';
import { median } from './measure.ts';
import { CAPEXGRAPH, printed, READY, unpin } from './servers.ts';

const ROUNDS = 5;

/** Milliseconds, medians; the database is there already, and is not running. */
export interface Starting {
  /** `node -e 0`. */
  readonly nodeMs: number;
  /** The embedded PostgreSQL alone. */
  readonly databaseMs: number;
  /** The server until it is ready, which starts the database. */
  readonly serverMs: number;
  /** The same by `npm start`. */
  readonly npmStartMs: number;
}

/** Measures what a start costs, on the embedded database below a home. */
export async function starting(home: string): Promise<Starting> {
  unpin();
  const environment = { CAPEXGRAPH_HOME: home, PORT: '0', DATABASE_URL: '' };
  await untilReady(process.execPath, CAPEXGRAPH, environment);
  const cluster = await openCluster(`${home}/postgres`, () => {});
  const measure = async (run: () => Promise<number>) => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await run());
    return median(times);
  };
  return {
    nodeMs: await measure(() => timed(process.execPath, ['-e', '0'])),
    databaseMs: await measure(async () => {
      const start = performance.now();
      await startPostmaster(cluster);
      const time = performance.now() - start;
      await stopPostmaster(cluster);
      return time;
    }),
    serverMs: await measure(() => untilReady(process.execPath, CAPEXGRAPH, environment)),
    npmStartMs: await measure(() => untilReady('npm', ['start'], environment)),
  };
}

async function timed(command: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  await once(spawn(command, args, { stdio: 'ignore' }), 'exit');
  return performance.now() - start;
}

/** Starts a server, stops it when it is ready, and gives the time that that took. */
async function untilReady(
  command: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<number> {
  const start = performance.now();
  const child = spawn(command, args, {
    cwd: inProject(''),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await printed(child, READY);
  const time = performance.now() - start;
  child.kill();
  // npm ends before the server, which holds on to standard output until it has stopped.
  await once(child, 'close');
  return time;
}
