import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Claim } from '../claims/claim.ts';
import { type Execute, evaluating, sentenceOf, WrongWorking } from '../claims/evaluate.ts';
import { expressionOf, WrongExpression } from '../claims/expression.ts';
import { validateWorking } from './working-document.ts';

/** What is wrong with a claim, by its place in the claim's file. */
export interface ClaimFault {
  /** E.g. readings, 0, query. */
  readonly path: readonly (string | number)[];
  /** The line within a document. */
  readonly line?: number;
  readonly reason: string;
}

/** A document with the expressions over its answer, by their places. */
interface Working {
  readonly path: ClaimFault['path'];
  readonly query: string;
  readonly expressions: Readonly<Record<string, string | null>>;
  /** Whether it gives all that it asks for by all that is known today. */
  givesFigures(execute: Execute): Promise<boolean>;
}

/** The documents that are not taken, and the expressions. */
export function malformed(claim: Claim, schema: GraphQLSchema): ClaimFault[] {
  return workingsOf(claim).flatMap(({ path, query, expressions }) => [
    ...faultIn(path, () => validateWorking(schema, query)),
    ...Object.entries(expressions).flatMap(([place, text]) =>
      text === null ? [] : faultIn([...path, ...place.split('.')], () => expressionOf(text)),
    ),
  ]);
}

/** Everything else that keeps a claim from being worked out on today's data. */
export async function unworkable(claim: Claim, execute: Execute): Promise<ClaimFault[]> {
  const faults: ClaimFault[] = [];
  for (const { path, givesFigures } of workingsOf(claim)) {
    try {
      if (!(await givesFigures(execute))) {
        faults.push({ path: [...path, 'query'], reason: NO_FIGURE });
      }
    } catch (error) {
      faults.push(faultOf(error, path));
    }
  }
  return faults;
}

const NO_FIGURE =
  'something that it asks for is missing by all that is known today; ask for figures that there are';

function workingsOf({ readings, later }: Claim): Working[] {
  const workings = readings.map((reading): Working => {
    const { place, query, figure, bounds, holds, details } = reading;
    const texts = details.map((detail, index) => [`details.${index}.figure`, detail.figure]);
    return {
      path: ['readings', place],
      query,
      expressions: { figure, bounds, holds, ...Object.fromEntries(texts) },
      givesFigures: async (execute) => (await evaluating(reading, execute)(null)).figure !== null,
    };
  });
  if (!later) return workings;
  const { query, sentence } = later;
  const givesFigures = async (execute: Execute) => (await sentenceOf(later, execute)) !== null;
  return [...workings, { path: ['later'], query, expressions: { sentence }, givesFigures }];
}

function faultIn(path: ClaimFault['path'], check: () => unknown): ClaimFault[] {
  try {
    check();
    return [];
  } catch (error) {
    return [faultOf(error, path)];
  }
}

function faultOf(error: unknown, path: ClaimFault['path']): ClaimFault {
  if (error instanceof WrongExpression) return { path, reason: error.message };
  if (error instanceof WrongWorking) {
    return { path: [...path, ...error.place.split('.')], reason: error.message };
  }
  if (!(error instanceof GraphQLError)) throw error;
  const line = error.locations?.[0]?.line;
  return { path: [...path, 'query'], ...(line && { line }), reason: error.message };
}
