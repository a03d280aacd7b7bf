/** How a client reaches the API. */
export interface ClientOptions {
  /** Where the API is, e.g. `https://example.org/graphql`; in a page, `/graphql` will do. */
  url: string | URL;
  /**
   * `POST` sends every request as one. `GET` sends what it can in the address, so that browsers and
   * shared caches keep the answers and no preflight is needed: by the document's id, or its text
   * where the server does not know the id, and by POST what would be longer than 4,096 characters.
   * @default 'GET'
   */
  method?: 'GET' | 'POST' | undefined;
  /**
   * Sends the requests; give your own to log, to cache or to add what your platform knows.
   * @default globalThis.fetch
   */
  fetch?: Fetch | undefined;
  /**
   * Headers of every request; a function is asked anew each time, e.g. for a token that expires.
   */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>) | undefined;
  /**
   * The longest that a call may take, retries and the pauses between them included, in
   * milliseconds; `Infinity` for as long as it takes.
   * @default 15000
   */
  timeoutMs?: number | undefined;
  /** Whether and how a failed request is tried again; `false` for never. */
  retry?: RetryOptions | false | undefined;
}

/** What one call does differently from the others of its client. */
export interface CallOptions {
  /** Stops the call; it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  /** As the client's. */
  timeoutMs?: number | undefined;
  /** As the client's. */
  retry?: RetryOptions | false | undefined;
  /** Headers of this call, over the client's. */
  headers?: HeadersInit | undefined;
  /**
   * Answers from this version of the dataset or not at all, as `dataset` names it. The address has it,
   * so browsers and caches keep the answer for good. A server with another version refuses with the
   * code VERSION_GONE.
   */
  version?: string | undefined;
}

/**
 * A query is tried again after a failure of the network and after the statuses 408, 429, 502, 503
 * and 504; a mutation never is. `Retry-After` is honoured, in seconds or as a date. Without it, the
 * pause is a random part of `baseMs`, then of twice that, and so on up to `maxMs`. A pause that
 * would not end in time is not made: the error is thrown at once.
 */
export interface RetryOptions {
  /**
   * How often, after the first attempt.
   * @default 2
   */
  retries?: number | undefined;
  /**
   * The longest first pause, in milliseconds.
   * @default 250
   */
  baseMs?: number | undefined;
  /**
   * The longest later pause, in milliseconds. `Retry-After` may ask for a longer one.
   * @default 8000
   */
  maxMs?: number | undefined;
}

/** As much of `fetch` as the client uses. */
export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** What the constructor of `Headers` takes. */
export type HeadersInit = NonNullable<ConstructorParameters<typeof Headers>[0]>;
