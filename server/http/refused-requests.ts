import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorAnswer } from './error-answer.ts';
import type { GraphQLAnswer } from './exchange.ts';

// What Node refuses by itself, in an answer without a body.

export const NO_ONE_HOST = errorAnswer(
  400,
  'BAD_REQUEST',
  'The request has no header host, or more than one.',
  ['connection', 'close'],
);

export const UNEXPECTED = errorAnswer(
  417,
  'BAD_REQUEST',
  'Of what a request may expect, only 100-continue is known here.',
  ['connection', 'close'],
);

/** HTTP/1.1 asks for the host in every request; of two, this server and one before it might each take another. */
export function hasOneHost({ rawHeaders, httpVersion }: IncomingMessage): boolean {
  let hosts = 0;
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = rawHeaders[place]!;
    if (name.length === 4 && name.toLowerCase() === 'host') hosts++;
  }
  return hosts === 1 || (hosts === 0 && httpVersion !== '1.1');
}

export function refuseRequest(response: ServerResponse, answer: GraphQLAnswer): void {
  const length = ['content-length', String(answer.body.length)];
  response.writeHead(answer.status, [...answer.headers, ...length]).end(answer.body);
}
