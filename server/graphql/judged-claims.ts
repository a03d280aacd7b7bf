import { execute, GraphQLError, type GraphQLSchema } from 'graphql';
import type { Answer } from '../claims/answer.ts';
import { type Execute, WrongWorking } from '../claims/evaluate.ts';
import { type JudgedClaim, judge, unjudged } from '../claims/judge.ts';
import { type Day, dayFromDate, formatDay } from '../domain/day.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { Budget } from './budget.ts';
import type { Context } from './context.ts';
import { parseWorking } from './working-document.ts';

type Reader = Omit<Context, 'budget'>;

/** Each version is judged once. */
const judged = new WeakMap<Snapshot, Promise<readonly JudgedClaim[]>>();

/** Every claim of a version, with what became of it. */
export function judgedClaims(context: Reader, schema: GraphQLSchema) {
  const known = judged.get(context.snapshot);
  if (known) return known;
  const judging = judgeAll(context, schema);
  judged.set(context.snapshot, judging);
  judging.catch(() => judged.delete(context.snapshot));
  return judging;
}

async function judgeAll(context: Reader, schema: GraphQLSchema): Promise<readonly JudgedClaim[]> {
  const { claims, importedAt } = context.snapshot.catalog;
  const execute = executeOn(context, schema);
  const all: JudgedClaim[] = [];
  for (const { claim } of claims) {
    const judged = await judge(claim, execute, dayFromDate(importedAt)).catch((error) => {
      if (isOwn(error)) return unjudged(claim, error);
      throw error;
    });
    all.push(judged);
  }
  return all;
}

/** Whether a failure is the working's own, and not one of a database that may answer the next time. */
function isOwn(error: unknown): boolean {
  if (error instanceof WrongWorking) return true;
  if (!(error instanceof GraphQLError)) return false;
  return !error.originalError || error.originalError instanceof GraphQLError;
}

/** Executes workings on a version. */
export function executeOn(reader: Reader, schema: GraphQLSchema): Execute {
  const parsed = new Map<string, ReturnType<typeof parseWorking>>();
  return async (text: string, asOf: Day | null): Promise<Answer> => {
    const document = parsed.get(text) ?? parseWorking(text);
    parsed.set(text, document);
    const { data, errors } = await execute({
      schema,
      document,
      contextValue: Object.create(reader, { budget: { value: new Budget() } }) as Context,
      variableValues: { asOf: asOf === null ? null : formatDay(asOf) },
    });
    if (errors?.[0]) throw errors[0];
    if (!data) throw new GraphQLError('the document has no answer');
    return data;
  };
}
