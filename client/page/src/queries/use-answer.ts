import {
  CapexgraphError,
  createClient,
  GraphQLRequestError,
  type TypedDocument,
} from '@capexgraph/client';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useNavigation } from '../state/navigation.ts';
import { FIRST_QUESTIONS, keyOf } from './first-questions.ts';

const clients = new Map<string, ReturnType<typeof createClient>>();

/** A client of the newest version of the dataset, or of the one that an address is pinned to. */
function clientOf(version: string) {
  const url = version ? `/graphql?version=${version}` : '/graphql';
  const client = clients.get(version) ?? createClient({ url });
  clients.set(version, client);
  return client;
}

/** An answer, or what there is of it. */
interface Answer<Result> {
  readonly data: Result | undefined;
  /** Until there is one, the answer before, for what need not know which question it answers. */
  readonly latest: Result | undefined;
  /** What went wrong, in a sentence. */
  readonly fault: string | undefined;
  /** Whether the server did not answer at all; it is asked again until it does. */
  readonly isAway: boolean;
}

interface State<Result> {
  readonly key: string;
  readonly data?: Result | undefined;
  readonly fault?: string | undefined;
  readonly isAway?: boolean;
}

const kept = new Map<string, unknown>(answersOfPage());
const RETRY_MS = 2_000;

/** The answer to a document, asked once for each set of variables; null asks nothing. */
export function useAnswer<Result, Variables extends object>(
  typed: TypedDocument<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const { version } = useNavigation().view;
  const key = variables ? version + keyOf(String(typed), variables) : '';
  const [state, setState] = useState<State<Result>>({ key: '' });
  const latest = useRef<Result | undefined>(undefined);
  useEffect(() => {
    if (!variables) return;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        setState({
          key,
          data: await request(clientOf(version), typed, variables, key, controller.signal),
        });
      } catch (error) {
        if (controller.signal.aborted) return;
        const isAway = !(error instanceof GraphQLRequestError);
        setState({ key, fault: faultOf(error), isAway });
        if (isAway) timer = setTimeout(ask, RETRY_MS);
      }
    };
    ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [key]);
  const current = state.key === key ? state : undefined;
  const data = current?.data ?? (kept.get(key) as Result | undefined);
  latest.current = data ?? latest.current;
  return {
    data,
    latest: latest.current,
    fault: current?.fault,
    isAway: current?.isAway ?? false,
  };
}

async function request<Result, Variables extends object>(
  client: ReturnType<typeof createClient>,
  typed: TypedDocument<Result, Variables>,
  variables: Variables,
  key: string,
  signal: AbortSignal,
): Promise<Result> {
  const known = kept.get(key) as Result | undefined;
  if (known) return known;
  const data = await client.request<Result, object>(
    typed as TypedDocument<Result, object>,
    variables,
    { signal, timeoutMs: 10_000 },
  );
  kept.set(key, data);
  return data;
}

/** What came with the page. */
function answersOfPage(): (readonly [string, unknown])[] {
  const text = document.getElementById('answers')?.textContent;
  const answers: unknown[] = text ? JSON.parse(text) : [];
  return answers.map((answer, index) => {
    const { query, variables } = FIRST_QUESTIONS[index]!;
    return [keyOf(query, variables), answer];
  });
}

function faultOf(error: unknown): string {
  if (error instanceof GraphQLRequestError) return error.errors[0]?.message ?? error.message;
  if (error instanceof CapexgraphError)
    return 'The server does not answer. It is asked again every two seconds.';
  return String(error);
}
