import type { Budget } from '../graphql/budget.ts';

/** Whether a request's `extensions` ask what it costs. */
export function asksForCost(extensions: unknown): boolean {
  return (extensions as { cost?: unknown } | null | undefined)?.cost === true;
}

/** A result that says what it cost and what it might have, in units of the cost of queries and in bytes by estimate. */
export function withCost(result: object, { spent, limit }: Budget): object {
  const cost = {
    units: Math.ceil(spent.micros),
    maxUnits: limit.micros,
    estimatedBytes: Math.ceil(spent.bytes),
    maxBytes: limit.bytes,
  };
  return { ...result, extensions: { cost } };
}
