import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';
import { databaseFaultOf } from '../database/outage.ts';
import type { Context } from '../graphql/context.ts';
import { operationCost } from '../graphql/limits.ts';
import type { Awaitable } from '../store/awaitable.ts';
import type { Compiled } from './compile.ts';
import { DocumentCache } from './document-cache.ts';

/** Executes an operation of a document that has been validated. */
export type Execute = (args: ExecutionArgs) => ExecutionResult | Promise<ExecutionResult>;

/** An executor that compiles repeated operations. */
export interface Executor {
  /**
   * Executes an operation. What compiled code cannot answer (directives, variables that are refused,
   * fields that fail) `fallBack` answers, in a context of its own. Resolvers may thus run twice, so it is
   * for queries only.
   */
  execute(args: ExecutionArgs, fallBack: Execute): ReturnType<Execute>;
  /** The compiled operation of a document that has been executed before, by its text. */
  find(text: string, operationName: string | null): Compiled | undefined;
  /** Documents that passed validation, by their texts. */
  readonly documents: Pick<DocumentCache, 'get' | 'set' | 'seen' | 'bytes'>;
}

export function createExecutor(
  schema: GraphQLSchema,
  freshContext: (context: Context) => Context,
  documentCacheBytes?: number,
): Executor {
  const documents = new DocumentCache(schema, documentCacheBytes);
  return {
    documents,
    find: (text, operationName) => documents.compiled(text, operationName),
    execute(args, fallBack) {
      const context = args.contextValue as Context;
      const interpret = (contextValue: Context) => {
        const { document, operationName } = args;
        contextValue.budget.spend(operationCost(schema, document, operationName));
        return fallBack({ ...args, contextValue });
      };
      const text = args.document.loc?.source.body;
      const compiled =
        text === undefined ? undefined : documents.seen(text, args.operationName ?? null);
      if (!compiled) return interpret(context);
      return orElse(
        () => compiled(context, args.variableValues),
        () => interpret(freshContext(context)),
      );
    },
  };
}

/**
 * What an attempt gives, at once if it does; where it gives nothing or fails, something else, but not where the database did
 * not answer: it would not answer that either.
 */
export function orElse<Result>(
  attempt: () => Awaitable<Result | undefined>,
  otherwise: () => Awaitable<Result>,
): Awaitable<Result> {
  const unlessOutage = (error: unknown) => {
    if (databaseFaultOf(error)) throw error;
    return undefined;
  };
  let result: Awaitable<Result | undefined>;
  try {
    result = attempt();
  } catch (error) {
    result = unlessOutage(error);
  }
  return result instanceof Promise
    ? result.catch(unlessOutage).then((settled) => settled ?? otherwise())
    : (result ?? otherwise());
}
