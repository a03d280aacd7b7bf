/** What a value lies between; the two are equal where it is exactly known. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A value known to within so much. */
export function around(value: number, rounding: number): Bounds {
  return { low: value - rounding, high: value + rounding };
}

export function scaled({ low, high }: Bounds, factor: number): Bounds {
  return { low: low * factor, high: high * factor };
}

export function sum(all: readonly Bounds[]): Bounds {
  return all.reduce((a, b) => ({ low: a.low + b.low, high: a.high + b.high }));
}

export function difference(a: Bounds, b: Bounds): Bounds {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** One over another; null where the other may be zero or less, since there is no end to what that leaves open. */
export function quotient(over: Bounds, under: Bounds): Bounds | null {
  if (under.low <= 0) return null;
  return {
    low: over.low / (over.low < 0 ? under.low : under.high),
    high: over.high / (over.high < 0 ? under.high : under.low),
  };
}

/** The same with a value that was worked out otherwise between them: doubles may stray by a last digit. */
export function including(value: number, { low, high }: Bounds): Bounds {
  return { low: Math.min(low, value), high: Math.max(high, value) };
}
