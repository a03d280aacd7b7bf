import type { GraphQLError } from 'graphql';
import { SCREENED } from '../domain/measures.ts';
import { keysOf } from '../domain/table.ts';
import { nextTurn } from '../store/in-turn.ts';
import { PAGE_SIZE } from './connection.ts';
import { AMOUNT_OF_TABLE, type Cost, ROW_OF_NEW } from './cost-weights.ts';
import { refusal, tookTooLong } from './errors.ts';
import type { Place } from './place.ts';
import { plus, times } from './selection-cost.ts';

/** What the answer to one request may cost, unless a setting says otherwise. */
export const MAX_COST: Cost = { micros: 250_000, bytes: 8_000_000 };

/** What a request does at a time, in units: some 10 ms, in which others wait. */
export const MAX_STRETCH = 25_000;

/** What a request does without a place among those that do much, unless it is known to do no more than a stretch. */
export const MAX_SMALL = 2_500;

/** What an operation may do, beside what it costs. */
export interface OperationLimits {
  /** The largest page, and the size of one that is asked for without a size. */
  readonly page: number;
  /** How long it may take where it waits for turns, in milliseconds. */
  readonly ms: number;
}

export const USUAL_OPERATION: OperationLimits = { page: PAGE_SIZE, ms: 10_000 };

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
  return refusal(
    'QUERY_TOO_LARGE',
    `The query ${text}. Ask for smaller pages, fewer fields or fewer lists within lists.`,
  );
}

/** What is known of a request however often it is executed: twice, where compiled code gives up. */
export interface Tally {
  /** What it has cost in all. */
  micros: number;
  /** Whether somebody still waits for the answer. */
  isAwaited(): boolean;
  /** Its place among those that do much; left out, it needs none. */
  readonly place?: Place;
  /** Whose time it takes; the program's own, if left out. */
  client?(): string;
}

/** What a screen takes that filters by everything: a column for each figure and for fiscal quarters, and an order. */
const ONE_SCREEN = keysOf(SCREENED).length + 2;

function tooManyNew(most: number): GraphQLError {
  return refusal(
    'QUERY_TOO_LARGE',
    `The query takes more than ${most} new columns and orders of quarters at once: one for each figure that it filters or orders by, in a currency and as of a day that nobody has asked for yet. Ask for some of them first, or use fewer filters, orders, currencies and days.`,
  );
}

/** What a request has cost so far. Lists within lists multiply, whatever the page size. */
export class Budget {
  #spent: Cost = { micros: 0, bytes: 0 };
  /** What the stretch costs that work is planned for, and the turn that it waits for; the first does not wait. */
  #stretch = 0;
  #turn: Promise<void> | undefined;
  #deadline = 0;
  /** One for all that is asked for in vain: thousands of errors would cost what they refuse. */
  #refusal: GraphQLError | undefined;
  /** The names of columns and orders of screens that there were not yet when it asked for them. */
  readonly #new = new Set<string>();

  constructor(
    readonly limit: Cost = MAX_COST,
    readonly tally: Tally = { micros: 0, isAwaited: () => true },
    readonly operation: OperationLimits = USUAL_OPERATION,
  ) {}

  get spent(): Cost {
    return this.#spent;
  }

  /** Whether more was asked for than there was. */
  get isOver(): boolean {
    return this.#refusal !== undefined;
  }

  get #isSmall(): boolean {
    const { micros } = this.#spent;
    return micros <= (this.tally.place?.isKnownSmall ? MAX_STRETCH : MAX_SMALL);
  }

  /** Whether the request is to be begun again, in a place. */
  get isMissed(): boolean {
    return this.tally.place?.isMissed ?? false;
  }

  /**
   * Takes a cost off the budget; throws QUERY_TOO_LARGE beyond it, and TIMEOUT where it is no longer small and there is no
   * place for it.
   */
  spend(cost: Cost): void {
    this.#stretch += cost.micros;
    this.#spent = plus(this.#spent, cost);
    this.tally.micros += cost.micros;
    if (!isAffordable(this.#spent, this.limit)) this.#refusal ??= tooLarge(this.#spent, this.limit);
    else if (this.#isSmall || (this.tally.place?.take() ?? true)) return;
    this.#refusal ??= tookTooLong();
    throw this.#refusal;
  }

  /**
   * Takes a cost off the budget, and says whether what costs it is to wait for a turn: a request that does much does it a
   * stretch at a time, and others are answered in between. The turn fails where there is no use in going on.
   */
  turnFor(cost: Cost): Promise<void> | undefined {
    this.spend(cost);
    if (this.#stretch > MAX_STRETCH) {
      this.#stretch = cost.micros;
      this.#deadline ||= performance.now() + this.operation.ms;
      this.#turn = this.#next(this.#turn);
    }
    return this.#turn;
  }

  /** Until no stretch that was planned waits for its turn any more: by then all is asked for that can be read at once. */
  async atRest(): Promise<void> {
    let turn: Promise<void> | undefined;
    do {
      turn = this.#turn;
      await turn?.catch(() => {});
      await new Promise(process.nextTick);
    } while (turn !== this.#turn);
  }

  /** A budget for the same request from the start. */
  again(): Budget {
    return new Budget(this.limit, this.tally, this.operation);
  }

  /**
   * Lets a request have as many new columns and orders of screens as one screen takes, whatever they cost, since the first
   * of a large dataset take longer than a request may. More of them are taken off the budget; throws QUERY_TOO_LARGE beyond it.
   */
  planNew(rows: number, names: readonly string[]): void {
    const planned = Math.max(ONE_SCREEN, this.#new.size);
    for (const name of names) this.#new.add(name);
    const more = this.#new.size - planned;
    if (more <= 0 || rows === 0) return;
    const { micros } = times(ROW_OF_NEW, rows);
    const room = Math.max(0, Math.floor((this.limit.micros - this.#spent.micros) / micros));
    this.#spent = plus(this.#spent, { micros: micros * more, bytes: 0 });
    if (more <= room) return;
    this.#refusal ??= tooManyNew(planned + room);
    throw this.#refusal;
  }

  /** Charges who asks for what is worked out of them. Throws where nobody waits any more, or all is refused. */
  payNew(figures: number): void {
    if (this.#refusal) throw this.#refusal;
    if (!this.tally.isAwaited()) throw tookTooLong();
    this.tally.micros += ROW_OF_NEW.micros * figures;
  }

  /** Takes off what a column of a table costs, by how many amounts of companies it is made from, before they are worked out. */
  spendAmounts(count: number): void {
    this.spend(times(AMOUNT_OF_TABLE, count));
  }

  async #next(turn: Promise<void> | undefined): Promise<void> {
    await turn;
    // What follows from the turn before is still to come, so the time that it takes says nothing yet.
    await nextTurn(this.tally.client?.() ?? '');
    // What was planned before it was too much is not done any more.
    if (this.#refusal) throw this.#refusal;
    if (performance.now() > this.#deadline || !this.tally.isAwaited()) throw tookTooLong();
  }
}
