import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { ErrorCode } from '../graphql/error-codes.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type GraphQL, type GraphQLAnswer, graphqlRequest } from './exchange.ts';
import { readBody } from './read-body.ts';
import { REQUEST_ID, requestIdOf } from './request-id.ts';
import type { Handler } from './routes.ts';

/** The largest body of a request, in bytes. */
export const MAX_BODY_BYTES = 100_000;

/** Answers GraphQL requests over HTTP, each from the snapshot that is the newest when it comes. */
export function graphqlHandler({
  graphql,
  newest,
  log,
}: {
  graphql: GraphQL;
  newest: () => Snapshot;
  log: Logger;
}): Handler {
  const answer = (exchange: Exchange, body?: Buffer) => {
    const { method = 'GET', url = '/', headers } = exchange.request;
    try {
      const request = { method, url, headers: headers as Record<string, string>, body };
      const answer = graphql(graphqlRequest(request), newest());
      // An answer that is there is sent at once: awaiting a promise would take as long as all the rest.
      if (!(answer instanceof Promise)) send(exchange, answer);
      else answer.then((made) => send(exchange, made)).catch((error) => fail(exchange, error));
    } catch (error) {
      fail(exchange, error);
    }
  };
  const fail = (exchange: Exchange, error: unknown) => {
    log.error({ err: error, requestId: exchange.id }, 'A request failed');
    if (exchange.response.headersSent) exchange.response.destroy();
    else write(exchange, UNEXPECTED);
  };
  return (request, response) => {
    const exchange = { request, response, id: requestIdOf(request) };
    if (request.method === 'GET' || request.method === 'HEAD') answer(exchange);
    else {
      readBody(request, MAX_BODY_BYTES, (body) =>
        body ? answer(exchange, body) : refuse(exchange),
      );
    }
  };
}

/** A request that is being answered. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly id: string;
}

const TOO_LARGE = errorAnswer(413, {
  message: `The body is larger than ${MAX_BODY_BYTES} bytes.`,
  extensions: { code: 'REQUEST_ENTITY_TOO_LARGE' satisfies ErrorCode },
});

/** How long the rest of a body may take that was refused halfway. */
const REFUSAL_MS = 500;

/** The sender can read why, and use the connection again unless the body never ends. */
function refuse(exchange: Exchange): void {
  const { request } = exchange;
  setTimeout(() => request.complete || request.socket.destroy(), REFUSAL_MS).unref();
  write(exchange, TOO_LARGE);
}

const UNEXPECTED = errorAnswer(500, {
  message: 'Unexpected error.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' satisfies ErrorCode },
});

function errorAnswer(status: number, error: object): GraphQLAnswer {
  const headers = [
    'content-type',
    'application/json; charset=utf-8',
    'access-control-allow-origin',
    '*',
  ];
  return {
    status,
    headers,
    body: Buffer.from(JSON.stringify({ errors: [error] })),
    isOk: false,
  };
}

function send(exchange: Exchange, answer: GraphQLAnswer): void {
  if (exchange.request.method === 'GET' && answer.isOk) sendCacheable(exchange, answer);
  else write(exchange, answer);
}

function write(
  { response, id }: Exchange,
  { status, headers, body }: GraphQLAnswer,
  more: readonly string[] = [],
): void {
  const length = String(body.length);
  response
    .writeHead(status, [REQUEST_ID, id, ...headers, 'content-length', length, ...more])
    .end(body);
}

/** Shared caches may store it, but have to revalidate it each time. */
function sendCacheable(exchange: Exchange, answer: GraphQLAnswer): void {
  const { request, response, id } = exchange;
  const etag = etagOf(answer);
  const more = ['etag', etag, 'cache-control', 'public, no-cache', 'vary', 'accept, origin'];
  const tags = request.headers['if-none-match']?.split(',').map((tag) => tag.trim());
  if (tags?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) {
    response.writeHead(304, [REQUEST_ID, id, ...answer.headers, ...more]).end();
  } else write(exchange, answer, more);
}

const etags = new WeakMap<GraphQLAnswer, string>();

function etagOf(answer: GraphQLAnswer): string {
  let etag = etags.get(answer);
  if (!etag) {
    etag = `"${createHash('sha256').update(answer.body).digest('base64url')}"`;
    etags.set(answer, etag);
  }
  return etag;
}
