import { performance } from 'node:perf_hooks';

/** How long all long work together holds up other requests at a time, in milliseconds, beside the step that it is at. */
const TURN = 10;

/** When long work began in this turn of the event loop. */
let begun: number | undefined;

/** What waits for its turn, and when it has it: before all of its client's that have a later one. */
interface Step {
  readonly start: () => void;
  readonly ms: number;
  readonly at: number;
}

/** Somebody for whom steps wait, in the order of their turns. */
interface Client {
  /** How much time those that were done have taken, in milliseconds. */
  used: number;
  /** How much time each of those that wait would have had, had they shared it equally, and taken as long as they were to. */
  shared: number;
  readonly steps: Step[];
}

const clients = new Map<string, Client>();
let waiting = 0;
/** What the one had used whose turn it was last: who comes anew begins there, and has no time to make up for. */
let level = 0;

/**
 * Does a step of long work once other requests have had their turn: however much of it there is at once, it
 * holds them up for a while only, and then one step follows for each of their turns.
 * @param name whose work it is; the program's own, if left out
 */
export async function inTurn<Result>(step: () => Result, name = ''): Promise<Result> {
  const turn = turnFor(() => name);
  if (turn) await turn;
  return step();
}

/**
 * The turn that a step waits for, if it has to. Whoever has used the least time has the next one, so that hundreds of steps
 * for one client make another wait for one of them. Of one client's, what is small waits for nothing that is large, and what
 * is large for as many small ones as would take as long: each has the turn that it would come to its end by if all were done
 * at the same time, each a little at a time.
 * @param ms how long it will take, about
 */
export function turnFor(name: () => string, ms = TURN): Promise<void> | undefined {
  return isOver() ? nextTurn(name(), ms) : undefined;
}

/** The same, of a step that waits for the others' turns in any case. */
export function nextTurn(name: string, ms = TURN): Promise<void> {
  let client = clients.get(name);
  if (!client) {
    client = { used: level, shared: 0, steps: [] };
    clients.set(name, client);
  }
  const { steps } = client;
  if (steps.length === 0) client.used = Math.max(client.used, level);
  if (waiting++ === 0) afterOthers();
  const at = client.shared + ms;
  const before = steps.findLastIndex((step) => step.at <= at);
  return new Promise((start) => steps.splice(before + 1, 0, { start, ms, at }));
}

/** Whoever was under way already goes first, and what that leads to. */
function afterOthers(): void {
  setImmediate(() => setImmediate(goOn));
}

/** Lets who is next do a step, and all that follows from it at once; then others. */
function goOn(): void {
  // The time counts from here.
  isOver();
  const client = leastUsed();
  level = client.used;
  const start = performance.now();
  const step = client.steps[0]!;
  client.shared += step.ms / client.steps.length;
  client.steps.shift();
  step.start();
  queueMicrotask(() =>
    process.nextTick(() => {
      client.used += performance.now() - start;
      waiting--;
      if (waiting === 0) clients.clear();
      else afterOthers();
    }),
  );
}

function leastUsed(): Client {
  let least: Client | undefined;
  for (const client of clients.values()) {
    if (client.steps.length > 0 && (!least || client.used < least.used)) least = client;
  }
  return least!;
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
