import { type Amount, weakest } from './amount.ts';
import { explainGrowth } from './explanation.ts';
import { distinct, type Gap } from './gap.ts';
import type { Quality } from './vocabulary.ts';

/** How much an amount grew from an earlier one: to / from − 1 (rule 6). */
export class Growth {
  constructor(
    readonly from: Amount,
    readonly to: Amount,
    /** What keeps the two from being compared; absent when they are like for like. */
    readonly obstacles?: () => readonly Gap[],
  ) {}

  /** A fraction: 0.57 is +57 %. */
  get value(): number | null {
    if (this.obstacles) return null;
    const from = this.from.value();
    const to = this.to.value();
    return from === null || to === null || from <= 0 ? null : to / from - 1;
  }

  get quality(): Quality | null {
    return this.value === null ? null : weakest(this.from.quality, this.to.quality);
  }

  get missing(): readonly Gap[] {
    if (this.value !== null) return [];
    const lacking = this.lacking;
    return lacking.length > 0 ? lacking : this.from.gaps('NOT_MEANINGFUL');
  }

  /** The inputs that either amount lacks, or that keep them from being compared. */
  get lacking(): readonly Gap[] {
    return this.obstacles?.() ?? distinct([...this.from.missing, ...this.to.missing]);
  }

  get explanation(): string {
    return explainGrowth(this);
  }
}
