/** As many as this do much at once. More would all be done later, and each keeps what it has so far in memory. */
const MOST_AT_ONCE = 4;

let taken = 0;
/** Those that wait for one, by whose they are; whose turn is next stands first. */
const waiting = new Map<string, (() => void)[]>();

/** The place of a request among those that do much at once; one that does little takes none. */
export class Place {
  #isTaken = false;
  /** Whether the request is answered: what goes on of it takes no place that nobody would leave. */
  #isOver = false;
  /** Whether it is known to do little, as it did before. */
  isKnownSmall = false;
  /** Whether there was none when it was to take one: all that it has so far is for nothing, and it begins again in one. */
  isMissed = false;

  constructor(readonly client: () => string) {}

  /** Takes one, where one is free; says whether it has one. */
  take(): boolean {
    if (this.#isTaken) return true;
    if (this.#isOver) return false;
    if (this.isMissed || taken === MOST_AT_ONCE) {
      this.isMissed = true;
      return false;
    }
    taken++;
    this.#isTaken = true;
    return true;
  }

  /**
   * Until it has one, or has waited for so many milliseconds; whether it has. Clients have them in turn, and of one client
   * those who came before have them first.
   */
  async wait(ms: number): Promise<boolean> {
    if (taken < MOST_AT_ONCE) taken++;
    else if (!(await turnFor(this.client(), ms))) return false;
    this.#isTaken = true;
    this.isMissed = false;
    return true;
  }

  /** Gives it to the next, if it has one; for good. */
  leave(): void {
    this.#isOver = true;
    if (!this.#isTaken) return;
    this.#isTaken = false;
    const [next] = waiting;
    if (!next) {
      taken--;
      return;
    }
    const [name, own] = next;
    waiting.delete(name);
    const goOn = own.shift()!;
    if (own.length > 0) waiting.set(name, own);
    goOn();
  }
}

function turnFor(name: string, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      resolve(true);
    };
    const timer = setTimeout(() => {
      const others = waiting.get(name)!.filter((each) => each !== goOn);
      if (others.length > 0) waiting.set(name, others);
      else waiting.delete(name);
      resolve(false);
    }, ms);
    const own = waiting.get(name);
    if (own) own.push(goOn);
    else waiting.set(name, [goOn]);
  });
}
