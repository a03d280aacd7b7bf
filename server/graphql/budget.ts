import { GraphQLError } from 'graphql';
import { AMOUNT_OF_TABLE, type Cost } from './cost-weights.ts';
import type { ErrorCode } from './error-codes.ts';
import { plus, times } from './selection-cost.ts';

/** What the answer to one request may cost, unless a setting says otherwise. */
export const MAX_COST: Cost = { micros: 250_000, bytes: 8_000_000 };

/** Whether a cost is within what one request may cost. */
export function isAffordable({ micros, bytes }: Cost, limit: Cost): boolean {
  return micros <= limit.micros && bytes <= limit.bytes;
}

/** The error that names what is too much, and what would do. */
export function tooLarge({ micros, bytes }: Cost, limit: Cost): GraphQLError {
  const text =
    micros > limit.micros
      ? `costs ${Math.ceil(micros)} units; ${limit.micros} are allowed`
      : `has an answer of about ${Math.ceil(bytes)} bytes; ${limit.bytes} are allowed`;
  return new GraphQLError(
    `The query ${text}. Ask for smaller pages, fewer fields or fewer lists within lists.`,
    { extensions: { code: 'QUERY_TOO_LARGE' satisfies ErrorCode } },
  );
}

/** What a request has cost so far. Lists within lists multiply, whatever the page size. */
export class Budget {
  #spent: Cost = { micros: 0, bytes: 0 };

  constructor(readonly limit: Cost = MAX_COST) {}

  get spent(): Cost {
    return this.#spent;
  }

  /** Takes a cost off the budget; throws QUERY_TOO_LARGE beyond it. */
  spend(cost: Cost): void {
    this.#spent = plus(this.#spent, cost);
    if (!isAffordable(this.#spent, this.limit)) throw tooLarge(this.#spent, this.limit);
  }

  /** Takes off what a column of a table costs, by how many amounts of companies it is made from, before they are worked out. */
  spendAmounts(count: number): void {
    this.spend(times(AMOUNT_OF_TABLE, count));
  }
}
