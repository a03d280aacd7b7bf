/** What a client may still ask for. */
export interface Allowance {
  readonly isAllowed: boolean;
  /** What is left, rounded down. */
  readonly left: number;
  /** Seconds until all of it is there again, and until this request would have been allowed; rounded up. */
  readonly fullIn: number;
  readonly retryIn: number;
}

/** How many seconds' worth a client may ask for at once. */
export const BURST_SECONDS = 5;

/** The clients that are remembered; the one that was here longest ago makes room. */
const MAX_CLIENTS = 100_000;

interface Bucket {
  left: number;
  /** In seconds. */
  readAt: number;
}

/** Shares the server between clients: each may ask for so much cost a second, and for some seconds' worth at once. */
export class RateLimit {
  /** What each may ask for at once. */
  readonly burst: number;
  readonly #perSecond: number;
  readonly #seconds: () => number;
  /** In the order in which clients were here last. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(perSecond: number, seconds = () => performance.now() / 1_000) {
    this.#perSecond = perSecond;
    this.burst = perSecond * BURST_SECONDS;
    this.#seconds = seconds;
  }

  /** Takes a request's cost off what a client may ask for; a request that is not allowed costs nothing. */
  take(client: string, cost: number): Allowance {
    const bucket = this.#fill(client);
    const isAllowed = bucket.left >= Math.min(cost, this.burst);
    if (isAllowed) bucket.left -= cost;
    const retryIn = isAllowed
      ? 0
      : Math.max(1, this.#secondsTo(bucket, Math.min(cost, this.burst)));
    return { isAllowed, retryIn, ...this.#state(bucket) };
  }

  /** Takes what a request turned out to cost off what its client may ask for next; the client may owe some of it. */
  charge(client: string, cost: number): Pick<Allowance, 'left' | 'fullIn'> {
    const bucket = this.#fill(client);
    bucket.left -= cost;
    return this.#state(bucket);
  }

  /** How many clients are remembered. */
  get clients(): number {
    return this.#buckets.size;
  }

  #state(bucket: Bucket) {
    const left = Math.max(0, Math.floor(bucket.left));
    return { left, fullIn: this.#secondsTo(bucket, this.burst) };
  }

  #secondsTo({ left }: Bucket, level: number): number {
    return Math.ceil((level - left) / this.#perSecond);
  }

  #fill(client: string): Bucket {
    const now = this.#seconds();
    const before = this.#buckets.get(client);
    const gained = before ? (now - before.readAt) * this.#perSecond : this.burst;
    const bucket = { left: Math.min(this.burst, (before?.left ?? 0) + gained), readAt: now };
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    if (this.#buckets.size > MAX_CLIENTS) this.#buckets.delete(this.#buckets.keys().next().value!);
    return bucket;
  }
}
