import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Claim, Outcome } from '../claims/claim.ts';
import { type Execute, evaluating, sentenceOf, WrongWorking } from '../claims/evaluate.ts';
import { expressionOf, WrongExpression } from '../claims/expression.ts';
import { scaleFault } from '../claims/scale.ts';
import { explained, missingIn } from './missing-input.ts';
import { EXPLANATION, validateWorking } from './working-document.ts';

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
  /** What it gives by all that is known today; null where an input is missing. */
  today(execute: Execute): Promise<Outcome | string | null>;
  /** What is wrong with what it gives. */
  fault(given: Outcome | string): string | null;
}

/** The documents that are not taken, and the expressions. */
export function malformed(claim: Claim, schema: GraphQLSchema): ClaimFault[] {
  return workingsOf(claim).flatMap(({ path, query, expressions }) => [
    ...faultIn(path, () => validateWorking(schema, query)),
    ...Object.entries(expressions).flatMap(([place, text]) =>
      text === null ? [] : faultIn([...path, ...place.split('.')], () => checkExpression(text)),
    ),
  ]);
}

/** Everything else that keeps a claim from being worked out on today's data. */
export async function unworkable(
  claim: Claim,
  execute: Execute,
  schema: GraphQLSchema,
): Promise<ClaimFault[]> {
  const faults: ClaimFault[] = [];
  for (const { path, query, today, fault } of workingsOf(claim)) {
    try {
      const given = await today(execute);
      if (given === null) {
        const document = explained(schema, query);
        const reason = missingIn(await execute(document, null, [EXPLANATION]), document);
        faults.push({ path: [...path, 'query'], reason });
        continue;
      }
      const reason = fault(given);
      if (reason) faults.push({ path: [...path, 'figure'], reason });
    } catch (error) {
      faults.push(faultOf(error, path, claim));
    }
  }
  return faults;
}

function workingsOf({ printed, readings, later }: Claim): Working[] {
  const workings = readings.map((reading): Working => {
    const { place, query, figure, bounds, holds, details } = reading;
    const texts = details.map((detail, index) => [`details.${index}.figure`, detail.figure]);
    return {
      path: ['readings', place],
      query,
      expressions: { figure, bounds, holds, ...Object.fromEntries(texts) },
      today: async (execute) => {
        const outcome = await evaluating(reading, execute)(null);
        return outcome.figure === null ? null : outcome;
      },
      fault: (given) => scaleFault(printed, reading, given as Outcome),
    };
  });
  if (!later) return workings;
  const { query, sentence } = later;
  const today = (execute: Execute) => sentenceOf(later, execute);
  const outlook = { path: ['later'], query, expressions: { sentence }, today, fault: () => null };
  return [...workings, outlook];
}

/** What an expression may be, and whether it asks for anything. */
function checkExpression(text: string): void {
  if (expressionOf(text).readsAnswer) return;
  throw new WrongExpression(
    'expected a path of the answer, e.g. company.quarter.capex.value; this gives the same whatever is filed',
  );
}

function faultIn(path: ClaimFault['path'], check: () => unknown): ClaimFault[] {
  try {
    check();
    return [];
  } catch (error) {
    return [faultOf(error, path)];
  }
}

function faultOf(error: unknown, path: ClaimFault['path'], claim?: Claim): ClaimFault {
  if (error instanceof WrongExpression) return { path, reason: error.message };
  if (error instanceof WrongWorking) {
    const own = claim?.readings.find(({ place }) => place === path[1])?.unit;
    // Where a reading has no unit of its own, it is the claim's that is wrong.
    const isClaims = error.place === 'unit' && own === claim?.unit;
    return { path: [...(isClaims ? [] : path), ...error.place.split('.')], reason: error.message };
  }
  if (!(error instanceof GraphQLError)) throw error;
  const line = error.locations?.[0]?.line;
  return { path: [...path, 'query'], ...(line && { line }), reason: error.message };
}
