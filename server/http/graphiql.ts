import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { WITH_ADDRESS } from './graphiql-address.ts';
import { contentSecurityPolicy } from './page-policy.ts';
import { QUESTIONS } from './questions.ts';

interface GraphiQLPage {
  readonly html: Buffer;
  readonly etag: string;
  readonly policy: string;
}

let page: Promise<GraphiQLPage> | undefined;

/** Answers a browser with GraphiQL: one page, editor and all, that needs nothing from elsewhere. */
export async function serveGraphiQL(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  page ??= render();
  const { html, etag, policy } = await page;
  response.setHeader('content-security-policy', policy);
  response.setHeader('etag', etag);
  response.setHeader('cache-control', 'no-cache');
  response.appendHeader('vary', 'accept');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-encoding': 'gzip',
  });
  response.end(html);
}

/** The page's nine megabytes are loaded and compressed when the first browser asks for them. */
async function render(): Promise<GraphiQLPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const settings = {
    title: 'Capexgraph',
    defaultTabs: QUESTIONS.map((query) => ({ query })),
    defaultQuery: QUESTIONS[0],
  };
  // GraphiQL itself takes `query` alone from an address.
  const json = JSON.stringify(settings);
  const text = renderGraphiQL(settings).replace(json, () => `(${WITH_ADDRESS})(${json})`);
  const html = await promisify(gzip)(text);
  const etag = `"${createHash('sha256').update(html).digest('base64url')}"`;
  return { html, etag, policy: contentSecurityPolicy(text) };
}
