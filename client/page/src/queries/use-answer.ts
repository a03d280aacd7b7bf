import {
  CapexgraphError,
  createClient,
  GraphQLRequestError,
  type TypedDocument,
} from '@capexgraph/client';
import { useEffect, useState } from 'preact/hooks';

export const client = createClient({ url: '/graphql' });

/** An answer, or what there is of it. */
export interface Answer<Result> {
  /** While a new answer is on its way, the one before, so that nothing jumps. */
  readonly data: Result | undefined;
  readonly isLoading: boolean;
  /** What went wrong, in a sentence. */
  readonly fault: string | undefined;
  /** Whether the server did not answer at all; it is asked again until it does. */
  readonly isAway: boolean;
}

const kept = new Map<string, unknown>();
const RETRY_MS = 2_000;

/** The answer to a document, asked once for each set of variables; null asks nothing. */
export function useAnswer<Result, Variables extends object>(
  document: TypedDocument<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const key = variables && String(document) + JSON.stringify(variables);
  const [state, setState] = useState<Answer<Result> & { key: string | null }>({
    key: null,
    data: undefined,
    isLoading: true,
    fault: undefined,
    isAway: false,
  });
  useEffect(() => {
    if (key === null || variables === null) return;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const data = await request(document, variables, key, controller.signal);
        setState({ key, data, isLoading: false, fault: undefined, isAway: false });
      } catch (error) {
        if (controller.signal.aborted) return;
        const isAway = !(error instanceof GraphQLRequestError);
        setState((before) => ({
          ...before,
          key,
          isLoading: false,
          fault: faultOf(error),
          isAway,
          data: isAway ? before.data : undefined,
        }));
        if (isAway) timer = setTimeout(ask, RETRY_MS);
      }
    };
    ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [key]);
  if (state.key === key) return state;
  const data = (key ? (kept.get(key) as Result | undefined) : undefined) ?? state.data;
  return { ...state, data, isLoading: key === null || !kept.has(key), fault: undefined };
}

async function request<Result, Variables extends object>(
  document: TypedDocument<Result, Variables>,
  variables: Variables,
  key: string,
  signal: AbortSignal,
): Promise<Result> {
  const known = kept.get(key) as Result | undefined;
  if (known) return known;
  const data = await client.request<Result, object>(
    document as TypedDocument<Result, object>,
    variables,
    { signal, timeoutMs: 10_000 },
  );
  kept.set(key, data);
  return data;
}

function faultOf(error: unknown): string {
  if (error instanceof GraphQLRequestError) return error.errors[0]?.message ?? error.message;
  if (error instanceof CapexgraphError)
    return 'The server does not answer. It is asked again every two seconds.';
  return String(error);
}
