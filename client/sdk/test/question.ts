import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a request of GraphQL over HTTP asks. */
export interface Question {
  readonly query?: string | undefined;
  readonly documentId?: string | undefined;
  readonly variables?: Record<string, unknown> | undefined;
}

/** What a request asks, in its address or in its body. */
export async function readQuestion(request: IncomingMessage): Promise<Question> {
  return request.method === 'POST'
    ? JSON.parse(await text(request))
    : questionIn(new URL(request.url!, 'http://localhost'));
}

/** What an address asks. */
export function questionIn({ searchParams }: URL): Question {
  const { variables, ...question } = Object.fromEntries(searchParams) as Record<string, string>;
  return { ...question, ...(variables && { variables: JSON.parse(variables) }) };
}
