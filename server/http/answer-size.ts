import { tooLarge } from '../graphql/budget.ts';
import type { Cost } from '../graphql/cost-weights.ts';
import { answerOf } from './error-answer.ts';
import type { GraphQLAnswer } from './exchange.ts';

/** The answer, or the refusal of one that is larger than it may be, whatever was estimated. */
export function withinSize(answer: GraphQLAnswer, limit: Cost): GraphQLAnswer {
  const { length: bytes } = answer.body;
  if (bytes <= limit.bytes) return answer;
  const { cost } = answer;
  return { ...answerOf(tooLarge({ micros: 0, bytes }, limit)), cost };
}
