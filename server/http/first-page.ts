import { createRequire } from 'node:module';
import { inProject } from '../paths.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type GraphQL, graphqlRequest } from './exchange.ts';

/** What the page's build leaves for the server: what to ask, and how to put the answers into the page. */
interface PageModule {
  readonly questions: readonly object[];
  withAnswers(html: string, answers: readonly unknown[]): string;
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/** The page with the answers to its first questions; as it is where they cannot be had, e.g. of an empty dataset. */
export async function firstPage(
  html: string,
  graphql: GraphQL,
  snapshot: Snapshot,
): Promise<string> {
  const require = createRequire(import.meta.url);
  const { questions, withAnswers } = require(inProject('dist/page/server.cjs')) as PageModule;
  const answers: unknown[] = [];
  for (const question of questions) {
    const body = Buffer.from(JSON.stringify(question));
    const request = graphqlRequest({ method: 'POST', url: '/graphql', headers: HEADERS, body });
    const answer = await graphql(request, snapshot);
    if (!answer.isOk) return html;
    answers.push(JSON.parse(answer.body.toString()).data);
  }
  return withAnswers(html, answers);
}
