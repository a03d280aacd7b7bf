import type { Logger } from 'pino';
import type { Observation } from './observations.ts';

/** A request that has been answered, for the log. */
export interface LoggedRequest extends Observation {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body: Buffer | undefined;
  readonly bytes: number;
}

/** Writes a line for each request. What it asks for is read a second time, so this is for those who want it. */
export function logRequest(log: Logger, request: LoggedRequest): void {
  const { id, method, status, codes, seconds, cost, bytes } = request;
  const ms = Math.round(seconds * 1e6) / 1e3;
  const operation = operationOf(request);
  log.info({ requestId: id, method, operation, status, codes, ms, cost, bytes }, 'Answered');
}

/** The name of the operation that was asked for, or the id of its document; null where it has none. */
function operationOf({ body, url }: LoggedRequest): string | null {
  try {
    const { operationName, query, documentId } = (
      body ? JSON.parse(body.toString()) : Object.fromEntries(new URL(url, 'http://a').searchParams)
    ) as { operationName?: unknown; query?: unknown; documentId?: unknown };
    const name = operationName ?? /^\s*query\s+(\w+)/m.exec(String(query))?.[1] ?? documentId;
    return typeof name === 'string' ? name.slice(0, 200) : null;
  } catch {
    return null;
  }
}
