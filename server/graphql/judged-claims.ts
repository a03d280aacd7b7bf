import { type DocumentNode, execute, GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Answer } from '../claims/answer.ts';
import type { Claim } from '../claims/claim.ts';
import { CURRENCY } from '../claims/currencies.ts';
import { type Execute, WrongWorking } from '../claims/evaluate.ts';
import { type JudgedClaim, judge, unjudged } from '../claims/judge.ts';
import { dayFromDate, formatDay } from '../domain/day.ts';
import { inTurn } from '../store/in-turn.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { Budget } from './budget.ts';
import type { Context } from './context.ts';
import { withCurrencies } from './measure-selections.ts';
import { EXPLANATION, parseWorking, withoutExplanations } from './working-document.ts';

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
  const outcomeOf = (claim: Claim) =>
    judge(claim, execute, dayFromDate(importedAt)).catch((error) => {
      if (isOwn(error)) return unjudged(claim, error);
      throw error;
    });
  for (const { claim } of claims) all.push(await inTurn(() => outcomeOf(claim)));
  return all;
}

/** Whether a failure is the working's own, and not one of a database that may answer the next time. */
function isOwn(error: unknown): boolean {
  if (error instanceof WrongWorking) return true;
  if (!(error instanceof GraphQLError)) return false;
  return !error.originalError || error.originalError instanceof GraphQLError;
}

/** Every version of the dataset has the documents of the one before, and a claim's are executed by many days. */
const parsed = new LRUCache<string, DocumentNode>({ max: 1_000 });

/** A working, with the currencies of its amounts where they are read, and without the explanations that are not. */
function documentOf(
  schema: GraphQLSchema,
  text: string,
  expressions: readonly string[],
): DocumentNode {
  const isNamed = expressions.some((expression) => expression.includes(EXPLANATION));
  const isMoney = expressions.includes(CURRENCY);
  const key = `${isNamed} ${isMoney} ${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const written = parseWorking(text);
  const read = isNamed ? written : withoutExplanations(written);
  const document = isMoney ? withCurrencies(schema, read) : read;
  parsed.set(key, document);
  return document;
}

/** Executes workings on a version. */
export function executeOn(reader: Reader, schema: GraphQLSchema): Execute {
  return async (text, asOf, expressions): Promise<Answer> => {
    const { data, errors } = await execute({
      schema,
      document: documentOf(schema, text, expressions),
      contextValue: Object.create(reader, { budget: { value: new Budget() } }) as Context,
      variableValues: { asOf: asOf === null ? null : formatDay(asOf) },
    });
    if (errors?.[0]) throw errors[0];
    if (!data) throw new GraphQLError('the document has no answer');
    return data;
  };
}
