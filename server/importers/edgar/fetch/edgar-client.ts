import { setTimeout as sleep } from 'node:timers/promises';
import type { FileCache } from './file-cache.ts';
import { waitAsked } from './retry-after.ts';

/** Where and how the SEC's files are asked for. */
export interface EdgarOptions {
  /** Who asks, with an address: the SEC refuses requests that do not say so. */
  readonly contact: string;
  /** The folder that has `CIK##########.json`; a mirror may stand in for the SEC. */
  readonly baseUrl: string;
  /** What was fetched before, so that only what changed since is sent again. */
  readonly cache: FileCache;
  /** How long one answer may take, from the request to its last byte. */
  readonly timeoutMs?: number;
  /** The first wait before a request is sent again; it doubles each time. */
  readonly backoffMs?: number;
  onRetry?(line: string): void;
}

export const SEC = 'https://data.sec.gov/api/xbrl/companyfacts';

/** The SEC allows ten requests a second; some distance keeps jitter from crossing that. */
const REQUESTS_PER_SECOND = 8;
const ATTEMPTS = 5;
/** Longer than this is a job for tomorrow, not for waiting. */
const LONGEST_WAIT_MS = 120_000;

type Outcome =
  | { readonly text: string }
  | { readonly reason: string; readonly again: boolean; readonly waitMs?: number };

/** Fetches companyfacts files one after the other, politely. */
export class EdgarClient {
  readonly #options: EdgarOptions;
  #nextTurn = 0;

  constructor(options: EdgarOptions) {
    this.#options = options;
  }

  /** The file of a company, by its CIK of ten digits. Throws an error that says what is wrong and how to mend it. */
  async companyfacts(cik: string): Promise<string> {
    const name = `CIK${cik}.json`;
    const { backoffMs = 1_000, onRetry } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#ask(name);
      if ('text' in outcome) return outcome.text;
      const {
        reason,
        again,
        waitMs = backoffMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2),
      } = outcome;
      if (!again) throw new Error(reason);
      if (attempt === ATTEMPTS) throw new Error(`${reason}, ${ATTEMPTS} times; try again later`);
      if (waitMs > LONGEST_WAIT_MS) {
        throw new Error(`${reason}, and asks to wait ${Math.ceil(waitMs / 60_000)} minutes`);
      }
      onRetry?.(`${name}: ${reason}; asking again in ${(waitMs / 1000).toFixed(1)} s`);
      await sleep(waitMs);
    }
  }

  async #ask(name: string): Promise<Outcome> {
    await this.#turn();
    const { contact, baseUrl, cache, timeoutMs = 60_000 } = this.#options;
    const cached = await cache.read(name);
    try {
      const response = await fetch(`${baseUrl}/${name}`, {
        headers: { 'user-agent': contact, accept: 'application/json', ...cached?.conditions },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 304 && cached) return { text: await cached.text() };
      // Reads to the end in any case, so that the connection can be used again.
      const text = await response.text();
      if (!response.ok) return refused(response);
      // An answer of another kind is refused by whoever reads it; it must not be cached.
      if (text.trimStart().startsWith('{')) await cache.write(name, text, response.headers);
      return { text };
    } catch (error) {
      return { reason: describeFailure(error, timeoutMs), again: true };
    }
  }

  /** Waits until the next request may be sent. */
  async #turn(): Promise<void> {
    const turn = Math.max(Date.now(), this.#nextTurn);
    this.#nextTurn = turn + 1000 / REQUESTS_PER_SECOND;
    await sleep(turn - Date.now());
  }
}

function refused({ status, headers }: Response): Outcome {
  if (status === 404) return { reason: 'EDGAR has no companyfacts for this CIK', again: false };
  if (status === 403) {
    return {
      reason:
        'EDGAR refuses the request (403): it wants a --contact with an address, and at most ten requests a second from all of your programs',
      again: false,
    };
  }
  const again = status === 429 || status >= 500;
  return { reason: `EDGAR answers with status ${status}`, again, waitMs: waitAsked(headers) };
}

function describeFailure(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return `no whole answer within ${timeoutMs / 1000} s`;
  const { cause } = error;
  return `the connection failed (${cause instanceof Error && cause.message ? cause.message : error.message})`;
}
