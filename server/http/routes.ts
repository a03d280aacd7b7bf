import type { IncomingMessage, ServerResponse } from 'node:http';
import { printSchema } from 'graphql';
import { schema } from '../graphql/schema.ts';
import { SERIES_CSV } from '../graphql/series-address.ts';
import type { Admit } from './admission.ts';
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
  ready,
  metrics,
  admit,
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
  ready: () => Readiness;
  /** What Prometheus is told. */
  metrics: () => Promise<string>;
  /** Left out, every request is let in. */
  admit?: Admit | undefined;
}): Handler {
  const routes: Record<string, Handler> = {
    '/': page,
    '/graphql': serveGraphiQL,
    '/changes.atom': feed,
    '/mcp': mcp,
    '/llms.txt': llms,
    '/schema.graphql': (_, response) => sendText(response, 200, schemaText()),
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
    if (admit && !path.startsWith('/health/') && !admit(request, response, 1)) return;
    if (path === '/graphql' && !wantsPage(request)) return graphql(request, response);
    response.setHeader(REQUEST_ID, requestIdOf(request));
    for (const [name, value] of POLICY) response.setHeader(name, value);
    const route = routes[path] ?? handlerBelow(path);
    return route
      ? route(request, response)
      : sendText(response, 404, `Nothing here. The API is at /graphql.\n`);
  };
}

let sdl: string | undefined;

/** Printed at the first request, so that a start does not wait for it. */
function schemaText(): string {
  sdl ??= printSchema(schema);
  return sdl;
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
