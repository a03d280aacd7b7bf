import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** How long work holds up other requests at a time, in milliseconds. */
const TURN = 10;

/** Long work that lets other requests have their turn, by the time that it has taken. */
export class Pace {
  #since = performance.now();

  /** Lets others have their turn if they have waited for it. */
  async rest(): Promise<void> {
    if (performance.now() - this.#since < TURN) return;
    await setImmediate();
    this.#since = performance.now();
  }
}
