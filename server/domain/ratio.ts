import { type Amount, weakest } from './amount.ts';
import { explainRatio } from './explanation.ts';
import type { Gap } from './gap.ts';
import type { Quality, Span } from './vocabulary.ts';

/** One amount over another of the same window (rule 7). */
export class Ratio {
  constructor(
    readonly numerator: Amount,
    readonly denominator: Amount,
  ) {}

  /** A fraction: 1.21 is 121 %. */
  get value(): number | null {
    return quotient(this.numerator, this.denominator);
  }

  get quality(): Quality | null {
    return this.value === null ? null : weakest(this.numerator.quality, this.denominator.quality);
  }

  /** Change in percentage points, each amount like for like; null where one cannot be compared. */
  change(span: Span): number | null {
    const numerator = this.numerator.growth(span);
    const denominator = this.denominator.growth(span);
    if (numerator.obstacles || denominator.obstacles) return null;
    const now = quotient(numerator.to, denominator.to);
    const then = quotient(numerator.from, denominator.from);
    return now === null || then === null ? null : (now - then) * 100;
  }

  get missing(): readonly Gap[] {
    if (this.value !== null) return [];
    const missing = [...this.numerator.missing, ...this.denominator.missing];
    return missing.length > 0 ? missing : this.denominator.gaps('NOT_MEANINGFUL');
  }

  get explanation(): string {
    return explainRatio(this);
  }
}

function quotient(numerator: Amount, denominator: Amount): number | null {
  const over = numerator.value();
  const under = denominator.value();
  return over === null || under === null || under === 0 ? null : over / under;
}
