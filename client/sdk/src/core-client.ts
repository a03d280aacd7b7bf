import { type ExecutionResult, GraphQLRequestError } from './errors.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { type ConnectionPage, paginate } from './paginate.ts';
import { send } from './send.ts';
import type { TypedDocument } from './typed-document.ts';

/** The variables of a call, which may be left out where none is required, and its options. */
export type CallArguments<Variables> =
  Record<never, never> extends Variables
    ? [variables?: Variables, options?: CallOptions]
    : [variables: Variables, options?: CallOptions];

/** Sends documents. Its functions need no `this`: take out of it what you use. */
export interface CoreClient {
  /**
   * The answer to a document. Throws a `CapexgraphError` when there is none, or when it has errors:
   * the partial answer is then in `GraphQLRequestError.data`.
   *
   * @example
   * const { dataset } = await client.request(DatasetDocument);
   */
  request<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...args: CallArguments<Variables>
  ): Promise<Result>;

  /**
   * The same, with the errors beside whatever there is of the answer, for a page that shows what it
   * can. Throws only when there is no GraphQL answer at all.
   *
   * @example
   * const { data, errors } = await client.execute(DatasetDocument);
   */
  execute<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    ...args: CallArguments<Variables>
  ): Promise<ExecutionResult<Result>>;

  /**
   * Every item of a connection. It asks for the next page when the items of the one before are used
   * up, so leaving the loop asks for no more. The document takes `$after` and selects `nodes` and
   * `pageInfo { hasNextPage endCursor }`; `connection` finds them in its answer. Throws as
   * `request`, and a `PaginationError` when the cursors do not advance. `timeoutMs` is for each
   * page.
   *
   * @example
   * const rows = client.paginate(ScreenDocument, { first: 100 }, ({ quarters }) => quarters);
   * for await (const { company, calendarQuarter } of rows) console.log(company.name, calendarQuarter);
   */
  paginate<Result, Variables extends { after?: string | null | undefined }, Node>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    connection: (result: Result) => ConnectionPage<Node> | null | undefined,
    options?: CallOptions,
  ): AsyncGenerator<Node, void, undefined>;
}

/**
 * A client without the methods for the common questions, for those who bring their own documents:
 * it is the smallest.
 *
 * @example
 * const { request } = createCoreClient({ url: 'http://127.0.0.1:4000/graphql' });
 */
export function createCoreClient(options: ClientOptions): CoreClient {
  async function request(document: object, variables?: unknown, call?: CallOptions) {
    const { result, attempts } = await send(options, document, variables, call);
    if (result.errors.length) throw new GraphQLRequestError(result, attempts);
    return result.data as never;
  }
  return {
    request: (document, ...[variables, call]) => request(document, variables, call),
    async execute(document, ...[variables, call]) {
      const { result } = await send(options, document, variables, call);
      return result as ExecutionResult<never>;
    },
    paginate: (document, variables, connection, call) =>
      paginate(variables.after, async (after) =>
        connection(await request(document, { ...variables, after }, call)),
      ),
  };
}
