import type { Evidence } from './evidence.ts';

/** What became of a published statement. */
const VERDICTS = ['REPRODUCED', 'APPROXIMATE', 'CONTRADICTED', 'NOT_CHECKABLE'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * A published statement, and how it is worked out again from the filings.
 */
export interface Claim {
  readonly slug: string;
  /** In our own words. */
  readonly statement: string;
  /** The figure as printed, in `unit`; null for a statement without one. */
  readonly published: number | null;
  readonly unit: '%' | 'percentage points' | 'USD bn';
  /** The figure from the filings, in `unit`; null where an input is missing. */
  measure(evidence: Evidence): number | null;
  /** Whether a statement without a figure of its own holds; or that an input is not public. */
  holds?(evidence: Evidence): boolean | 'not checkable';
  /** What reproduces it, or why nothing does, as a sentence; asked for only where the figure is known. */
  finding(then: Evidence, today: Evidence, verdict: Verdict): string;
  /** A GraphQL document that shows the working. */
  readonly query: string;
}

/** What reproduces a claim, or why nothing does, as a sentence that holds whatever the figures are. */
export function explain(claim: Claim, then: Evidence, today: Evidence): string {
  if (claim.measure(then) === null) {
    return 'The documents that were public when the claim was made do not give the figure.';
  }
  return claim.finding(then, today, judge(claim, then));
}

/** How far a figure may lie from the printed one to be called approximate. */
const TOLERANCE = 0.05;

/** The verdict on a claim, by what was known when it was published. */
export function judge(claim: Claim, evidence: Evidence): Verdict {
  const computed = claim.measure(evidence);
  const holds = claim.holds?.(evidence);
  if (computed === null || holds === 'not checkable') return 'NOT_CHECKABLE';
  if (holds !== undefined) return holds ? 'REPRODUCED' : 'CONTRADICTED';
  return compare(computed, claim.published!);
}

/** Compares a figure with a printed one: equal to the printed digit, near, or neither. */
function compare(computed: number, published: number): Verdict {
  const decimals = String(published).split('.')[1]?.length ?? 0;
  if (Number(computed.toFixed(decimals)) === published) return 'REPRODUCED';
  const distance = Math.abs(computed - published) / Math.abs(published);
  return distance <= TOLERANCE ? 'APPROXIMATE' : 'CONTRADICTED';
}
