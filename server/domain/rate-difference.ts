import { type Bounds, difference, including } from './bounds.ts';
import { distinct, type Gap } from './gap.ts';
import { weakest } from './quality.ts';
import type { Quality } from './vocabulary.ts';

/** A ratio or a growth rate. */
interface Rate {
  readonly value: number | null;
  readonly quality: Quality | null;
  readonly bounds: Bounds | null;
  readonly missing: readonly Gap[];
}

/** A rate less another one. */
export abstract class RateDifference<R extends Rate> {
  constructor(
    protected readonly less: R,
    protected readonly rate: R,
    /** What keeps the two from being compared; absent when they are like for like. */
    protected readonly obstacles?: () => readonly Gap[],
  ) {}

  /** A fraction: from 1.02 to 1.21 is 0.19. */
  get value(): number | null {
    if (this.obstacles) return null;
    const [less, rate] = [this.less.value, this.rate.value];
    return less === null || rate === null ? null : rate - less;
  }

  /** The same in percentage points: 19. */
  get points(): number | null {
    const { value } = this;
    return value === null ? null : value * 100;
  }

  get quality(): Quality | null {
    return this.value === null ? null : weakest(this.less.quality, this.rate.quality);
  }

  get bounds(): Bounds | null {
    const { value } = this;
    const [less, rate] = [this.less.bounds, this.rate.bounds];
    return value === null || !less || !rate ? null : including(value, difference(rate, less));
  }

  get missing(): readonly Gap[] {
    if (this.value !== null) return [];
    return this.obstacles?.() ?? distinct([...this.less.missing, ...this.rate.missing]);
  }
}
