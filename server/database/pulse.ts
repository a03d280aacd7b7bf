import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseOutage, databaseFaultOf } from './outage.ts';

/** Time is counted in turns of the event loop: while this process is busy itself, nothing takes long. */
const TURN_MS = 100;

/** How long a question may take before the database is asked whether it is there at all. */
const PATIENCE_MS = 1_000;
const PATIENCE = PATIENCE_MS / TURN_MS;

/** How often it is asked while it does not answer. While it does, whoever needs it notices when it does not. */
const RETRY_MS = 250;

/** Whom the pulse tells, and how it feels it. */
export interface PulseOptions {
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
  #proofs = 0;
  #lockedAt = 0;
  #isChecking = false;
  #isOpen = true;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  /** When the database answered last, while it does not; undefined while it does. */
  get lostAt(): Date | undefined {
    return this.#outage && new Date(this.#answeredAt);
  }

  /**
   * Asks the database; throws `DatabaseOutage` as soon as it is clear that there will be no answer. The question is told how
   * to find out whether anybody still waits for it.
   * @param isProof whether its answer is the database's; a connection that was there already may lead to one that is gone
   */
  ask<Answer>(
    question: (isWanted: () => boolean) => Promise<Answer>,
    isProof = true,
  ): Promise<Answer> {
    if (this.#outage) return Promise.reject(this.#outage);
    return new Promise((resolve, reject) => {
      let turns = 0;
      let inVain = 0;
      let answers = this.#answers;
      const timer = setInterval(() => {
        if (++turns % PATIENCE === 0) this.#check();
        inVain = this.#answers === answers || this.#isLocked() ? inVain + 1 : 0;
        answers = this.#answers;
        // Behind those that wait for a lock, a question may have waited once already.
        const isEnough = inVain >= (this.#isLocked() ? 1 : 2) * PATIENCE;
        if (isEnough && this.#options.isCrowded()) refuse(new DatabaseOutage('Too many wait.'));
      }, TURN_MS);
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
      question(() => this.#waiting.has(refuse)).then(
        (answer) => {
          done();
          this.#answers++;
          if (isProof) {
            this.#proofs++;
            this.#answeredAt = Date.now();
          }
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
    const proofs = this.#proofs;
    let turns = 0;
    const timer = setInterval(() => turns++, TURN_MS);
    try {
      await this.#options.ping();
      this.#answeredAt = Date.now();
      if (this.#outage) this.#options.onBack();
      this.#outage = undefined;
      return true;
    } catch (error) {
      // It answers others; or this process was too busy itself to see an answer that was there in time.
      const missed = (performance.now() - start) / TURN_MS - turns;
      const isInDoubt = this.#proofs !== proofs || missed > PATIENCE / 2;
      if (!this.#outage && !isInDoubt && this.#isOpen) this.#lose(error as Error);
      return false;
    } finally {
      clearInterval(timer);
    }
  }

  #lose(error: Error): void {
    this.#outage = new DatabaseOutage(`The database does not answer: ${error.message}`);
    this.#refuse(this.#outage);
    this.#options.onLost(error);
  }
}
