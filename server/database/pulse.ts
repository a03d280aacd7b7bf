import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseOutage, databaseFaultOf } from './outage.ts';

/** How long a question may take before the database is asked whether it is there at all. */
const PATIENCE_MS = 1_000;

/** How often it is asked while it does not answer, and how often while it does. */
const RETRY_MS = 250;
const ROUTINE_MS = 5_000;

/** How much longer than it may a ping takes only where this process had no time for it. */
const BUSY_MS = 400;

/** Whom the pulse tells, and how it feels it. */
export interface PulseOptions {
  /** How long a ping may take. */
  readonly pingMs: number;
  /** Resolves when the database answers, over a connection of its own; rejects when it does not. */
  ping(): Promise<unknown>;
  /** It does not answer: what waits for it will wait in vain. */
  onLost(error: Error): void;
  onBack(): void;
  /** Whether questions wait for their turn. */
  isCrowded(): boolean;
}

/**
 * Knows whether the database answers, so that no question waits for one that does not: one that hangs, one whose network is
 * gone. Questions under way are refused within two seconds, later ones at once, until it answers again.
 */
export class Pulse {
  readonly #options: PulseOptions;
  readonly #waiting = new Set<(outage: DatabaseOutage) => void>();
  #outage: DatabaseOutage | undefined;
  #answeredAt = Date.now();
  #answers = 0;
  #lockedAt = 0;
  #isChecking = false;
  #isOpen = true;

  constructor(options: PulseOptions) {
    this.#options = options;
    void this.#routine();
  }

  /** When the database answered last, while it does not; undefined while it does. */
  get lostAt(): Date | undefined {
    return this.#outage && new Date(this.#answeredAt);
  }

  /** Asks the database; throws `DatabaseOutage` as soon as it is clear that there will be no answer. */
  ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    if (this.#outage) return Promise.reject(this.#outage);
    return new Promise((resolve, reject) => {
      let inVain = 0;
      let answers = this.#answers;
      const timer = setInterval(() => {
        this.#check();
        inVain = this.#answers === answers || this.#isLocked() ? inVain + 1 : 0;
        answers = this.#answers;
        if (inVain >= 2 && this.#options.isCrowded()) refuse(new DatabaseOutage('Too many wait.'));
      }, PATIENCE_MS);
      timer.unref();
      const done = () => {
        clearInterval(timer);
        this.#waiting.delete(refuse);
      };
      const refuse = (outage: DatabaseOutage) => {
        done();
        reject(outage);
      };
      this.#waiting.add(refuse);
      question().then(
        (answer) => {
          done();
          this.#answers++;
          this.#answeredAt = Date.now();
          resolve(answer);
        },
        (error) => {
          done();
          const fault = databaseFaultOf(error);
          if (fault === 'UNAVAILABLE') this.#check();
          if (fault === 'TIMEOUT') this.#lockedAt = Date.now();
          reject(error);
        },
      );
    });
  }

  /** Asks no more; whoever still waits is refused. */
  close(): void {
    this.#isOpen = false;
    this.#refuse(new DatabaseOutage('The connections to the database have been closed.'));
  }

  /** Whether a question has lately waited for a lock in vain, as those behind it will. */
  #isLocked(): boolean {
    return Date.now() - this.#lockedAt < 2 * PATIENCE_MS;
  }

  #refuse(outage: DatabaseOutage): void {
    for (const refuse of [...this.#waiting]) refuse(outage);
  }

  /** Finds out whether the database answers; once at a time. */
  async #check(): Promise<void> {
    if (this.#isChecking) return;
    this.#isChecking = true;
    while (this.#isOpen && !(await this.#feel())) {
      await sleep(RETRY_MS, undefined, { ref: false });
    }
    this.#isChecking = false;
  }

  async #feel(): Promise<boolean> {
    const start = performance.now();
    const answers = this.#answers;
    try {
      await this.#options.ping();
      this.#answeredAt = Date.now();
      if (this.#outage) this.#options.onBack();
      this.#outage = undefined;
      return true;
    } catch (error) {
      // It answers others; or this process was too busy itself to see an answer that was there in time.
      const isInDoubt =
        this.#answers !== answers || performance.now() - start > this.#options.pingMs + BUSY_MS;
      if (!this.#outage && !isInDoubt && this.#isOpen) this.#lose(error as Error);
      return false;
    }
  }

  #lose(error: Error): void {
    this.#outage = new DatabaseOutage(`The database does not answer: ${error.message}`);
    this.#refuse(this.#outage);
    this.#options.onLost(error);
  }

  /** Connections that nobody uses hang unnoticed. */
  async #routine(): Promise<void> {
    while (this.#isOpen) {
      await sleep(ROUTINE_MS, undefined, { ref: false });
      if (this.#isOpen) this.#check();
    }
  }
}
