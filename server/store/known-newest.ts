import type { NewestImport } from './newest-import.ts';

/** What a database says of how far it is. */
type Found = Omit<NewestImport, 'importId' | 'version'>;

/** How long figures count as the newest that there are, where they are looked for every second. */
export const FRESH_MS = 3_000;

/**
 * Until when a database is known to have had the newest import. A primary has it whenever it is asked; a standby, connected or not,
 * has it as of the moment up to which it was sent what its primary did, and has replayed it.
 */
export class KnownNewest {
  #until: Date;
  /** What it had been sent at a time, and has not replayed. */
  #sent: { readonly at: Date; readonly received: number } | undefined;
  #heardAt: Date | null = null;

  constructor(until: Date) {
    this.#until = until;
  }

  get until(): Date {
    return this.#until;
  }

  /** Takes in what a database says that was asked at a time; gives what keeps a standby from being up to date. */
  see(found: Found, at: Date): string | undefined {
    if (!found.isStandby) {
      this.#sent = undefined;
      this.#until = at;
      return undefined;
    }
    const hindrance = found.isConnected ? this.#follow(found, at) : this.#loseTouch();
    // It has all that its primary had committed when it committed that.
    if (found.replayedAt) this.#later(found.replayedAt < at ? found.replayedAt : at);
    return hindrance;
  }

  #follow({ received, replayed, heardAt }: Found, at: Date): string | undefined {
    this.#heardAt = heardAt;
    if (this.#sent && replayed >= this.#sent.received) {
      this.#later(this.#sent.at);
      this.#sent = undefined;
    }
    if (replayed < received) {
      this.#sent ??= { at, received };
      return 'it has not replayed what it was sent; is its replay paused, or delayed?';
    }
    this.#later(at);
    return undefined;
  }

  /** A connection is silent for a while until it counts as lost. */
  #loseTouch(): string {
    if (this.#heardAt && this.#heardAt < this.#until) this.#until = this.#heardAt;
    this.#heardAt = null;
    this.#sent = undefined;
    return 'it is not connected to its primary';
  }

  #later(until: Date): void {
    if (until > this.#until) this.#until = until;
  }
}
