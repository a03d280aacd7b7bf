import { atMost } from '../store/at-most.ts';

/** As many as this do much at once. More would all be done later, and each keeps what it has so far in memory. */
const MOST_AT_ONCE = 4;

const amongOthers = atMost(MOST_AT_ONCE);

/** The place of a request among those that do much at once; one that does little takes none. */
export class Place {
  #taken: Promise<void> | undefined;
  #isLeft = false;
  /** Whether it wants one and has none yet. */
  isWaiting = false;
  #leave = () => {};

  /** Until there is one; those who came before have it first. */
  take(): Promise<void> {
    this.#taken ??= new Promise((resolve) => {
      this.isWaiting = true;
      void amongOthers(() => {
        this.isWaiting = false;
        resolve();
        return this.#untilLeft();
      });
    });
    return this.#taken;
  }

  /** Gives it to the next, or makes it not wait for one; once the request is answered. */
  leave(): void {
    this.#isLeft = true;
    this.#leave();
  }

  async #untilLeft(): Promise<void> {
    if (this.#isLeft) return;
    await new Promise<void>((resolve) => {
      this.#leave = resolve;
    });
  }
}
