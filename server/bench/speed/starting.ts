import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openCluster } from '../../database/embedded/cluster.ts';
import { startPostmaster, stopPostmaster } from '../../database/embedded/postmaster.ts';
import { inProject } from '../../paths.ts';
import { median } from './measure.ts';
import { CAPEXGRAPH } from './servers.ts';

const ROUNDS = 5;

/** Milliseconds, medians; the database is there already, and is not running. */
export interface Starting {
  /** `node -e 0`. */
  readonly nodeMs: number;
  /** The embedded PostgreSQL alone. */
  readonly databaseMs: number;
  /** `npm start` of a script that does nothing. */
  readonly npmMs: number;
  /** The server until it is ready, which starts the database. */
  readonly serverMs: number;
}

/** Measures what a start costs, on the embedded database below a home. */
export async function starting(home: string): Promise<Starting> {
  const environment = { CAPEXGRAPH_HOME: home, PORT: '0', DATABASE_URL: '' };
  await untilReady(environment);
  const cluster = await openCluster(`${home}/postgres`, () => {});
  const measure = async (run: () => Promise<number>) => {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await run());
    return median(times);
  };
  return {
    nodeMs: await measure(() => timed(process.execPath, ['-e', '0'])),
    npmMs: await measure(() => timed('npm', ['--silent', 'exec', '--', 'true'])),
    databaseMs: await measure(async () => {
      const start = performance.now();
      await startPostmaster(cluster);
      const time = performance.now() - start;
      await stopPostmaster(cluster);
      return time;
    }),
    serverMs: await measure(() => untilReady(environment)),
  };
}

async function timed(command: string, args: readonly string[]): Promise<number> {
  const start = performance.now();
  await once(spawn(command, args, { stdio: 'ignore', cwd: inProject('') }), 'exit');
  return performance.now() - start;
}

/** Starts a server, stops it when it is ready, and gives the time that that took. */
async function untilReady(environment: Record<string, string>): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, CAPEXGRAPH, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const text of child.stdout) {
    printed += text;
    if (printed.includes('is ready')) break;
  }
  const time = performance.now() - start;
  child.kill();
  await once(child, 'exit');
  return time;
}
