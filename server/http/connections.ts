import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { refuseConnection } from './refused-connections.ts';
import type { Handler } from './routes.ts';

/** What connections may take of a server. */
export interface ConnectionBounds {
  /** How many there may be at all, and of one client; 0 bounds no client. */
  readonly connections: number;
  readonly perClient: number;
  /** The requests that may wait on one for those before them. */
  readonly pipelined: number;
  /** How long a request's headers, and all of it, may take to come. */
  readonly headersMs: number;
  readonly bodyMs: number;
  /** How long an answer may wait without anything of it being read. */
  readonly readingMs: number;
  /** The memory for answers that wait to be read; beyond it, those who keep the most are cut off. */
  readonly unreadBytes: number;
}

export const USUAL_BOUNDS: ConnectionBounds = {
  connections: 5_000,
  perClient: 0,
  pipelined: 100,
  headersMs: 10_000,
  bodyMs: 15_000,
  readingMs: 15_000,
  unreadBytes: 256 * 1024 * 1024,
};

/** How often the memory of answers that wait is added up. */
const SWEEP_MS = 1_000;

/**
 * Answers one request of a connection at a time, each in a turn of its own: whoever sends two thousand at once makes
 * nobody else wait for more than one of them.
 */
export function oneAtATime(handler: Handler, mostWaiting: number): Handler {
  const waiting = new WeakMap<Socket, number>();
  return (request, response) => {
    // A response has its connection at once unless it is another's turn.
    if (response.socket) return handler(request, response);
    const { socket } = request;
    const count = (waiting.get(socket) ?? 0) + 1;
    waiting.set(socket, count);
    if (count > mostWaiting) return socket.destroy();
    response.once('socket', () => {
      waiting.set(socket, waiting.get(socket)! - 1);
      setImmediate(handler, request, response);
    });
  };
}

/** Bounds how many connections there are, how slow they send, and how slow they read. */
export function boundConnections(server: Server, bounds: ConnectionBounds): void {
  server.maxConnections = bounds.connections;
  server.requestTimeout = bounds.bodyMs;
  server.headersTimeout = bounds.headersMs;
  // Longer than proxies keep theirs, so that none sends a request down a connection that just closed.
  server.keepAliveTimeout = 75_000;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const unread = new WeakSet<Socket>();
  const sweep = setInterval(() => {
    for (const socket of sockets) {
      if (socket.writableLength === 0) unread.delete(socket);
      else if (!unread.has(socket)) {
        unread.add(socket);
        // It starts again with every byte; once the answer is read, Node sets its own.
        socket.setTimeout(bounds.readingMs);
      }
    }
    cutUnread([...sockets], bounds.unreadBytes);
  }, SWEEP_MS);
  sweep.unref();
  server.once('close', () => clearInterval(sweep));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) =>
    refuseConnection(socket, error.code),
  );
  server.on('connect', (_, socket) => refuseConnection(socket, 'CONNECT'));
}

function cutUnread(sockets: readonly Socket[], maxBytes: number): void {
  let unread = sockets.reduce((sum, { writableLength }) => sum + writableLength, 0);
  if (unread <= maxBytes) return;
  for (const socket of [...sockets].sort((a, b) => b.writableLength - a.writableLength)) {
    if (unread <= maxBytes) return;
    unread -= socket.writableLength;
    socket.destroy();
  }
}
