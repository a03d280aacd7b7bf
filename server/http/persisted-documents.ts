import type { Snapshot } from '../store/snapshot.ts';
import { errorAnswer } from './error-answer.ts';
import type { GraphQL, GraphQLAnswer, GraphQLRequest } from './exchange.ts';
import type { KnownDocuments } from './known-documents.ts';
import { type Parameters, searchOf } from './parameters.ts';

const TWO_DOCUMENTS = errorAnswer(
  400,
  'BAD_REQUEST',
  'A request names its document by `documentId` or has its text as `query`, not both.',
);

/** Answers requests that name their document by its id as if they had its text. */
export function persisted(graphql: GraphQL, documents: KnownDocuments): GraphQL {
  return (request, snapshot) => {
    const parameters = request.parameters();
    if (typeof parameters?.documentId !== 'string') return graphql(request, snapshot);
    if (parameters.query !== undefined) return TWO_DOCUMENTS;
    return answerById(parameters.documentId, parameters, request, snapshot);
  };

  async function answerById(
    id: string,
    parameters: Parameters,
    request: GraphQLRequest,
    snapshot: Snapshot,
  ): Promise<GraphQLAnswer> {
    const query = await documents.textOf(id);
    if (query === undefined) return unknown(id, request);
    return graphql(withText(request, parameters, query), snapshot);
  }
}

function withText(
  request: GraphQLRequest,
  { documentId: _, ...parameters }: Parameters,
  query: string,
): GraphQLRequest {
  const withQuery = { ...parameters, query };
  const asked = { ...request, parameters: () => withQuery };
  if (request.body) return { ...asked, body: Buffer.from(JSON.stringify(withQuery)) };
  const search = searchOf(request.url);
  search.delete('documentId');
  search.set('query', query);
  return { ...asked, url: `/graphql?${search}` };
}

function unknown(id: string, { headers }: GraphQLRequest): GraphQLAnswer {
  const message = `There is no document ${JSON.stringify(id.slice(0, 100))} here; send its text as \`query\`.`;
  const answer = errorAnswer(404, 'UNKNOWN_DOCUMENT', message);
  const takesOwnType = headers.accept?.includes(RESPONSE_TYPE);
  return takesOwnType ? { ...answer, headers: OF_RESPONSE_TYPE } : answer;
}

const RESPONSE_TYPE = 'application/graphql-response+json';
const OF_RESPONSE_TYPE = ['content-type', `${RESPONSE_TYPE}; charset=utf-8`];
