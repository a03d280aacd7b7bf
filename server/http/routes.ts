import type { IncomingMessage, ServerResponse } from 'node:http';
import { printSchema } from 'graphql';
import { schema } from '../graphql/schema.ts';
import { SERIES_CSV } from '../graphql/series-address.ts';
import type { Admission } from './admission.ts';
import type { Cors } from './cors.ts';
import { compressedOnce, encodingOf } from './encodings.ts';
import { errorAnswer } from './error-answer.ts';
import type { GraphQLAnswer } from './exchange.ts';
import { serveGraphiQL } from './graphiql.ts';
import type { Readiness } from './health.ts';
import { POLICY } from './page-policy.ts';
import { REQUEST_ID, requestIdOf } from './request-id.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What each path answers. Any other path is not found. */
export function createRoutes({
  graphql,
  page,
  files,
  feed,
  mcp,
  llms,
  seriesCsv,
  cors,
  isOnlyDocuments = false,
  ready,
  metrics,
  admission,
}: {
  graphql: Handler;
  /** The page for people, and its files. */
  page: Handler;
  /** The files of the dataset. */
  files: Handler;
  /** What imports brought. */
  feed: Handler;
  /** The tools of agents, and where those are sent who look for any. */
  mcp: Handler;
  llms: Handler;
  seriesCsv: Handler;
  /** Which pages elsewhere may read all this. */
  cors: Cors;
  /** Whether only known documents are answered, so that an editor for others is of no use. */
  isOnlyDocuments?: boolean;
  ready: () => Readiness;
  /** What Prometheus is told. */
  metrics: () => Promise<string>;
  /** Left out, every request is let in. */
  admission?: Admission | undefined;
}): Handler {
  const routes: Record<string, Handler> = {
    '/': page,
    '/graphql': isOnlyDocuments ? refuseGraphiQL : serveGraphiQL,
    '/changes.atom': feed,
    '/mcp': mcp,
    '/llms.txt': llms,
    '/schema.graphql': sendSchema,
    [SERIES_CSV]: seriesCsv,
    '/health/live': (_, response) => sendText(response, 200, 'live\n'),
    '/metrics': async (_, response) => sendText(response, 200, await metrics()),
    '/health/ready': (_, response) => {
      const readiness = ready();
      const status = readiness.status === 'stopping' ? 503 : 200;
      sendJson(response, status, readiness);
    },
  };
  const handlerBelow = (path: string): Handler | undefined => {
    if (path.startsWith('/assets/')) return page;
    return /^\/data(\/|$)/.test(path) ? files : undefined;
  };
  return (request, response) => {
    const { url = '/' } = request;
    const path = url.includes('?') ? url.slice(0, url.indexOf('?')) : url;
    if (!path.startsWith('/health/') && admission?.admit(request, response) === false) return;
    if (path === '/graphql' && !wantsPage(request)) return graphql(request, response);
    response.setHeader(REQUEST_ID, requestIdOf(request));
    // Unless a route says otherwise: caches that are told nothing choose for themselves, and would keep a server's health.
    response.setHeader('cache-control', 'no-store');
    for (const [name, value] of POLICY) response.setHeader(name, value);
    if (!OWN_PATHS.has(path)) {
      if (request.method === 'OPTIONS') return sendPreflight(request, response, cors);
      allow(request, response, cors);
    }
    const route = routes[path] ?? handlerBelow(path);
    if (route && !TAKES_OTHERS.has(path) && !isRead(request)) return send(response, ONLY_READ);
    return route ? route(request, response) : send(response, NOWHERE);
  };
}

/** What answers to methods other than GET and HEAD, were it by a refusal of its own. */
const TAKES_OTHERS: ReadonlySet<string> = new Set(['/graphql', '/mcp']);

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

const ONLY_READ = errorAnswer(405, 'METHOD_NOT_ALLOWED', 'This is only read.', [
  'allow',
  'GET, HEAD',
]);

const NOWHERE = errorAnswer(
  404,
  'NOT_FOUND',
  'There is nothing at this address; the API is at /graphql, and /llms.txt says what else there is.',
);

function send(response: ServerResponse, { status, headers, body }: GraphQLAnswer): void {
  setAll(response, headers);
  response.writeHead(status).end(body);
}

/** What pages elsewhere are not to read. */
const OWN_PATHS: ReadonlySet<string> = new Set(['/mcp', '/metrics']);

function allow(request: IncomingMessage, response: ServerResponse, cors: Cors): void {
  setAll(response, cors.headersFor(request));
  if (cors.vary.length > 0) response.setHeader('vary', cors.vary.join(', '));
}

function sendPreflight(request: IncomingMessage, response: ServerResponse, cors: Cors): void {
  const { status, headers } = cors.preflight(request);
  allow(request, response, cors);
  setAll(response, headers);
  response.writeHead(status).end();
}

/** @param headers names and values in turn */
function setAll(response: ServerResponse, headers: readonly string[]): void {
  for (let place = 0; place < headers.length; place += 2) {
    response.setHeader(headers[place]!, headers[place + 1]!);
  }
}

let sdl: ReturnType<typeof printed> | undefined;

function printed() {
  const text = Buffer.from(printSchema(schema));
  return { text, compressed: compressedOnce(text) };
}

/** Printed and compressed when it is first asked for, so that a start does not wait for it. */
async function sendSchema(request: IncomingMessage, response: ServerResponse): Promise<void> {
  sdl ??= printed();
  const encoding = encodingOf(request.headers['accept-encoding']);
  const body = encoding ? await sdl.compressed(encoding) : sdl.text;
  response.appendHeader('vary', 'accept-encoding');
  if (encoding) response.setHeader('content-encoding', encoding);
  response.setHeader('content-length', body.length);
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(body);
}

function refuseGraphiQL(_: IncomingMessage, response: ServerResponse): void {
  const text =
    'This server answers only documents that it knows, so there is no editor for others.\n';
  sendText(response, 403, text);
}

function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && Boolean(headers.accept?.includes('text/html'));
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(`${JSON.stringify(value)}\n`);
}
