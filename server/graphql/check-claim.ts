import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Claim } from '../claims/claim.ts';
import { type Execute, evaluate, sentenceOf, WrongWorking } from '../claims/evaluate.ts';
import { validateWorking } from './working-document.ts';

/** What is wrong with a claim, by its place in the claim's file. */
export interface ClaimFault {
  /** E.g. readings, 0, query. */
  readonly path: readonly (string | number)[];
  /** The line within a document. */
  readonly line?: number;
  readonly reason: string;
}

/** Everything that keeps a claim from being worked out on today's data. */
export async function faultsOf(
  claim: Claim,
  execute: Execute,
  schema: GraphQLSchema,
): Promise<ClaimFault[]> {
  const parts = claim.readings.map((reading) => ({
    path: ['readings', reading.place] as (string | number)[],
    query: reading.query,
    async workOut() {
      const { figure } = await evaluate(reading, execute, null);
      if (figure === null) throw new WrongWorking('query', NO_FIGURE);
    },
  }));
  if (claim.later) {
    const later = claim.later;
    const workOut = async () => {
      if ((await sentenceOf(later, execute)) === null) throw new WrongWorking('query', NO_FIGURE);
    };
    parts.push({ path: ['later'], query: later.query, workOut });
  }
  const faults: ClaimFault[] = [];
  for (const { path, query, workOut } of parts) {
    try {
      validateWorking(schema, query);
      await workOut();
    } catch (error) {
      faults.push(faultOf(error, path));
    }
  }
  return faults;
}

const NO_FIGURE =
  'something that it asks for is missing by all that is known today; ask for figures that there are';

function faultOf(error: unknown, path: ClaimFault['path']): ClaimFault {
  if (error instanceof WrongWorking) {
    return { path: [...path, ...error.place.split('.')], reason: error.message };
  }
  if (!(error instanceof GraphQLError)) throw error;
  const line = error.locations?.[0]?.line;
  return { path: [...path, 'query'], ...(line && { line }), reason: error.message };
}
