import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExplainedError } from '../explained-error.ts';
import { boundConnections, oneAtATime, USUAL_BOUNDS } from './connections.ts';
import { boundByClient, type ConnectionOf } from './connections-by-client.ts';
import { cors } from './cors.ts';
import { hasOneHost, NO_ONE_HOST, refuseRequest, UNEXPECTED } from './refused-requests.ts';
import type { Handler } from './routes.ts';

/** A server that listens, and can be stopped without dropping an answer. */
export interface HttpServer {
  /** Where it answers, e.g. http://127.0.0.1:4000. */
  readonly url: string;
  /** Takes no new request, waits some seconds for those under way, and closes. */
  stop(): Promise<void>;
  /** Cuts every connection, so that a stop under way waits for none. */
  cut(): void;
}

/** Thrown when the address cannot be listened on; the message names it and the mend. */
class ListenError extends ExplainedError {
  override readonly name = 'ListenError';
}

/** How long a request under way is waited for: the database's answers take less, or fail. */
const STOP_TIMEOUT_MS = 4_000;

/** How long a connection may have been idle that a request is still expected on. */
const IDLE_MS = 250;

/** Listens on an address; port 0 takes a free one. */
export async function listen(
  handler: Handler,
  host: string,
  port: number,
  bounds = USUAL_BOUNDS,
  clientOf: ConnectionOf = ({ remoteAddress }) => remoteAddress,
  crossOrigin = cors(),
): Promise<HttpServer> {
  let isStopping = false;
  let arrivals = 0;
  const server = createServer({ connectionsCheckingInterval: 1_000, requireHostHeader: false });
  const inTurn = oneAtATime(handler, bounds.pipelined);
  const answer = boundByClient(server, bounds.perClient, clientOf, crossOrigin)(inTurn);
  const responses = new Map<Socket, ServerResponse>();
  const take = (request: IncomingMessage, response: ServerResponse) => {
    request.url = withoutOrigin(request.url!);
    responses.set(request.socket, response);
    if (isStopping) closeAfter(response);
    return hasOneHost(request) ? answer(request, response) : refuseRequest(response, NO_ONE_HOST);
  };
  server.on('request', take);
  // Whoever reads the body tells the client to send it.
  server.on('checkContinue', take);
  server.on('checkExpectation', (_, response) => refuseRequest(response, UNEXPECTED));
  server.on('connection', (socket) => {
    arrivals++;
    socket.once('close', () => responses.delete(socket));
  });
  boundConnections(server, bounds);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  const name = host.includes(':') ? `[${host}]` : host;
  const stop = async () => {
    isStopping = true;
    for (const response of responses.values()) closeAfter(response);
    // A busy process takes connections one by one, and closing would reset those that still wait.
    const latest = performance.now() + MAX_GRACE_MS;
    for (let seen = -1; seen !== arrivals && performance.now() < latest; ) {
      seen = arrivals;
      await sleep(GRACE_MS);
    }
    await close(server);
  };
  return { url: `http://${name}:${actual}`, stop, cut: () => server.closeAllConnections() };
}

/** Nothing is to be sent after this answer: the connection would close under the next request. */
function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}

/** A request may be sent as to a proxy, with the whole address. */
function withoutOrigin(url: string): string {
  return url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '') || '/';
}

/** Time for requests that are on their way when the server is told to stop; as long as more come, again. */
const GRACE_MS = 100;
const MAX_GRACE_MS = 1_500;

/**
 * Node's own `close` ends idle connections at once, and takes for idle those whose first request is on its way or unread.
 * This one takes no more connections, leaves those that are there time to send what they were sending, and answers it.
 */
async function close(server: Server): Promise<void> {
  const closed = new Promise<unknown>((resolve) => NetServer.prototype.close.call(server, resolve));
  const deadline = setTimeout(() => server.closeAllConnections(), STOP_TIMEOUT_MS);
  await Promise.race([closed, sleep(IDLE_MS)]);
  // Reads what has come before each sweep.
  const sweep = setInterval(() => setImmediate(() => server.closeIdleConnections()), 50);
  await closed;
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
