import { LRUCache } from 'lru-cache';
import { databaseFaultOf } from '../database/outage.ts';
import type { Executor } from '../execution/executor.ts';
import type { Context } from '../graphql/context.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { GraphQL, GraphQLAnswer } from './exchange.ts';

type Headers = GraphQLAnswer['headers'];

/** For how many `varyKey`s headers are remembered: they differ by origin and media types. */
const MAX_VARY_KEYS = 100;

const PARAMETERS = new Set(['query', 'variables', 'operationName', 'extensions']);

interface Parameters {
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

  const execute = async (body: Buffer, snapshot: Snapshot) => {
    const parameters = parametersOf(body);
    if (!parameters) return undefined;
    const { query, operationName, variables } = parameters;
    return executor.find(query, operationName ?? null)?.(contextOf(snapshot), variables);
  };

  return async (request, snapshot) => {
    const { varyKey, body } = request;
    if (varyKey === undefined || !body) return framework(request, snapshot);
    const headers = headersByKey.get(varyKey);
    if (headers) {
      const result = await execute(body, snapshot).catch(unlessOutage);
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

function parametersOf(body: Buffer): Parameters | undefined {
  try {
    const parameters = JSON.parse(body.toString()) as Parameters;
    const { query, variables, extensions, operationName } = parameters;
    const isUsual =
      typeof query === 'string' &&
      isObjectOrNone(variables) &&
      isObjectOrNone(extensions) &&
      (operationName == null || typeof operationName === 'string') &&
      Object.keys(parameters).every((name) => PARAMETERS.has(name));
    return isUsual ? parameters : undefined;
  } catch {
    return undefined;
  }
}

function isObjectOrNone(value: unknown): boolean {
  return value == null || (typeof value === 'object' && !Array.isArray(value));
}
