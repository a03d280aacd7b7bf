import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caching } from './caching.ts';
import type { Cors } from './cors.ts';
import type { GraphQLAnswer } from './exchange.ts';
import { DATASET_VERSION, IMMUTABLE } from './pinned-version.ts';
import { REQUEST_ID } from './request-id.ts';

/** A request of GraphQL that is being answered. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly id: string;
  readonly startedAt: number;
  /** The version of the dataset that it is answered from. */
  version?: string;
  /** Whether its address names that version. */
  isPinned?: boolean;
}

/** JSON is never to be taken for a page. */
const NO_SNIFFING = ['x-content-type-options', 'nosniff'];

/** A refusal may be none a moment later. Of a 410, browsers believe that it stays, unless they are told. */
const NOT_KEPT = ['cache-control', 'no-store'];

/** What went out: a 304 without a body where whoever asks has the answer already. */
export type Sent = Pick<GraphQLAnswer, 'status' | 'body'>;

/** Writes answers, with what all of them say, and what caches are to do with them. */
export function answerSender(
  cors: Cors,
  usual: Caching,
): (exchange: Exchange, answer: GraphQLAnswer) => Sent {
  const vary = ['vary', ['accept', 'accept-encoding', ...cors.vary].join(', ')];
  return (exchange, answer) => {
    const { request, response, id, version } = exchange;
    // What is read may be kept by a cache, and given to a page that does not ask itself; what is posted is for who asks.
    const isReading = isRead(request);
    const headers = [REQUEST_ID, id, ...NO_SNIFFING];
    if (version !== undefined) headers.push(DATASET_VERSION, version);
    if (isReading || request.headers.origin) headers.push(...cors.headersFor(request), ...vary);
    if (isReading && answer.isOk) {
      const caching = cachingOf(exchange, answer, usual);
      headers.push(...caching);
      if (isKnown(request, caching[1]!)) {
        response.writeHead(304, headers).end();
        return NOT_MODIFIED;
      }
    } else if (isReading) headers.push(...NOT_KEPT);
    headers.push(...answer.headers);
    if (answer.status !== 204) headers.push('content-length', String(answer.body.length));
    response.writeHead(answer.status, headers).end(answer.body);
    return answer;
  };
}

const NOT_MODIFIED: Sent = { status: 304, body: Buffer.alloc(0) };

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

function cachingOf(
  { request, isPinned }: Exchange,
  answer: GraphQLAnswer,
  { revalidated, revalidatedBeside }: Caching,
): readonly string[] {
  const usual = request.url!.includes('documentId=') ? revalidatedBeside : revalidated;
  return ['etag', etagOf(answer), 'cache-control', isPinned ? IMMUTABLE : usual];
}

function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const tags = headers['if-none-match']?.split(',').map((tag) => tag.trim());
  return tags?.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag) ?? false;
}

const etags = new WeakMap<GraphQLAnswer, string>();

/** Of the bytes and what they are: the same in another media type or encoding has another one. */
function etagOf(answer: GraphQLAnswer): string {
  let etag = etags.get(answer);
  if (!etag) {
    const hash = createHash('sha256').update(answer.headers.join('\n')).update(answer.body);
    etag = `"${hash.digest('base64url')}"`;
    etags.set(answer, etag);
  }
  return etag;
}
