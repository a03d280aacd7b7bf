import { CapexgraphError, type ExecutionResult, TimeoutError } from './errors.ts';
import { exchange } from './exchange.ts';
import type { CallOptions, ClientOptions } from './options.ts';
import { type Outgoing, questionOf } from './requests.ts';
import { pause, pauseAfter } from './retry.ts';

/** An answer, and how often it was asked for. */
export interface Sent {
  readonly result: ExecutionResult<unknown>;
  readonly attempts: number;
}

/** Longer delays are none: timers take 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Sends a document and its variables, again where that may help, until the time is up or the caller
 * stops it.
 */
export async function send(
  client: ClientOptions,
  document: object,
  variables: unknown,
  call: CallOptions = {},
): Promise<Sent> {
  const question = questionOf(client, document, variables, call.version);
  const timeoutMs = call.timeoutMs ?? client.timeoutMs ?? 15_000;
  const retry = question.isMutation ? false : (call.retry ?? client.retry ?? {});
  const deadline = performance.now() + timeoutMs;
  const controller = new AbortController();
  const { signal } = controller;
  let attempts = 0;

  const attempt = async (): Promise<Sent> => {
    for (;;) {
      attempts++;
      try {
        const outgoing = question.outgoing();
        const init = { ...(await initOf(outgoing, client, call)), signal };
        const result = await exchange(client.fetch ?? fetch, outgoing.url, init);
        if (!question.isUnknown(outgoing, result)) return { result, attempts };
        attempts--;
      } catch (error) {
        if (!(error instanceof CapexgraphError)) throw error;
        error.attempts = attempts;
        const ms = retry ? pauseAfter(error, retry) : undefined;
        if (ms === undefined || signal.aborted || performance.now() + ms >= deadline) throw error;
        await pause(ms, signal);
        if (signal.aborted) throw error;
      }
    }
  };

  // A `fetch` that overlooks the signal must not hold up the caller.
  let stop: (reason: unknown) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = (reason) => {
      reject(reason);
      controller.abort(reason);
    };
  });
  call.signal?.throwIfAborted();
  const onAbort = () => stop(call.signal?.reason);
  call.signal?.addEventListener('abort', onAbort);
  const onTimeout = () => stop(new TimeoutError(timeoutMs, attempts));
  const timer = timeoutMs <= LONGEST_TIMER_MS ? setTimeout(onTimeout, timeoutMs) : undefined;
  try {
    return await Promise.race([attempt(), stopped]);
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener('abort', onAbort);
  }
}

async function initOf(
  { body }: Outgoing,
  client: ClientOptions,
  call: CallOptions,
): Promise<RequestInit> {
  const { headers } = client;
  const all = new Headers(typeof headers === 'function' ? await headers() : headers);
  new Headers(call.headers).forEach((value, name) => {
    all.set(name, value);
  });
  all.set('accept', 'application/graphql-response+json, application/json;q=0.9');
  if (body === undefined) return { method: 'GET', headers: all };
  all.set('content-type', 'application/json');
  return { method: 'POST', headers: all, body };
}
