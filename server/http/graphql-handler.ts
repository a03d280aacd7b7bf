import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Snapshot } from '../store/snapshot.ts';
import type { GraphQL, GraphQLAnswer } from './graphql.ts';
import { readBody } from './read-body.ts';
import { REQUEST_ID } from './request-id.ts';
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
  return async (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const hasBody = method !== 'GET' && method !== 'HEAD';
    try {
      const body = hasBody ? await readBody(request, MAX_BODY_BYTES) : undefined;
      if (hasBody && !body) return fail(response, 413, TOO_LARGE);
      const headers = request.headers as Record<string, string>;
      const answer = await graphql({ method, url, headers, body }, newest());
      if (method === 'GET' && answer.isWhole) sendCacheable(request, response, answer);
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      // Who has gone needs no answer.
      if (request.destroyed && !request.complete) return;
      log.error({ err: error, requestId: request.headers[REQUEST_ID] }, 'A request failed');
      fail(response, 500, UNEXPECTED);
    }
  };
}

const TOO_LARGE = {
  message: `The body is larger than ${MAX_BODY_BYTES} bytes.`,
  extensions: { code: 'REQUEST_ENTITY_TOO_LARGE' },
};

const UNEXPECTED = {
  message: 'Unexpected error.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

function fail(response: ServerResponse, status: number, error: object): void {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
  };
  response.writeHead(status, headers).end(JSON.stringify({ errors: [error] }));
}

/** Caches on the way may keep it, but have to ask each time whether it still holds. */
function sendCacheable(
  request: IncomingMessage,
  response: ServerResponse,
  answer: GraphQLAnswer,
): void {
  const etag = etagOf(answer);
  const headers = {
    ...answer.headers,
    etag,
    'cache-control': 'public, no-cache',
    vary: 'accept, origin',
  };
  const known = request.headers['if-none-match']?.split(',').map((tag) => tag.trim());
  if (known?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)) {
    const { 'content-length': _, ...others } = headers as Record<string, string>;
    response.writeHead(304, others).end();
  } else response.writeHead(answer.status, headers).end(answer.body);
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
