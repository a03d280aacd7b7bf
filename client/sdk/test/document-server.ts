import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, graphqlSync } from 'graphql';
import { type Question, readQuestion } from './question.ts';

const inPackage = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
const schema = buildSchema(inPackage('schema.graphql'));
const manifest: Record<string, string> = JSON.parse(inPackage('documents.json'));

/** A server of known documents, as the README asks for one, with a dataset and nothing else. */
export interface DocumentServer {
  readonly url: string;
  /** Every request so far, e.g. `GET by id 200`. */
  readonly log: string[];
  /** The documents that it answered, one for each time. */
  readonly questions: string[];
  /** What it knows: a document by its id. */
  readonly documents: Map<string, string>;
  /** What its dataset says that it is. */
  version: string;
  stop(): Promise<void>;
}

export async function startDocumentServer(): Promise<DocumentServer> {
  const http = createServer(async (request, response) => {
    const { method = '', headers } = request;
    const cors = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type',
    };
    if (method === 'OPTIONS') {
      server.log.push(method);
      return response.writeHead(204, cors).end();
    }
    const question = await readQuestion(request);
    const { status, body } = answerTo(question);
    const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
    const sent = method === 'GET' && headers['if-none-match'] === etag ? 304 : status;
    server.log.push(`${method} by ${question.documentId ? 'id' : 'text'} ${sent}`);
    const caching =
      method === 'GET' && status === 200
        ? { etag, 'cache-control': 'public, no-cache' }
        : { 'cache-control': 'no-store' };
    response.writeHead(sent, {
      ...cors,
      ...caching,
      'content-type': 'application/graphql-response+json; charset=utf-8',
    });
    return response.end(sent === 304 ? undefined : body);
  });
  const answerTo = ({ documentId, query, variables }: Question) => {
    const source = documentId ? server.documents.get(documentId) : query;
    if (source === undefined) {
      const extensions = { code: 'UNKNOWN_DOCUMENT' };
      const error = { message: `There is no document ${documentId} here.`, extensions };
      return { status: 404, body: JSON.stringify({ errors: [error] }) };
    }
    server.questions.push(source);
    const texts = { importedAt: '', from: '', to: '', licence: '', citation: '' };
    const counts = { companies: 1, quarters: 1, facts: 1, sources: 1, sequence: 1 };
    const rootValue = {
      dataset: { version: server.version, ...texts, ...counts },
      groups: [],
      glossary: [],
      claims: [],
    };
    const result = graphqlSync({ schema, source, rootValue, variableValues: variables });
    return { status: result.data ? 200 : 400, body: JSON.stringify(result) };
  };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: DocumentServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`,
    log: [],
    questions: [],
    documents: new Map(Object.entries(manifest)),
    version: '1',
    async stop() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  return server;
}
