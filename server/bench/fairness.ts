import { setTimeout as sleep } from 'node:timers/promises';
import { knownAttacks } from './cost/known-attacks.ts';
import { calibrate, measured } from './cost/measured-request.ts';
import { peers } from './peers/requests.mjs';
import { openDatasets } from './speed/datasets.ts';
import { pinToLoadCore, startCapexgraph } from './speed/servers.ts';

// How long an ordinary client waits while four others send the costliest documents that there are, with every limit at its
// default, and on loopback, where there is none for the rate:
//   node --import tsx server/bench/fairness.ts [SECONDS]

const HOGS = 4;
const PER_SECOND = 20;
const [seconds = 20] = process.argv.slice(2).map(Number);
const tell = (line: string) => process.stderr.write(`${line}\n`);

pinToLoadCore();
const datasets = await openDatasets(tell);
try {
  const { url, slugs } = await datasets.reviewed();
  const server = await startCapexgraph({ DATABASE_URL: url });
  try {
    const endpoint = `${server.url}/graphql`;
    const documents = await costliest(server.url, slugs);
    const alone = await ordinary(endpoint, slugs);
    const state = { isOver: false, answered: 0 };
    const hogs = Array.from({ length: HOGS }, (_, n) => hog(endpoint, documents, n, state));
    await sleep(1_000);
    const beside = await ordinary(endpoint, slugs);
    state.isOver = true;
    await Promise.all(hogs);
    print('alone', alone);
    print(`beside ${HOGS} hogs, who had ${state.answered} answers`, beside);
  } finally {
    await server.stop();
  }
} finally {
  await datasets.close();
}

/** The documents that take most of the processor. */
async function costliest(url: string, slugs: readonly string[]): Promise<string[]> {
  await calibrate(url);
  const all: [number, string][] = [];
  for (const query of Object.values(knownAttacks(slugs.slice(0, 50)))) {
    // The first time, what they need is read into memory.
    await measured(url, query);
    all.push([(await measured(url, `${query} #`)).ms, query]);
  }
  return all
    .sort(([a], [b]) => b - a)
    .slice(0, 8)
    .map(([, query]) => query);
}

/** Sends one after the other, each of a text of its own, so that none is kept or compiled. */
async function hog(
  url: string,
  documents: readonly string[],
  number: number,
  state: { isOver: boolean; answered: number },
): Promise<void> {
  for (let n = 0; !state.isOver; n++) {
    await ask(url, `${documents[(n + number) % documents.length]} #${number} ${n}`);
    state.answered++;
  }
}

/** Asks for a company's last eight quarters so many times a second, whether or not the last is answered; milliseconds. */
async function ordinary(url: string, slugs: readonly string[]): Promise<number[]> {
  const body = peers.capexgraph!.C!.body;
  const times: Promise<number>[] = [];
  const start = performance.now();
  for (let n = 0; n < seconds * PER_SECOND; n++) {
    await sleep(Math.max(0, start + (n * 1_000) / PER_SECOND - performance.now()));
    times.push(timed(url, body(slugs[n % slugs.length]!)));
  }
  return (await Promise.all(times)).sort((a, b) => a - b);
}

async function timed(url: string, body: string): Promise<number> {
  const start = performance.now();
  const response = await post(url, body);
  if (response.status !== 200) throw new Error(`The ordinary client got ${response.status}.`);
  return performance.now() - start;
}

async function ask(url: string, query: string): Promise<void> {
  await post(url, JSON.stringify({ query }));
}

async function post(url: string, body: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.arrayBuffer();
  return response;
}

function print(name: string, times: readonly number[]): void {
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
  const [median, p99, most] = [at(0.5), at(0.99), at(1)].map((ms) => ms.toFixed(1));
  process.stdout.write(`${name}: median ${median} ms, p99 ${p99} ms, most ${most} ms\n`);
}
