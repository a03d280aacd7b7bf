import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Reads a request's body to its end; undefined as soon as it is larger than it may be, or says that it will be: the rest is
 * read, so that the connection can be used again, and dropped. Whoever asks whether to send it is told to only when it is
 * read. Calls back instead of returning a promise, which would take as long as all else that a cached answer needs. A
 * client that goes away is not called back for.
 */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes: number,
  callBack: (body: Buffer | undefined) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const isTooLarge = Number(request.headers['content-length'] ?? 0) > maxBytes;
  request.on('data', (chunk: Buffer) => {
    if (isTooLarge || size > maxBytes) return;
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else callBack(undefined);
  });
  request.on('end', () => {
    if (isTooLarge || size > maxBytes) return;
    callBack(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  });
  request.on('error', () => {});
  if (isTooLarge) callBack(undefined);
  else if (request.headers.expect !== undefined && request.httpVersion === '1.1') {
    response.writeContinue();
  }
}
