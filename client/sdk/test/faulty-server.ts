import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Question, readQuestion } from './question.ts';

/** What a server does to one request, good or bad. */
export type Reply = (response: ServerResponse) => unknown;

/** A server that misbehaves as it is told to. */
export interface FaultyServer {
  readonly url: string;
  /** What it was asked so far. */
  readonly requests: readonly {
    readonly method: string | undefined;
    readonly question: Question;
    readonly headers: IncomingHttpHeaders;
    /** When the request came, in milliseconds of the process's clock. */
    readonly at: number;
  }[];
  stop(): Promise<void>;
}

/** Gives the replies one after the other; the last of them to every later request, too. */
export async function startFaultyServer(...replies: Reply[]): Promise<FaultyServer> {
  const requests: FaultyServer['requests'][number][] = [];
  const server = createServer(async (request, response) => {
    const at = performance.now();
    const { method, headers } = request;
    requests.push({ method, question: await readQuestion(request), headers, at });
    await replies[Math.min(requests.length, replies.length) - 1]!(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, requests, stop };
}

/** JSON, as GraphQL servers answer. */
export const answer = (content: unknown, status = 200, headers: Record<string, string> = {}) =>
  send(JSON.stringify(content), status, {
    'content-type': 'application/graphql-response+json',
    ...headers,
  });

/** A page of HTML, as proxies answer. */
export const page = (html: string, status: number, headers: Record<string, string> = {}) =>
  send(html, status, { 'content-type': 'text/html', ...headers });

/** No answer at all. */
export const silence: Reply = () => {};

/** Half an answer, then the connection ends. */
export const cutOff: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"data": {"dataset"', () => response.destroy());
};

/** An end of the connection without any answer. */
export const hangUp: Reply = (response) => response.destroy();

function send(body: string, status: number, headers: Record<string, string>): Reply {
  return (response) => response.writeHead(status, headers).end(body);
}
