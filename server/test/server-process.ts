import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inProject } from '../paths.ts';

/** The server as a user runs it: a process of its own, told by its environment alone. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<string>;
  /** How it ended: its exit code, or null after a signal that killed it. */
  readonly exitCode: Promise<number | null>;
  stdout = '';
  stderr = '';

  /** @param root where the program is installed */
  constructor(environment: Record<string, string>, root = inProject('.')) {
    const inherited = { ...process.env, DATABASE_URL: '', CAPEXGRAPH_HOME: '', LOG_LEVEL: '' };
    this.#child = spawn(process.execPath, [join(root, 'server/start/start.mjs')], {
      env: { ...inherited, PORT: '0', HOST: '', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exitCode = once(this.#child, 'close').then(([code]) => code as number | null);
    this.#child.stderr!.on('data', (text) => {
      this.stderr += text;
    });
    this.#ready = new Promise((resolve, reject) => {
      this.#child.stdout!.on('data', (text) => {
        this.stdout += text;
        const [, url] = /is ready: (\S+)\/graphql/.exec(this.stdout) ?? [];
        if (url) resolve(url);
      });
      this.exitCode.then(() => reject(new Error(`It ended before it served: ${this.stderr}`)));
    });
    this.#ready.catch(() => {});
  }

  /** Where it serves, once it does. */
  get url(): Promise<string> {
    return this.#ready;
  }

  async query<Data>(query: string): Promise<Data> {
    const response = await fetch(`${await this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    if (response.status !== 200) throw new Error(`Status ${response.status}`);
    return ((await response.json()) as { data: Data }).data;
  }

  /** Asks it to stop; how it ended. */
  stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    return this.exitCode;
  }

  /** Ends it, whatever it does. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }
}
