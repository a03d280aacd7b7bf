import { type CapexgraphError, HttpError, NetworkError } from './errors.ts';
import type { RetryOptions } from './options.ts';

/**
 * How long to wait before the next attempt, in milliseconds; undefined when there is to be none.
 */
export function pauseAfter(
  error: CapexgraphError,
  { retries = 2, baseMs = 250, maxMs = 8_000 }: RetryOptions,
): number | undefined {
  const isWorthIt =
    error instanceof NetworkError || (error instanceof HttpError && isTemporary(error.status));
  if (!isWorthIt || error.attempts > retries) return undefined;
  // Clients that failed together should not come back together.
  const backoff = Math.random() * Math.min(maxMs, baseMs * 2 ** (error.attempts - 1));
  return (error as HttpError).retryAfterMs ?? backoff;
}

/** Whether the same request may do better later, going by the status. */
export function isTemporary(status: number): boolean {
  return [408, 429, 502, 503, 504].includes(status);
}

/** `Retry-After`, in seconds or as a date, in milliseconds from now. */
export function parseRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Math.max(0, Date.parse(header) - Date.now()) : seconds * 1_000;
  return ms >= 0 ? ms : undefined;
}

/** Waits; resolves early when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
