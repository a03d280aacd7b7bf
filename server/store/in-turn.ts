import { performance } from 'node:perf_hooks';

/** How long all long work together holds up other requests at a time, in milliseconds, beside the step that it is at. */
const TURN = 10;

/** When long work began in this turn of the event loop. */
let begun: number | undefined;

/** Somebody for whom steps wait, and how much time those that were done have taken, in milliseconds. */
interface Client {
  used: number;
  readonly steps: (() => void)[];
}

const clients = new Map<string, Client>();
let waiting = 0;
/** What the one had used whose turn it was last: who comes anew begins there, and has no time to make up for. */
let level = 0;

/**
 * Does a step of long work once other requests have had their turn: however much of it there is at once, it
 * holds them up for a while only, and then one step follows for each of their turns. Whoever has used the least
 * time has the next turn, so that hundreds of steps for one client make another wait for one of them.
 * @param name whose work it is; the program's own, if left out
 */
export async function inTurn<Result>(step: () => Result, name = ''): Promise<Result> {
  if (isOver()) await turnOf(name);
  return step();
}

function turnOf(name: string): Promise<void> {
  let client = clients.get(name);
  if (!client) {
    client = { used: level, steps: [] };
    clients.set(name, client);
  }
  if (client.steps.length === 0) client.used = Math.max(client.used, level);
  const { steps } = client;
  if (waiting++ === 0) afterOthers();
  return new Promise((resolve) => steps.push(resolve));
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
  client.steps.shift()!();
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
