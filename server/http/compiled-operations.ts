import { LRUCache } from 'lru-cache';
import type { Compiled } from '../execution/compile.ts';
import { type Executor, orElse } from '../execution/executor.ts';
import { MAX_STRETCH } from '../graphql/budget.ts';
import { andThen } from '../store/awaitable.ts';
import { turnFor } from '../store/in-turn.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { asksForCost, withCost } from './answer-cost.ts';
import { withinSize } from './answer-size.ts';
import { answerOf } from './error-answer.ts';
import type { ContextOf, GraphQL, GraphQLAnswer, GraphQLRequest } from './exchange.ts';
import { isObject } from './parameters.ts';

type Headers = GraphQLAnswer['headers'];

/** For how many `varyKey`s headers are remembered: they differ by method, media types and encoding. */
const MAX_VARY_KEYS = 100;

/** What is done in a millisecond, about. */
const UNITS_PER_MS = 2_500;

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
  /** What each cost the last time. */
  const costs = new WeakMap<Compiled, number>();

  const execute = (request: GraphQLRequest, snapshot: Snapshot, headers: Headers) => {
    const parameters = usualParametersOf(request);
    if (!parameters) return undefined;
    const { query, operationName, variables, extensions } = parameters;
    const operation = executor.find(query, operationName ?? null);
    if (!operation) return undefined;
    const context = contextOf(request, snapshot);
    const before = costs.get(operation) ?? Number.POSITIVE_INFINITY;
    request.place.isKnownSmall = before <= MAX_STRETCH;
    const turn = turnFor(request.client, Math.min(before, MAX_STRETCH) / UNITS_PER_MS);
    const executed = () => operation(context, variables);
    return andThen(turn ? turn.then(executed) : executed(), (result) => {
      const { budget } = context;
      const cost = budget.tally.micros;
      if (!request.place.isMissed) costs.set(operation, cost);
      if (!result) return undefined;
      if (result.errors) return { ...answerOf(result.errors[0]!), cost };
      const body = Buffer.from(
        JSON.stringify(asksForCost(extensions) ? withCost(result, budget) : result),
      );
      const answer = { status: 200, headers, body, codes: [], cost, isOk: true };
      return withinSize(answer, budget.limit);
    });
  };

  const byFramework = async (request: GraphQLRequest, snapshot: Snapshot, varyKey: string) => {
    const answer = await framework(request, snapshot);
    if (answer.isOk) headersByKey.set(varyKey, answer.headers);
    return answer;
  };

  return (request, snapshot) => {
    const { varyKey } = request;
    if (varyKey === undefined) return framework(request, snapshot);
    const headers = headersByKey.get(varyKey);
    return orElse<GraphQLAnswer>(
      () => headers && execute(request, snapshot, headers),
      // Any error but an outage the framework answers as GraphQL.js would.
      () => byFramework(request, snapshot, varyKey),
    );
  };
}

function usualParametersOf(request: GraphQLRequest): UsualParameters | undefined {
  const parameters = request.parameters();
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
