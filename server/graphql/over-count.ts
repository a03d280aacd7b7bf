import type { Span as DomainSpan } from '../domain/vocabulary.ts';
import { builder } from './builder.ts';
import { Span } from './enums.ts';
import { badUserInput } from './errors.ts';

/** How many quarters growth and change may look back. */
const MAX_QUARTERS = 200;

/** The arguments of growth and change. */
export const overCount = builder.args((t) => ({
  over: t.field({ type: Span, required: true, description: 'What to compare with.' }),
  count: t.int({
    required: true,
    defaultValue: 1,
    description: `Over how many of them, 1 or more; ${MAX_QUARTERS} quarters at most.`,
  }),
}));

/** The count as it was given. Throws BAD_USER_INPUT below one, and for what is too far back. */
export function countOf(over: DomainSpan, count: number): number {
  if (count >= 1 && count * over <= MAX_QUARTERS) return count;
  throw badUserInput(`count takes a number from 1 to ${MAX_QUARTERS / over} here, not ${count}.`, {
    argument: 'count',
  });
}
