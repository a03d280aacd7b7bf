import { LRUCache } from 'lru-cache';
import { databaseFaultOf } from '../database/outage.ts';
import type { Executor } from '../execution/executor.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { asksForCost, withCost } from './answer-cost.ts';
import { withinSize } from './answer-size.ts';
import { answerOf } from './error-answer.ts';
import type { ContextOf, GraphQL, GraphQLAnswer, GraphQLRequest } from './exchange.ts';
import { isObject, parametersOf } from './parameters.ts';

type Headers = GraphQLAnswer['headers'];

/** For how many `varyKey`s headers are remembered: they differ by method, media types and encoding. */
const MAX_VARY_KEYS = 100;

const PARAMETERS = new Set(['query', 'variables', 'operationName', 'extensions']);

interface UsualParameters {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
  readonly extensions?: object | null;
}

/**
 * Answers compiled operations without the framework, which would take longer than all the rest of a small
 * one. The headers are those of an earlier answer of the framework to the same `varyKey`; until there is one,
 * and for anything unusual and anything that fails, the framework answers.
 */
export function compiled(framework: GraphQL, executor: Executor, contextOf: ContextOf): GraphQL {
  const headersByKey = new LRUCache<string, Headers>({ max: MAX_VARY_KEYS });

  const execute = async (request: GraphQLRequest, snapshot: Snapshot, headers: Headers) => {
    const parameters = usualParametersOf(request);
    if (!parameters) return undefined;
    const { query, operationName, variables, extensions } = parameters;
    const operation = executor.find(query, operationName ?? null);
    if (!operation) return undefined;
    const context = contextOf(request, snapshot);
    const result = await operation(context, variables);
    if (!result) return undefined;
    const { budget } = context;
    const cost = budget.tally.micros;
    if (result.errors) return { ...answerOf(result.errors[0]!), cost };
    const body = JSON.stringify(asksForCost(extensions) ? withCost(result, budget) : result);
    return withinSize(
      {
        status: 200,
        headers,
        body: Buffer.from(body),
        codes: [],
        cost,
        isOk: true,
      },
      budget.limit,
    );
  };

  return async (request, snapshot) => {
    const { varyKey } = request;
    if (varyKey === undefined) return framework(request, snapshot);
    const headers = headersByKey.get(varyKey);
    if (headers) {
      const answer = await execute(request, snapshot, headers).catch(unlessOutage);
      if (answer) return answer;
    }
    const answer = await framework(request, snapshot);
    if (answer.isOk) headersByKey.set(varyKey, answer.headers);
    return answer;
  };
}

/** Any other error the framework answers as GraphQL.js would. */
function unlessOutage(error: unknown): undefined {
  if (databaseFaultOf(error)) throw error;
}

function usualParametersOf(request: GraphQLRequest): UsualParameters | undefined {
  const parameters = parametersOf(request);
  if (!parameters) return undefined;
  const { query, variables, extensions, operationName } = parameters;
  const isUsual =
    typeof query === 'string' &&
    (variables == null || isObject(variables)) &&
    (extensions == null || isObject(extensions)) &&
    (operationName == null || typeof operationName === 'string') &&
    Object.entries(parameters).every(
      ([name, value]) => PARAMETERS.has(name) || value === undefined,
    );
  return isUsual ? (parameters as UsualParameters) : undefined;
}
