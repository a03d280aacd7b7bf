import { type ExecutionResult, HttpError, NetworkError, RateLimitError } from './errors.ts';
import type { Fetch } from './options.ts';
import { isTemporary, parseRetryAfter } from './retry.ts';

/** Sends one request; throws unless a GraphQL response comes back. */
export async function exchange(
  fetch: Fetch,
  url: URL,
  init: RequestInit,
): Promise<ExecutionResult<unknown>> {
  // Without the question, which may be long.
  const place = url.origin + url.pathname;
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, init);
    text = await response.text();
  } catch (error) {
    throw new NetworkError(`Cannot reach ${place}: ${reasonOf(error)}`, { cause: error });
  }
  const { status, headers } = response;
  const requestId = headers.get('x-request-id') ?? undefined;
  const result = parse(text);
  if (result && !isTemporary(status)) {
    return { data: result.data ?? null, errors: result.errors ?? [], status, requestId };
  }
  const body = text.slice(0, 200);
  const type = headers.get('content-type') ?? 'no content type';
  throw new (status === 429 ? RateLimitError : HttpError)(
    result?.errors?.[0]
      ? `${place} answered ${status}: ${result.errors[0].message}`
      : `${place} answered ${status} and no GraphQL (${type}): ${body}`,
    { status, requestId, body, retryAfterMs: parseRetryAfter(headers.get('retry-after')) },
  );
}

function parse(text: string): Partial<ExecutionResult<unknown>> | undefined {
  try {
    const result = JSON.parse(text);
    if (Array.isArray(result?.errors) ? result.errors[0] : result?.data) return result;
  } catch {}
  return undefined;
}

/** Node says "fetch failed", and what failed in the cause. */
function reasonOf(error: unknown): unknown {
  const { message, cause } = error as Error;
  return (cause as Error | undefined)?.message || message;
}
