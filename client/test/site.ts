import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
};

/** A site of an origin of its own, of the files that `contentOf` has by their paths, e.g. `/index.html`. */
export async function startSite(
  contentOf: (path: string) => string | Promise<string>,
): Promise<{ url: string; close: () => void }> {
  const http = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const path = pathname === '/' ? '/index.html' : pathname;
    response.setHeader('content-type', TYPES[extname(path)]!);
    response.end(await contentOf(path));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => http.close() };
}
