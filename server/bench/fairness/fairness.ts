import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { inProject } from '../../paths.ts';
import { knownAttacks } from '../cost/known-attacks.ts';
import { calibrate, measured } from '../cost/measured-request.ts';
import { wrongAttacks } from '../cost/wrong-attacks.ts';
import { peers } from '../peers/requests.mjs';
import { openDatasets } from '../speed/datasets.ts';
import { type MeasuredServer, pinToLoadCore, startCapexgraph } from '../speed/servers.ts';
import type { Hogs } from './hogs.ts';

// How long ordinary clients wait beside others of the same address who ask for as much as they can, with every limit at its
// default, and on loopback, where there is none for the rate:
//   node --import tsx server/bench/fairness/fairness.ts [SECONDS] [KIND…]

const PER_SECOND = 20;
const [seconds = '10', ...only] = process.argv.slice(2);
const tell = (line: string) => process.stderr.write(`${line}\n`);

pinToLoadCore();
const datasets = await openDatasets(tell);
try {
  const { url, slugs } = await datasets.reviewed();
  const server = await startCapexgraph({ DATABASE_URL: url });
  try {
    const large = await costliest(server.url, slugs);
    const wrong = Object.values(wrongAttacks());
    const kinds: Readonly<Record<string, Omit<Hogs, 'url'>>> = {
      ...Object.fromEntries<Omit<Hogs, 'url'>>(
        [4, 12, 50, 400].flatMap((connections) => [
          [`${connections} new`, { connections, documents: large, isNew: true }],
          [`${connections} repeated`, { connections, documents: large, isNew: false }],
        ]),
      ),
      '400 slow': { connections: 400, documents: large, isNew: true, isSlow: true },
      '400 wrong': { connections: 400, documents: wrong, isNew: true },
      '400 small': { connections: 400, documents: ['{ dataset { version } }'], isNew: true },
      '400 small wrong': { connections: 400, documents: ['{ nothing }'], isNew: true },
    };
    for (const [name, hogs] of Object.entries(kinds)) {
      if (only.length > 0 && !only.includes(name)) continue;
      await beside('nobody', server, slugs, undefined);
      await beside(name, server, slugs, hogs);
    }
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

/** Measures two ordinary clients, one with the same document each time and one with a new one, and the server's memory. */
async function beside(
  name: string,
  { url, pid }: MeasuredServer,
  slugs: readonly string[],
  hogs: Omit<Hogs, 'url'> | undefined,
): Promise<void> {
  const others = hogs && fork(inProject('server/bench/fairness/hogs.ts'));
  if (hogs) others?.send({ ...hogs, url } satisfies Hogs);
  await sleep(1_000);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(pid));
  }, 100);
  const [repeated, fresh] = await Promise.all([
    ordinary(url, slugs, (query) => query),
    ordinary(url, slugs, (query, n) => `${query} # ${name} ${n}`),
  ]);
  clearInterval(watch);
  if (others) {
    const answers = once(others, 'message');
    others.send('stop');
    tell(`  ${JSON.stringify((await answers)[0])}`);
    await once(others, 'exit');
    await sleep(2_000);
  }
  print(`beside ${name}`, repeated, fresh, most);
}

/** Asks for a company's last eight quarters so many times a second, whether or not the last is answered; milliseconds. */
async function ordinary(
  url: string,
  slugs: readonly string[],
  change: (query: string, n: number) => string,
): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const times: Promise<number>[] = [];
  const start = performance.now();
  for (let n = 0; n < Number(seconds) * PER_SECOND; n++) {
    await sleep(Math.max(0, start + (n * 1_000) / PER_SECOND - performance.now()));
    const asked = JSON.parse(peers.capexgraph!.C!.body(slugs[n % slugs.length]!));
    // Which none has asked for before, so that it is not cached.
    asked.variables.n = `${start} ${n}`;
    times.push(timed(url, agent, JSON.stringify({ ...asked, query: change(asked.query, n) })));
  }
  const all = (await Promise.all(times)).sort((a, b) => a - b);
  agent.destroy();
  return all;
}

function timed(url: string, agent: Agent, body: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      if (response.statusCode !== 200) tell(`  The ordinary client got ${response.statusCode}.`);
      response.resume().once('end', () => resolve(performance.now() - start));
    });
    asked.once('error', reject).end(body);
  });
}

function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_024;
}

function print(name: string, ...[repeated, fresh, memory]: [number[], number[], number]): void {
  const line = [repeated, fresh].map((times) => {
    const at = (part: number) => times[Math.floor((times.length - 1) * part)]!.toFixed(0);
    return `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)} ms`;
  });
  process.stdout.write(
    `${name.padEnd(24)} same document: ${line[0]}; new ones: ${line[1]}; ${memory.toFixed(0)} MB\n`,
  );
}
