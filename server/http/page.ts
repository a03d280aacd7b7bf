import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { inProject } from '../paths.ts';
import { compress, type Encoding, encodingOf } from './encodings.ts';
import { contentSecurityPolicy } from './page-policy.ts';

/** Where the page's scripts and styles are; their names have their hashes. */
export const PAGE_ASSETS = '/assets/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

interface PageFile {
  readonly plain: Buffer;
  /** The same, compressed when it is first asked for so. */
  compressed(encoding: Encoding): Promise<Buffer>;
  readonly etag: string;
}

const files = new Map<string, Promise<PageFile | undefined>>();

/** Answers with the page or one of its files, each read when it is first asked for. */
export async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const isKnown = name === 'index.html' || /^assets\/[\w-]+\.(js|css)$/.test(name);
  if (isKnown && !files.has(name)) files.set(name, load(name));
  const file = isKnown ? await files.get(name) : undefined;
  // A page that was built anew while this server runs has other names; one that was not built is no loss to the API.
  if (!file) {
    files.delete(name);
    if (name === 'index.html') response.writeHead(302, { location: '/graphql' }).end();
    else
      response
        .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
        .end('No such file.\n');
    return;
  }
  const isFrame = searchParams.has('embed');
  if (isFrame) response.removeHeader('x-frame-options');
  const isPage = name === 'index.html';
  const headers = {
    'content-type': TYPES[extname(name)]!,
    'cache-control': isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
    etag: `W/${file.etag}`,
    ...(isPage && { 'content-security-policy': policy(isFrame) }),
  };
  response.appendHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match']?.replace(/^W\//, '') === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = encodingOf(request.headers['accept-encoding']);
  const body = encoding ? await file.compressed(encoding) : file.plain;
  const encoded = encoding && { 'content-encoding': encoding };
  response.writeHead(200, { ...headers, ...encoded, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function load(name: string): Promise<PageFile | undefined> {
  try {
    const plain = await readFile(inProject(`dist/page/${name}`));
    const etag = `"${createHash('sha256').update(plain).digest('base64url')}"`;
    const compressed = new Map<Encoding, Promise<Buffer>>();
    return {
      plain,
      etag,
      compressed(encoding) {
        const known = compressed.get(encoding) ?? compress(plain, encoding, 'file');
        compressed.set(encoding, known);
        return known;
      },
    };
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
