import { createServer, type Server } from 'node:http';
import { setImmediate as immediate, setTimeout as sleep } from 'node:timers/promises';
import { ExplainedError } from '../explained-error.ts';
import type { Handler } from './routes.ts';

/** A server that listens, and can be stopped without dropping an answer. */
export interface HttpServer {
  /** Where it answers, e.g. http://127.0.0.1:4000. */
  readonly url: string;
  /** Takes no new request, waits up to ten seconds for those under way, and closes. */
  stop(): Promise<void>;
}

/** Thrown when the address cannot be listened on; the message names it and the mend. */
class ListenError extends ExplainedError {
  override readonly name = 'ListenError';
}

const STOP_TIMEOUT_MS = 10_000;

/** Listens on an address; port 0 takes a free one. */
export async function listen(handler: Handler, host: string, port: number): Promise<HttpServer> {
  let isStopping = false;
  let arrivals = 0;
  const server = createServer((request, response) => {
    if (isStopping) response.setHeader('connection', 'close');
    return handler(request, response);
  });
  server.on('connection', () => arrivals++);
  server.requestTimeout = 15_000;
  server.headersTimeout = 10_000;
  // Longer than proxies keep theirs, so that none sends a request down a connection that just closed.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  const stop = async () => {
    isStopping = true;
    // A busy process takes connections one by one, and closing would reset those that still wait.
    const latest = performance.now() + MAX_GRACE_MS;
    for (let seen = -1; seen !== arrivals && performance.now() < latest; ) {
      seen = arrivals;
      await sleep(GRACE_MS);
    }
    await close(server);
  };
  return { url: `http://${name}:${actual}`, stop };
}

/** Time for requests that are on their way when the server is told to stop; as long as more come, again. */
const GRACE_MS = 100;
const MAX_GRACE_MS = 2_000;

async function close(server: Server): Promise<void> {
  // Node takes a connection for idle whose request it has not read yet, so read before each sweep.
  await immediate();
  const sweep = setInterval(() => setImmediate(() => server.closeIdleConnections()), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS);
  await new Promise<unknown>((resolve) => server.close(resolve));
  clearInterval(sweep);
  clearTimeout(deadline);
}

function listenError({ code, message }: NodeJS.ErrnoException, host: string, port: number) {
  const reasons: Record<string, string> = {
    EADDRINUSE: 'something listens there already; stop it or set PORT to another one',
    EACCES: 'that port needs more rights; set PORT to one above 1023',
    EADDRNOTAVAIL: 'this machine has no such address; set HOST to one that it has',
    ENOTFOUND: 'no such host; set HOST to an address of this machine',
  };
  return new ListenError(
    `Cannot listen on ${host} port ${port}: ${reasons[code ?? ''] ?? message}.`,
  );
}
