import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The embedded PostgreSQL below a server's home, as its operating system sees it. */
export class PostgresProcesses {
  readonly #home: string;

  constructor(home: string) {
    this.#home = home;
  }

  /** The number of its first process; undefined when it does not run. */
  async pid(): Promise<number | undefined> {
    const file = join(this.#home, 'postgres/cluster/data/postmaster.pid');
    const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10);
    return pid && isAlive(pid) ? pid : undefined;
  }

  /** Sends a signal to all of its processes. */
  async signal(signal: NodeJS.Signals): Promise<void> {
    const pid = await this.pid();
    if (pid) for (const each of [pid, ...(await childrenOf(pid))]) signalIfAlive(each, signal);
  }
}

/** Processes of PostgreSQL come and go by themselves, also between a look at the list and the signal. */
function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(
    all.map(async (name) => {
      const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]);
    }),
  );
  return all.filter((_, place) => parents[place] === pid).map(Number);
}
