import type { Duplex } from 'node:stream';

/** Answers what is no request that a handler could answer, and closes; Node's own answers have no body. */
export function refuseConnection(
  socket: Duplex & { readonly bytesWritten?: number },
  reason = '',
): void {
  if (!socket.writable || socket.bytesWritten) {
    socket.destroy();
    return;
  }
  const [status, code, message] = REFUSALS[reason] ?? NO_HTTP;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'content-type: application/json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

type Refusal = readonly [status: string, code: string, message: string];

const NO_HTTP: Refusal = ['400 Bad Request', 'BAD_REQUEST', 'This is no request of HTTP.'];

const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'REQUEST_HEADERS_TOO_LARGE',
    'The headers are larger than 16 kB; send a long document by POST.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'REQUEST_TIMEOUT',
    'The request took too long to come.',
  ],
  // Asked to be a proxy, Node would close the connection without a word.
  CONNECT: ['405 Method Not Allowed', 'METHOD_NOT_ALLOWED', 'This server is no proxy.'],
};
