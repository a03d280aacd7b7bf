import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Cors } from './cors.ts';
import { errorAnswer } from './error-answer.ts';
import type { Handler } from './routes.ts';

/** Tells whose a connection is; undefined for one that counts for nobody. */
export type ConnectionOf = (socket: Socket) => string | undefined;

/** How long a connection may stay that is one too many: a client that asks meanwhile is told why. */
const REFUSED_MS = 2_000;

const REFUSAL = errorAnswer(
  429,
  'TOO_MANY_CONNECTIONS',
  'This address has more connections open than it may; use those again, or close some.',
  ['connection', 'close', 'retry-after', '1'],
);

/**
 * Bounds the connections of each client: what comes on one too many is refused, and twice as many are closed unread. Gives
 * the handler that does it.
 * @param most 0 bounds nobody
 */
export function boundByClient(
  server: Server,
  most: number,
  clientOf: ConnectionOf,
  cors: Cors,
): (handler: Handler) => Handler {
  if (most === 0) return (handler) => handler;
  const counts = new Map<string, number>();
  const refused = new WeakSet<Socket>();
  server.on('connection', (socket: Socket) => {
    const client = clientOf(socket);
    if (client === undefined) return;
    const count = (counts.get(client) ?? 0) + 1;
    counts.set(client, count);
    let timer: NodeJS.Timeout | undefined;
    socket.once('close', () => {
      clearTimeout(timer);
      const left = counts.get(client)! - 1;
      if (left === 0) counts.delete(client);
      else counts.set(client, left);
    });
    if (count > 2 * most) socket.destroy();
    else if (count > most) {
      refused.add(socket);
      timer = setTimeout(() => socket.destroy(), REFUSED_MS);
      timer.unref();
    }
  });
  return (handler) => (request, response) => {
    if (!refused.has(request.socket)) return handler(request, response);
    request.resume();
    response
      .writeHead(REFUSAL.status, [...REFUSAL.headers, ...cors.headersFor(request)])
      .end(REFUSAL.body);
  };
}
