import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Logger } from 'pino';
import { inProject } from '../paths.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { compressedOnce, type Encoding, encodingOf } from './encodings.ts';
import type { GraphQL } from './exchange.ts';
import { firstPage } from './first-page.ts';
import { contentSecurityPolicy } from './page-policy.ts';
import type { Handler } from './routes.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

interface PageFile {
  readonly body: Buffer;
  /** The same, compressed when it is first asked for so. */
  readonly compressed: (encoding: Encoding) => Promise<Buffer>;
  /** A weak one, as the same may come in other bytes. */
  readonly etag: string;
}

/** Answers with the page, which has its first figures in it, or with one of its files. */
export function page(graphql: GraphQL, newest: () => Snapshot, log: Logger): Handler {
  const pages = new WeakMap<Snapshot, Promise<PageFile | undefined>>();
  const first = (snapshot: Snapshot) => {
    const filled = async (html: string) => {
      try {
        return await firstPage(html, graphql, snapshot);
      } catch (error) {
        log.error({ err: error }, 'The page has no figures in it; it asks for them');
        return html;
      }
    };
    const made = pages.get(snapshot) ?? load('index.html', filled);
    pages.set(snapshot, made);
    return made;
  };
  return async (request, response) => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/') {
      const name = /^\/(assets\/[\w-]+\.(?:js|css))$/.exec(pathname)?.[1];
      const file = name === undefined ? undefined : await fileOf(name);
      if (file)
        await send(
          request,
          response,
          file,
          extname(pathname),
          'public, max-age=31536000, immutable',
        );
      else
        response
          .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
          .end('No such file.\n');
      return;
    }
    const html = await (search ? fileOf('index.html') : first(newest()));
    // A page that was not built is no loss to the API.
    if (!html) return response.writeHead(302, { location: '/graphql' }).end();
    const isFrame = searchParams.has('embed');
    if (isFrame) response.removeHeader('x-frame-options');
    response.setHeader('content-security-policy', policy(isFrame));
    await send(request, response, html, '.html', 'no-cache');
  };
}

async function send(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
  { body, compressed, etag }: PageFile,
  type: string,
  caching: string,
): Promise<void> {
  const all = {
    'content-type': TYPES[type]!,
    'cache-control': caching,
    etag,
  };
  response.appendHeader('vary', 'accept-encoding');
  if (headers['if-none-match'] === etag) {
    response.writeHead(304, all).end();
    return;
  }
  const encoding = encodingOf(headers['accept-encoding']);
  const sent = encoding ? await compressed(encoding) : body;
  const encoded = encoding && { 'content-encoding': encoding };
  response.writeHead(200, { ...all, ...encoded, 'content-length': sent.length });
  response.end(method === 'HEAD' ? undefined : sent);
}

const files = new Map<string, Promise<PageFile | undefined>>();

/** A file, read when it is first asked for; one that is not there may be there later. */
async function fileOf(name: string): Promise<PageFile | undefined> {
  const file = files.get(name) ?? load(name);
  files.set(name, file);
  const found = await file;
  if (!found) files.delete(name);
  return found;
}

async function load(
  name: string,
  change?: (text: string) => Promise<string>,
): Promise<PageFile | undefined> {
  try {
    const file = await readFile(inProject(`dist/page/${name}`));
    const body = change ? Buffer.from(await change(file.toString())) : file;
    const etag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
    return { body, etag, compressed: compressedOnce(body) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** As every page's; a frame may be put into other sites' pages, since nothing can be done there that is not to read. */
function policy(isFrame: boolean): string {
  const own = contentSecurityPolicy('');
  return isFrame ? own.replace("frame-ancestors 'none'", 'frame-ancestors *') : own;
}
