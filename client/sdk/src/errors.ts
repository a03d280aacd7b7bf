import type { ErrorCode } from './generated/error-codes.ts';

export type { ErrorCode };

/**
 * What every error of this package has in common. `name` tells them apart where `instanceof`
 * cannot, e.g. between two copies of the package. A call that its caller stopped rejects with the
 * signal's reason and not with one of these.
 *
 * @example
 * try {
 *   await client.claims();
 * } catch (error) {
 *   if (error instanceof RateLimitError) console.log(`Again in ${error.retryAfterMs} ms`);
 *   else if (error instanceof CapexgraphError) console.log(error.name, error.message);
 *   else throw error;
 * }
 */
export class CapexgraphError extends Error {
  /** How often the request was sent. */
  attempts = 1;
}

/**
 * No answer, or one that broke off: no connection, no such host, CORS. `cause` is what `fetch`
 * threw.
 */
export class NetworkError extends CapexgraphError {
  override readonly name = 'NetworkError';
}

/**
 * The client's `url` is none, or relative where there is no page that it could be relative to, as on
 * a server. Nothing was sent.
 */
export class AddressError extends CapexgraphError {
  override readonly name = 'AddressError';
  override attempts = 0;
}

/** The call took longer than `timeoutMs`. */
export class TimeoutError extends CapexgraphError {
  override readonly name = 'TimeoutError';
  /** The time that it had, in milliseconds. */
  readonly timeoutMs: number;

  constructor(timeoutMs: number, attempts: number) {
    super(`No answer within ${timeoutMs} ms`);
    this.timeoutMs = timeoutMs;
    this.attempts = attempts;
  }
}

/** What is known of a response apart from its content. */
export interface ResponseInfo {
  /** The HTTP status, e.g. 503. */
  readonly status: number;
  /**
   * The header `x-request-id`, where the server or a proxy before it sends one; to quote in a
   * report.
   */
  readonly requestId?: string | undefined;
}

/**
 * An answer that is not GraphQL's: an error of a proxy, a page of HTML, JSON that is something
 * else.
 */
export class HttpError extends CapexgraphError implements ResponseInfo {
  override readonly name: 'HttpError' | 'RateLimitError' = 'HttpError';
  readonly status: number;
  readonly requestId?: string | undefined;
  /** The beginning of what came, at most 200 characters. */
  readonly body: string;
  /** How long the server asks to wait (`Retry-After`), in milliseconds. */
  readonly retryAfterMs?: number | undefined;

  constructor(
    message: string,
    info: ResponseInfo & { readonly body: string; readonly retryAfterMs?: number | undefined },
  ) {
    super(message);
    this.status = info.status;
    this.requestId = info.requestId;
    this.body = info.body;
    this.retryAfterMs = info.retryAfterMs;
  }
}

/** Too many requests: status 429. */
export class RateLimitError extends HttpError {
  override readonly name = 'RateLimitError';
}

/** One of the `errors` of an answer. */
export interface GraphQLFormattedError {
  readonly message: string;
  /** Where in the answer, e.g. `['company', 'quarters', 'nodes', 0]`. */
  readonly path?: readonly (string | number)[] | undefined;
  /** Where in the document. */
  readonly locations?: readonly { readonly line: number; readonly column: number }[] | undefined;
  readonly extensions?:
    | {
        readonly code?: ErrorCode | undefined;
        /** The argument or variable that is wrong, e.g. `where.from` or `$from`. */
        readonly argument?: string | undefined;
        readonly [name: string]: unknown;
      }
    | undefined;
}

/** The API answered with errors. */
export class GraphQLRequestError<Result = unknown> extends CapexgraphError implements ResponseInfo {
  override readonly name = 'GraphQLRequestError';
  readonly status: number;
  readonly requestId?: string | undefined;
  /** The code of the first error. */
  readonly code?: ErrorCode | undefined;
  /** All of them. */
  readonly errors: readonly GraphQLFormattedError[];
  /** What there is of the answer all the same; null when there is nothing. */
  readonly data: Result | null;

  constructor(result: ExecutionResult<Result>, attempts: number) {
    const [first, ...others] = result.errors;
    super(`${first?.message}${others.length ? ` (and ${others.length} more)` : ''}`);
    this.code = first?.extensions?.code;
    this.errors = result.errors;
    this.data = result.data;
    this.status = result.status;
    this.requestId = result.requestId;
    this.attempts = attempts;
  }
}

/** What `execute` gives: the answer as it came. */
export interface ExecutionResult<Result> extends ResponseInfo {
  /** Null when there is nothing of it. */
  readonly data: Result | null;
  /** Empty when all went well. */
  readonly errors: readonly GraphQLFormattedError[];
}

/** A connection says that there is a next page, but its cursor does not lead to one. */
export class PaginationError extends CapexgraphError {
  override readonly name = 'PaginationError';
}
