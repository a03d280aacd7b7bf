import { LRUCache } from 'lru-cache';
import { databaseFaultOf } from '../database/outage.ts';
import type { Executor } from '../execution/executor.ts';
import type { Context } from '../graphql/context.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { GraphQL, GraphQLAnswer, GraphQLRequest } from './exchange.ts';
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
export function compiled(
  framework: GraphQL,
  executor: Executor,
  contextOf: (snapshot: Snapshot) => Context,
): GraphQL {
  const headersByKey = new LRUCache<string, Headers>({ max: MAX_VARY_KEYS });

  const execute = async (request: GraphQLRequest, snapshot: Snapshot) => {
    const parameters = usualParametersOf(request);
    if (!parameters) return undefined;
    const { query, operationName, variables } = parameters;
    return executor.find(query, operationName ?? null)?.(contextOf(snapshot), variables);
  };

  return async (request, snapshot) => {
    const { varyKey } = request;
    if (varyKey === undefined) return framework(request, snapshot);
    const headers = headersByKey.get(varyKey);
    if (headers) {
      const result = await execute(request, snapshot).catch(unlessOutage);
      if (result) return okAnswer(result, headers);
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

function okAnswer(result: object, headers: Headers): GraphQLAnswer {
  return { status: 200, headers, body: Buffer.from(JSON.stringify(result)), codes: [], isOk: true };
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
