import { performance } from 'node:perf_hooks';
import { setImmediate as afterOthers } from 'node:timers/promises';

/** How long all long work together holds up other requests at a time, in milliseconds, beside the step that it is at. */
const TURN = 10;

/** When long work began in this turn of the event loop. */
let begun: number | undefined;

/**
 * Does a step of long work once other requests have had their turn: however much of it there is at once, it
 * holds them up for a while only, and then one step follows for each of their turns.
 */
export async function inTurn<Result>(step: () => Result): Promise<Result> {
  if (isOver()) {
    // Whoever waits already goes first.
    await afterOthers();
    do await afterOthers();
    while (isOver());
  }
  return step();
}

/** Whether the time for long work in this turn of the event loop is over. */
function isOver(): boolean {
  if (begun === undefined) {
    begun = performance.now();
    setImmediate(() => {
      begun = undefined;
    });
  }
  return performance.now() - begun >= TURN;
}
