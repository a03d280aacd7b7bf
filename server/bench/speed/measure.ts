import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, differences } from '../peers/check.mjs';
import { peers } from '../peers/requests.mjs';
import type { Dataset } from './datasets.ts';
import { type Load, load } from './load.ts';
import { type MeasuredServer, startCapexgraph, startPeer } from './servers.ts';

export type Question = 'D' | 'C' | 'G' | 'S' | 'Q';

/** What is measured: a server, with answers cached or not, on some questions. */
export interface Contestant {
  readonly peer: string;
  readonly cached: boolean;
  readonly questions: readonly Question[];
}

/** Limits that answer with prepared bytes, whatever the question. */
const PREPARED = new Set(['bytes', 'lookup']);

/** How long each measurement takes. */
export interface Pace {
  readonly rounds: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

/** What was measured of one server and one question: a load for each round. */
export interface Measured {
  readonly query: Question;
  readonly dataset: string;
  readonly peer: string;
  readonly cached: boolean;
  readonly rounds: Load[];
}

/** The memory that Capexgraph is given for answers: none, or what it has unless told otherwise. */
export const memoryFor = (cached: boolean) => ({ RESPONSE_CACHE_MB: cached ? '64' : '0' });

/**
 * Measures the contestants one after the other, several rounds in turn, each time in a fresh process.
 * Whoever answers with other numbers than Capexgraph, or fails a request, ends it.
 */
export async function measure(
  dataset: Dataset,
  contestants: readonly Contestant[],
  pace: Pace,
  tell: (line: string) => void,
): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph-bench-'));
  const expected = await answersOf(dataset, folder, contestants);
  const measured: Measured[] = contestants.flatMap(({ questions, ...contestant }) =>
    questions.map((query) => ({ ...contestant, query, dataset: dataset.name, rounds: [] })),
  );
  for (let round = 1; round <= pace.rounds; round++) {
    for (const { peer, cached, questions } of contestants) {
      const server = await start(peer, cached, {
        DATABASE_URL: dataset.url,
        ANSWER: join(folder, questions[0]!),
      });
      for (const question of questions) {
        if (!PREPARED.has(peer)) {
          await mustEqual(peer, server, question, dataset.slugs, expected);
        }
        const found = await loadWith(server, peer, question, dataset.slugs, pace);
        const isIt = (each: Measured) =>
          each.peer === peer && each.cached === cached && each.query === question;
        measured.find(isIt)!.rounds.push(found);
        tell(
          `${round}/${pace.rounds} ${dataset.name} ${question} ${peer}${cached ? ', cached' : ''}`,
        );
      }
      await server.stop();
    }
  }
  await rm(folder, { recursive: true });
  return measured;
}

async function loadWith(
  server: MeasuredServer,
  peer: string,
  question: Question,
  slugs: readonly string[],
  { warmUpSeconds, seconds }: Pace,
): Promise<Load> {
  const asked = peers[peer]![question] ?? peers.capexgraph![question]!;
  const body = () => asked.body(variableOf(question, slugs));
  const url = server.url + peers[peer]!.path;
  await load(url, body, warmUpSeconds);
  const found = await load(url, body, seconds);
  if (found.failed > 0) throw new Error(`${peer} failed ${found.failed} requests of ${question}.`);
  return found;
}

function start(peer: string, cached: boolean, environment: Record<string, string>) {
  return peer === 'capexgraph'
    ? startCapexgraph({ ...environment, ...memoryFor(cached) })
    : startPeer(peer, environment);
}

type Answers = Map<Question, (string | number | null)[][]>;

/** Capexgraph's answers as rows, and as files for the server that answers with prepared bytes. */
async function answersOf(
  { url, slugs }: Dataset,
  folder: string,
  contestants: readonly Contestant[],
): Promise<Answers> {
  const server = await start('capexgraph', false, { DATABASE_URL: url });
  const answers: Answers = new Map();
  for (const question of new Set(contestants.flatMap(({ questions }) => questions))) {
    const { path, [question]: asked } = peers.capexgraph!;
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: asked!.body(variableOf(question, firstFor(question, slugs))),
    });
    const text = await response.text();
    await writeFile(join(folder, question), text);
    answers.set(question, asked!.read(JSON.parse(text)));
  }
  await server.stop();
  return answers;
}

async function mustEqual(
  peer: string,
  server: MeasuredServer,
  question: Question,
  slugs: readonly string[],
  expected: Answers,
): Promise<void> {
  const rows = await ask(
    peer,
    server.url,
    question,
    variableOf(question, firstFor(question, slugs)),
  );
  const found = differences(question, expected.get(question)!, rows);
  if (found.length > 0) throw new Error(`${peer} answers ${question} otherwise: ${found[0]}`);
}

/** The companies of the answer that others are compared with. */
function firstFor(question: Question, slugs: readonly string[]): readonly string[] {
  return question === 'C' ? slugs.slice(0, 1) : slugs;
}

/** What differs from call to call: any company for C, and all of them for Q. */
function variableOf(question: Question, slugs: readonly string[]) {
  if (question === 'Q') return slugs;
  return question === 'C' ? slugs[Math.floor(Math.random() * slugs.length)]! : undefined;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
