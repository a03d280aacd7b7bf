import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorAnswer } from './error-answer.ts';
import type { GraphQLAnswer } from './exchange.ts';

// What Node refuses by itself, in an answer without a body.

export const HOSTLESS = errorAnswer(400, 'BAD_REQUEST', 'The request has no header host.', [
  'connection',
  'close',
]);

export const UNEXPECTED = errorAnswer(
  417,
  'BAD_REQUEST',
  'Of what a request may expect, only 100-continue is known here.',
  ['connection', 'close'],
);

/** HTTP/1.1 asks for the host in every request. */
export function isHostless({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersion === '1.1';
}

export function refuseRequest(response: ServerResponse, answer: GraphQLAnswer): void {
  const length = ['content-length', String(answer.body.length)];
  response.writeHead(answer.status, [...answer.headers, ...length]).end(answer.body);
}
