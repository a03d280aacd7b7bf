import { compress, type Encoding, SMALLEST_COMPRESSED_BYTES } from './encodings.ts';
import type { GraphQL, GraphQLAnswer } from './exchange.ts';

/** Compresses answers as their requests prefer it. A cache above it keeps them compressed. */
export function encoded(graphql: GraphQL): GraphQL {
  return (request, snapshot) => {
    const { encoding } = request;
    const answer = graphql(request, snapshot);
    if (!encoding) return answer;
    return Promise.resolve(answer).then((made) =>
      made.body.length < SMALLEST_COMPRESSED_BYTES ? made : compressed(made, encoding),
    );
  };
}

async function compressed(answer: GraphQLAnswer, encoding: Encoding): Promise<GraphQLAnswer> {
  const body = await compress(answer.body, encoding);
  return { ...answer, headers: [...answer.headers, 'content-encoding', encoding], body };
}
