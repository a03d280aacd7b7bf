import type { IncomingMessage, ServerResponse } from 'node:http';
import { printSchema } from 'graphql';
import { schema } from '../graphql/schema.ts';
import { SERIES_CSV } from '../graphql/series-address.ts';
import { serveGraphiQL } from './graphiql.ts';
import { PAGE_ASSETS, servePage } from './page.ts';
import { REQUEST_ID, requestIdOf } from './request-id.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

/** What each path answers. Any other path is not found. */
export function createRoutes({
  graphql,
  seriesCsv,
  isReady,
}: {
  graphql: Handler;
  seriesCsv: Handler;
  isReady: () => Promise<boolean>;
}): Handler {
  const routes: Record<string, Handler> = {
    '/': servePage,
    '/graphql': serveGraphiQL,
    '/schema.graphql': (_, response) => sendText(response, 200, schemaText()),
    [SERIES_CSV]: seriesCsv,
    '/health/live': (_, response) => sendText(response, 200, 'live\n'),
    '/health/ready': async (_, response) =>
      (await isReady())
        ? sendText(response, 200, 'ready\n')
        : sendText(response, 503, 'not ready\n'),
  };
  return (request, response) => {
    const { url = '/' } = request;
    const path = url.includes('?') ? url.slice(0, url.indexOf('?')) : url;
    if (path === '/graphql' && !wantsPage(request)) return graphql(request, response);
    response.setHeader(REQUEST_ID, requestIdOf(request));
    const route = path.startsWith(PAGE_ASSETS) ? servePage : routes[path];
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
