import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Clients of one address who ask again as soon as they are answered; in a process of their own. */
export interface Hogs {
  readonly url: string;
  readonly connections: number;
  readonly documents: readonly string[];
  /** Whether each request has a text of its own, so that none is kept or compiled. */
  readonly isNew: boolean;
  /** Whether an answer is read a little at a time. */
  readonly isSlow?: boolean;
}

const counts: Record<string, number> = {};
let isOver = false;

process.on('message', (message: Hogs | 'stop') => {
  if (message === 'stop') {
    isOver = true;
    process.send!(counts, () => process.exit());
  } else start(message);
});

function start(hogs: Hogs): void {
  const agent = new Agent({ keepAlive: true, maxSockets: hogs.connections });
  for (let number = 0; number < hogs.connections; number++) void hog(hogs, number, agent);
}

async function hog(hogs: Hogs, number: number, agent: Agent): Promise<void> {
  const { documents, isNew } = hogs;
  for (let n = 0; !isOver; n++) {
    const document = documents[(n + number) % documents.length]!;
    const query = isNew ? `${document} # ${process.pid} ${number} ${n}` : document;
    // An answer to other variables is not cached.
    const body = JSON.stringify({ query, variables: { n: `${process.pid} ${number} ${n}` } });
    const status = await ask(hogs, agent, body);
    counts[status] = (counts[status] ?? 0) + 1;
  }
}

function ask({ url, isSlow }: Hogs, agent: Agent, body: string): Promise<string> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.once('close', () => resolve(String(response.statusCode)));
      if (isSlow) void slowly(response);
      else response.resume();
    });
    asked.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'));
    asked.end(body);
  });
}

async function slowly(response: NodeJS.ReadableStream & { readonly destroyed: boolean }) {
  while (!response.destroyed) {
    response.read(1_000);
    await sleep(1_000);
  }
}
