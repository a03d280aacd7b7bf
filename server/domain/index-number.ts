import type { Amount, Growth } from './amount.ts';
import { type Bounds, including, quotient, scaled } from './bounds.ts';
import type { Gap } from './gap.ts';
import type { Quality } from './vocabulary.ts';

/** What an index is in its base. */
const BASE = 100;

/** An amount in percent of what it was in a base period, before it or after it: to / from × 100, like for like. */
export class IndexNumber {
  constructor(
    /** From the base to the amount. */
    readonly growth: Growth,
  ) {}

  /** The amount of the base. */
  get from(): Amount {
    return this.growth.from;
  }

  get to(): Amount {
    return this.growth.to;
  }

  /** 157.1 is 57.1 % more than in the base. */
  get value(): number | null {
    const { growth, from, to } = this;
    return growth.value === null ? null : (to.value()! / from.value()!) * BASE;
  }

  get quality(): Quality | null {
    return this.growth.quality;
  }

  get bounds(): Bounds | null {
    const { value, from, to } = this;
    if (value === null || !from.bounds || !to.bounds) return null;
    const times = quotient(to.bounds, from.bounds);
    return times && including(value, scaled(times, BASE));
  }

  get missing(): readonly Gap[] {
    return this.growth.missing;
  }
}
