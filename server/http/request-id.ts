import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that names a request: what the caller sent, or a new one; the log's errors have it, too. */
export const REQUEST_ID = 'x-request-id';

/** A random UUID for each request would take longer than looking up its answer. */
const PROCESS = randomBytes(9).toString('base64url');
let requests = 0;

/** The id of a request, which it has in its headers afterwards. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const sent = headers[REQUEST_ID];
  if (typeof sent === 'string' && /^[\w.:-]{1,128}$/.test(sent)) return sent;
  const id = `${PROCESS}-${(requests++).toString(36)}`;
  headers[REQUEST_ID] = id;
  return id;
}
