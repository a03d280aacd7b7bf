import { errorAnswer } from './error-answer.ts';
import type { GraphQLAnswer, GraphQLRequest } from './exchange.ts';

/** The media types of answers, and the ranges that they lie in. */
const ANSWERS = /^(application\/graphql-response\+json|application\/json|application\/\*|\*\/\*)$/i;

/** What a request may be sent as. */
const JSON_TYPE = /^application\/json\s*(;|$)/i;

const NOT_ACCEPTABLE = errorAnswer(
  406,
  'NOT_ACCEPTABLE',
  'Answers are application/graphql-response+json or application/json; accept one of them.',
);

const UNSUPPORTED = errorAnswer(
  415,
  'UNSUPPORTED_MEDIA_TYPE',
  'Send the request as JSON, with the header content-type: application/json.',
);

const ENCODED = errorAnswer(
  415,
  'UNSUPPORTED_MEDIA_TYPE',
  'Send the body as it is, without a content-encoding.',
);

/** The answer to a request that accepts no JSON, or whose body is something else; undefined for any other. */
export function refuseMediaTypes({
  method,
  headers,
}: Pick<GraphQLRequest, 'method' | 'headers'>): GraphQLAnswer | undefined {
  if (method === 'OPTIONS') return undefined;
  if (!(headers.accept || '*/*').split(',').some(isAnswer)) return NOT_ACCEPTABLE;
  if (method === 'POST') {
    if (!JSON_TYPE.test(headers['content-type'] ?? '')) return UNSUPPORTED;
    if (!/^(identity)?$/i.test(headers['content-encoding'] ?? '')) return ENCODED;
  }
  return undefined;
}

function isAnswer(range: string): boolean {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  return ANSWERS.test(type) && !parameters.some((each) => /^q=0(\.0*)?$/i.test(each));
}
