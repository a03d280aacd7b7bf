import { performance } from 'node:perf_hooks';
import type { Pool, PoolClient } from 'pg';
import { NEW_VERSION } from '../database/channels.ts';
import { DatabaseOutage } from '../database/outage.ts';
import { sever } from '../database/sever.ts';
import { withTimeout } from '../database/timeout.ts';
import { Routine } from './routine.ts';

/** How long after it failed it is tried again. */
const AGAIN_MS = 2_000;

/** How long the database may take to agree. */
const LISTEN_MS = 3_000;

/** How long an import may be known before it is heard of. */
const LATE_MS = 1_000;

const NEWEST = 'select coalesce(max(id), 0) as id from import';

export interface ListenerOptions {
  /** An import has been committed, whichever process made it. */
  onImport(): void;
  /** Imports are not heard of, and why: a standby has no LISTEN, some poolers hand it on to nobody, connections go silent. */
  onDeaf(reason: string): void;
}

/**
 * Hears of imports by LISTEN as soon as they are committed, where it can. That it does not hear of one that is there is a sign that
 * it hears nothing; then it begins anew. It says once that it is deaf, until it has heard again.
 */
export class Listener {
  readonly #pool: Pool;
  readonly #options: ListenerOptions;
  readonly #listening: Routine;
  #isOpen = true;
  #client: PoolClient | undefined;
  #isDeaf = false;
  /** The newest import that it heard of, or that was there when it began to. */
  #heard = 0;
  #missed: { readonly importId: number; readonly since: number } | undefined;

  constructor(pool: Pool, options: ListenerOptions) {
    this.#pool = pool;
    this.#options = options;
    this.#listening = new Routine(
      () => this.#listen().catch((error) => this.#fail(error)),
      AGAIN_MS,
    );
  }

  /** Tells it which import is the newest. */
  compare(importId: number): void {
    if (!this.#client) return;
    if (this.#missed && this.#missed.importId > this.#heard) {
      if (performance.now() - this.#missed.since > LATE_MS) this.#fall('an import was not told');
    } else {
      const since = performance.now();
      this.#missed = importId > this.#heard ? { importId, since } : undefined;
    }
  }

  async stop(): Promise<void> {
    this.#isOpen = false;
    this.#client?.emit('end');
    await this.#listening.stop();
  }

  async #listen(): Promise<void> {
    const client = await this.#pool.connect();
    const lost = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    try {
      client.on('notification', ({ payload }) => this.#hear(Number(payload)));
      await client.query(withTimeout(`listen ${NEW_VERSION}`, LISTEN_MS));
      const { rows } = await client.query<{ id: number }>(withTimeout(NEWEST, LISTEN_MS));
      this.#heard = Math.max(this.#heard, rows[0]!.id);
      this.#client = client;
      if (this.#isOpen) await lost;
    } finally {
      this.#client = undefined;
      this.#heard = 0;
      this.#missed = undefined;
      // So that nobody gets a connection that still listens.
      sever(client);
      client.release(true);
    }
  }

  #hear(importId: number): void {
    this.#heard = importId;
    this.#isDeaf = false;
    this.#options.onImport();
  }

  #fall(reason: string): void {
    this.#say(reason);
    this.#client?.emit('end');
  }

  #fail(error: Error): void {
    // That it does not answer at all is said by whoever watches it.
    if (!(error instanceof DatabaseOutage)) this.#say(error.message);
  }

  #say(reason: string): void {
    if (this.#isOpen && !this.#isDeaf) this.#options.onDeaf(reason);
    this.#isDeaf = true;
  }
}
