import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { databaseFaultOf } from '../database/outage.ts';
import { databaseFault } from '../graphql/errors.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Admission } from './admission.ts';
import type { Caching } from './caching.ts';
import type { ClientOf } from './client-address.ts';
import { type Cors, METHODS } from './cors.ts';
import { answerOf, errorAnswer } from './error-answer.ts';
import { type GraphQL, type GraphQLAnswer, graphqlRequest } from './exchange.ts';
import { CHECKED } from './health.ts';
import type { Observations } from './observations.ts';
import { faultOf, pinnedVersion, withoutVersion } from './pinned-version.ts';
import { readBody } from './read-body.ts';
import { requestIdOf } from './request-id.ts';
import { logRequest } from './request-log.ts';
import type { Handler } from './routes.ts';
import { answerSender, type Exchange, type Sent } from './send-answer.ts';

/** Answers GraphQL requests over HTTP, each from the snapshot that is the newest when it comes. */
export function graphqlHandler({
  graphql,
  cors,
  caching,
  newest,
  outdatedSince,
  observations,
  charge,
  clientOf,
  maxBodyBytes,
  log,
  logsRequests,
}: {
  graphql: GraphQL;
  cors: Cors;
  caching: Caching;
  newest: () => Snapshot;
  /** When the snapshot was last known to be the newest, while it may not be. */
  outdatedSince: () => Date | undefined;
  observations: Observations;
  /** Takes what an answer cost off what its client may ask for; left out, nobody is bounded. */
  charge: Admission['charge'] | undefined;
  clientOf: ClientOf;
  maxBodyBytes: number;
  log: Logger;
  /** Whether each request gets a line in the log. */
  logsRequests: boolean;
}): Handler {
  const observe = (
    { request, id, startedAt }: Exchange,
    { status, body: { length: bytes } }: Sent,
    { codes, cost }: GraphQLAnswer,
    body?: Buffer,
  ) => {
    const seconds = (performance.now() - startedAt) / 1_000;
    const observation = { status, codes, seconds, cost };
    observations.add(observation);
    if (!logsRequests) return;
    const { method = 'GET', url = '/' } = request;
    logRequest(log, { ...observation, id, method, url, body, bytes });
  };
  const send = answerSender(cors, caching);
  const finish = (exchange: Exchange, answer: GraphQLAnswer, body?: Buffer) => {
    charge?.(exchange.request, exchange.response, answer.cost);
    observe(exchange, send(exchange, answer), answer, body);
  };
  const answer = (exchange: Exchange, body?: Buffer) => {
    const { method = 'GET', url = '/', headers } = exchange.request;
    if (method === 'OPTIONS') return finish(exchange, cors.preflight(exchange.request));
    if (!TAKEN.has(method)) return finish(exchange, NOT_TAKEN, body);
    try {
      const snapshot = newest();
      exchange.version = snapshot.catalog.version;
      const asked = pinnedVersion(url);
      const fault = asked === undefined ? undefined : faultOf(asked, snapshot.catalog);
      if (fault) {
        const { status, code, message, more } = fault;
        return finish(exchange, errorAnswer(status, code, message, [], more), body);
      }
      exchange.isPinned = asked !== undefined;
      const request = {
        // Node sends no body to a HEAD.
        method: method === 'HEAD' ? 'GET' : method,
        url: exchange.isPinned ? withoutVersion(url) : url,
        headers: headers as Record<string, string>,
        body,
        isAwaited: () => !exchange.response.destroyed,
        client: () => clientOf(exchange.request),
      };
      const answer = graphql(graphqlRequest(request), snapshot);
      // An answer that is there is sent at once: awaiting a promise would take as long as all the rest.
      if (!(answer instanceof Promise)) finish(exchange, answer, body);
      else {
        answer
          .then((made) => finish(exchange, made, body))
          .catch((error) => fail(exchange, error, body));
      }
    } catch (error) {
      fail(exchange, error, body);
    }
  };
  const fail = (exchange: Exchange, error: unknown, body?: Buffer) => {
    const outage = databaseFaultOf(error);
    if (outage && !exchange.response.headersSent) {
      finish(exchange, answerOf(databaseFault(outage)), body);
      return;
    }
    log.error({ err: error, requestId: exchange.id }, 'A request failed');
    if (exchange.response.headersSent) exchange.response.destroy();
    else finish(exchange, UNEXPECTED, body);
  };
  return (request, response) => {
    const exchange = {
      request,
      response,
      id: requestIdOf(request),
      startedAt: performance.now(),
    };
    const checked = outdatedSince();
    if (checked) response.setHeader(CHECKED, checked.toUTCString());
    if (request.method === 'GET' || request.method === 'HEAD') answer(exchange);
    else {
      readBody(request, response, maxBodyBytes, (body) =>
        body ? answer(exchange, body) : finish(exchange, cutOff(request, maxBodyBytes)),
      );
    }
  };
}

/** The methods that ask something. */
const TAKEN = new Set(['GET', 'HEAD', 'POST']);

const NOT_TAKEN = errorAnswer(405, 'METHOD_NOT_ALLOWED', 'Ask by GET or POST.', ['allow', METHODS]);

/** How long the rest of a body may take that was refused halfway. */
const REFUSAL_MS = 500;

/** The sender can read why, and use the connection again unless the body never ends. */
function cutOff(request: IncomingMessage, maxBytes: number): GraphQLAnswer {
  setTimeout(() => request.complete || request.socket.destroy(), REFUSAL_MS).unref();
  const message = `The body is larger than the ${maxBytes} bytes that are allowed; ask for less at once.`;
  return errorAnswer(413, 'REQUEST_ENTITY_TOO_LARGE', message);
}

const UNEXPECTED = errorAnswer(500, 'INTERNAL_SERVER_ERROR', 'Unexpected error.');
