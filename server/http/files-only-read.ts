import type { IncomingMessage, ServerResponse } from 'node:http';
import { databaseFaultOf } from '../database/outage.ts';
import type { ErrorCode } from '../graphql/error-codes.ts';
import { DATABASE_FAULTS } from '../graphql/errors.ts';

// What files of the dataset, tables by address and the feed have in common.

/** Refuses whoever wants to do something else than read; whether it did. */
export function refusesMethod({ method }: IncomingMessage, response: ServerResponse): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  response.setHeader('allow', 'GET, HEAD');
  refuse(response, 405, { message: 'Files are only read.', code: 'METHOD_NOT_ALLOWED' });
  return true;
}

/** Whether the one who asks has what an entity tag names. */
export function isKnown({ headers }: IncomingMessage, etag: string): boolean {
  const tags = headers['if-none-match']?.split(',').map((tag) => tag.trim()) ?? [];
  return tags.some((tag) => tag === '*' || withoutWeakness(tag) === withoutWeakness(etag));
}

const withoutWeakness = (tag: string) => tag.replace(/^W\//, '');

/** Answers for an error: a database that is away says so, and anything else is a fault of ours. */
export function refuseFor(error: unknown, response: ServerResponse): void {
  response.removeHeader('etag');
  const outage = databaseFaultOf(error);
  const fault = outage ? DATABASE_FAULTS[outage] : UNEXPECTED;
  if (outage) response.setHeader('retry-after', '1');
  const { status, code, message } = fault;
  refuse(response, status, { message, code });
}

const UNEXPECTED = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Unexpected error.',
} as const;

/** An error in the form that GraphQL's have. */
export function refuse(
  response: ServerResponse,
  status: number,
  {
    message,
    ...extensions
  }: { readonly message: string; readonly code: ErrorCode; readonly [more: string]: unknown },
): void {
  sendJson(response, status, { errors: [{ message, extensions }] });
}

export function sendJson(response: ServerResponse, status: number, value: object): void {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  };
  response.writeHead(status, headers).end(`${JSON.stringify(value, null, 2)}\n`);
}
