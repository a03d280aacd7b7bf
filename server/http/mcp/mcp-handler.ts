import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import {
  type AuthInfo,
  createMcpHandler,
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from '@modelcontextprotocol/server';
import type { Logger } from 'pino';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Admission } from '../admission.ts';
import type { GraphQL } from '../exchange.ts';
import { DATASET_VERSION } from '../pinned-version.ts';
import { readBody } from '../read-body.ts';
import type { Handler } from '../routes.ts';
import { toolsServer } from './tools-server.ts';

const LOCAL = localhostAllowedHostnames();

/** Answers agents, `/mcp`: the Model Context Protocol over HTTP, each request by itself. */
export function mcpHandler({
  graphql,
  newest,
  charge,
  host = '127.0.0.1',
  hostNames,
  maxBodyBytes,
  log,
}: {
  graphql: GraphQL;
  newest: () => Snapshot;
  /** Takes what answers cost off what their client may ask for; left out, nobody is bounded. */
  charge: Admission['charge'] | undefined;
  host?: string;
  hostNames?: readonly string[];
  maxBodyBytes: number;
  log: Logger;
}): Handler {
  const allowed = hostNames ? [...hostNames] : isLocal(host) ? LOCAL : undefined;
  // No AsyncLocalStorage: once one is used, Node 20 does more for every promise of the process, whatever it is for.
  const charged = new WeakMap<AuthInfo, GraphQL>();
  const { fetch } = createMcpHandler(
    ({ authInfo }) => toolsServer(charged.get(authInfo!)!, newest),
    {
      maxRequestBodySize: maxBodyBytes,
      // Nothing that is listed here changes while a process runs.
      maxSubscriptions: 1,
      onerror: (error) => log.debug(error, 'An MCP request was refused'),
    },
  );
  return (request, response) => {
    const refusal = refusalOf(request, allowed);
    if (refusal) return refuse(response, 403, refusal);
    readBody(request, response, maxBodyBytes, async (body) => {
      if (!body) return refuse(response, 413, `The body is larger than ${maxBodyBytes} bytes.`);
      try {
        // Anybody may ask; this is what is handed through to whoever answers.
        const authInfo: AuthInfo = { token: '', clientId: '', scopes: [] };
        charged.set(authInfo, async (question, snapshot) => {
          const answer = await graphql(question, snapshot);
          charge?.(request, response, answer.cost);
          return answer;
        });
        const answer = await fetch(requestOf(request, body), { authInfo });
        await send(response, answer, newest().catalog.version);
      } catch (error) {
        if (!request.socket.destroyed) log.error(error, 'An MCP request failed');
        if (response.headersSent) response.destroy();
        else refuse(response, 500, 'Unexpected error.');
      }
    });
  };
}

const isLocal = (host: string) => /^(127\.|localhost$|\[?::1\]?$)/.test(host);

/**
 * A page elsewhere must not reach a server on its reader's machine, were it by a name of its own that
 * leads there: the host has to be one that the server is known by, and a page one of that host.
 */
function refusalOf({ headers }: IncomingMessage, allowed: string[] | undefined) {
  if (allowed) {
    const result = validateHostHeader(headers.host, allowed);
    if (!result.ok) {
      return `This server is not known as ${JSON.stringify(headers.host)}; set HOST_NAMES to the names that it is reached by.`;
    }
  }
  const own = headers.host && URL.canParse(`http://${headers.host}`);
  const names = allowed ?? (own ? [new URL(`http://${headers.host}`).hostname, ...LOCAL] : LOCAL);
  const result = validateOriginHeader(headers.origin, names);
  return result.ok ? undefined : 'Pages of other origins may not ask here; ask /graphql.';
}

function requestOf({ method = 'GET', url, headers }: IncomingMessage, body: Buffer): Request {
  const init = {
    method,
    headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ...(method !== 'GET' && method !== 'HEAD' && { body: new Uint8Array(body) }),
  };
  return new Request(`http://localhost${url}`, init as RequestInit);
}

async function send(response: ServerResponse, answer: Response, version: string): Promise<void> {
  const headers = { ...Object.fromEntries(answer.headers), [DATASET_VERSION]: version };
  response.writeHead(answer.status, headers);
  if (!answer.body) response.end();
  else await pipeline(Readable.fromWeb(answer.body as ReadableStream), response);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32000, message } }));
}
