/** Work that is done again and again, some time after the last time, and at once where there is a reason to. */
export class Routine {
  readonly #work: () => Promise<void>;
  readonly #pauseMs: number;
  readonly #running: Promise<void>;
  #isOpen = true;
  #isDue = true;
  #wake = () => {};

  /** @param work never fails */
  constructor(work: () => Promise<void>, pauseMs: number) {
    this.#work = work;
    this.#pauseMs = pauseMs;
    this.#running = this.#run();
  }

  /** Has it done as soon as it is not being done any more. */
  hurry(): void {
    this.#isDue = true;
    this.#wake();
  }

  /** Ends once it is not being done any more. */
  stop(): Promise<void> {
    this.#isOpen = false;
    this.#wake();
    return this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isOpen) {
      if (!this.#isDue) await this.#pause();
      if (!this.#isOpen) return;
      this.#isDue = false;
      await this.#work();
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#pauseMs);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
