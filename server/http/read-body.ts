import type { IncomingMessage } from 'node:http';

/**
 * Reads a request's body to its end; undefined as soon as it is larger than it may be: the rest is read, so that the
 * connection can be used again, and dropped. Calls back instead of
 * returning a promise, which would take as long as all else that a cached answer needs. A client that goes
 * away is not called back for.
 */
export function readBody(
  request: IncomingMessage,
  maxBytes: number,
  callBack: (body: Buffer | undefined) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    if (size > maxBytes) return;
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else callBack(undefined);
  });
  request.on('end', () => {
    if (size <= maxBytes) callBack(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
  request.on('error', () => {});
}
