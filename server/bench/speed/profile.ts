import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLE, bundleIfStale } from '../../start/bundle.mjs';
import { peers } from '../peers/requests.mjs';
import { type Dataset, openDatasets } from './datasets.ts';
import { load } from './load.ts';
import { memoryFor, type Question } from './measure.ts';
import { table } from './report.ts';
import { CAPEXGRAPH, installPeers, pinToLoadCore, READY, startServer } from './servers.ts';

// Where the server's time goes under load, by V8's own profiler:
//   node --import tsx server/bench/speed/profile.ts

const WARM_UP_SECONDS = 4;
const SECONDS = 6;

/** The parts of a request, by the module that their code is from; the first that fits. */
const PARTS: readonly [name: string, module: RegExp][] = [
  ['node:http, sockets, streams', /^node:/],
  ['figures (server/domain)', /^server\/domain\/|\/decimal\.js\//],
  ['fields and pages (server/graphql)', /^server\/graphql\//],
  ['requests, keys, JSON text (server/http)', /^server\/http\/|\/lru-cache\//],
  ['series and snapshot (server/store)', /^server\/store\//],
  ['compiled operations (graphql-jit)', /^$|\/graphql-jit\//],
  ['coercion and scalars (graphql)', /\/graphql\/|^server\/execution\//],
  ['framework (Yoga, Pothos)', /\/graphql-yoga\/|\/@envelop\/|\/@whatwg-node\/|\/@pothos\//],
];

await bundleIfStale();
/** The module that each line of the bundle is from, as esbuild notes it. */
const moduleOfLine: string[] = [];
for (const [line, text] of (await readFile(BUNDLE, 'utf8')).split('\n').entries()) {
  const named = /^ *\/\/ ((?:server|node_modules)\/\S+)$/.exec(text)?.[1];
  moduleOfLine.push(named ?? moduleOfLine[line - 1] ?? '');
}

interface Frame {
  readonly functionName: string;
  readonly scriptId: string;
  readonly url: string;
  readonly lineNumber: number;
}

interface Profile {
  readonly nodes: readonly { id: number; callFrame: Frame; children?: readonly number[] }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** The share of each part in the time that the process was at work, of the profile's last seconds. */
function shares({ nodes, samples, timeDeltas }: Profile, seconds: number): Map<string, number> {
  const parts = new Map<number, string | undefined>();
  const visit = (id: number, above: string | undefined) => {
    const { callFrame, children = [] } = byId.get(id)!;
    const part = partOf(callFrame, above);
    parts.set(id, part);
    for (const child of children) visit(child, part);
  };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  visit(nodes[0]!.id, 'other');
  const times = new Map<string, number>();
  let left = seconds * 1e6;
  let total = 0;
  for (let sample = samples.length - 1; sample >= 0 && left > 0; sample--) {
    const time = timeDeltas[sample]!;
    left -= time;
    const part = parts.get(samples[sample]!);
    if (part === undefined) continue;
    times.set(part, (times.get(part) ?? 0) + time);
    total += time;
  }
  return new Map([...times].map(([part, time]) => [part, time / total]));
}

/** Native functions belong to whoever calls them; undefined for time in which nothing was done. */
function partOf(
  { functionName, scriptId, url, lineNumber }: Frame,
  above = 'other',
): string | undefined {
  if (functionName === '(idle)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (functionName === '(program)') return 'V8 and the event loop';
  if (scriptId === '0') return above;
  const module = url.endsWith('main.cjs') ? moduleOfLine[lineNumber]! : url;
  return PARTS.find(([, pattern]) => pattern.test(module))?.[0] ?? 'other';
}

/** Loads a server that profiles itself with one question. */
async function profile({ url, slugs }: Dataset, question: Question, cached: boolean) {
  const folder = await mkdtemp(join(tmpdir(), 'capexgraph-profile-'));
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const environment = { DATABASE_URL: url, ...memoryFor(cached) };
  const server = await startServer([...flags, ...CAPEXGRAPH], environment, READY);
  const { path, [question]: asked } = peers.capexgraph!;
  const anySlug = () => slugs[Math.floor(Math.random() * slugs.length)];
  const body = () => asked!.body(question === 'C' ? anySlug() : undefined);
  await load(server.url + path, body, WARM_UP_SECONDS);
  await load(server.url + path, body, SECONDS);
  await server.stop();
  const [file] = await readdir(folder);
  const text = await readFile(join(folder, file!), 'utf8');
  await rm(folder, { recursive: true });
  return shares(JSON.parse(text) as Profile, SECONDS);
}

installPeers();
pinToLoadCore();
const datasets = await openDatasets((line) => process.stderr.write(`${line}\n`));
const reviewed = await datasets.reviewed();
const columns: [name: string, found: Map<string, number>][] = [];
for (const cached of [false, true]) {
  for (const question of ['D', 'C'] as const) {
    const found = await profile(reviewed, question, cached);
    columns.push([cached ? `${question}, cached` : question, found]);
  }
}
await datasets.close();
const names = [...new Set(columns.flatMap(([, found]) => [...found.keys()]))];
const inAll = (part: string) => columns.reduce((sum, [, found]) => sum + (found.get(part) ?? 0), 0);
const rows = names
  .sort((a, b) => inAll(b) - inAll(a))
  .map((part) => [part, ...columns.map(([, found]) => percent(found.get(part)))]);
const text = table([['% of the server’s time', ...columns.map(([name]) => name)], ...rows]);
process.stdout.write(`${text.join('\n')}\n`);

function percent(share = 0): string {
  return (share * 100).toFixed(share < 0.01 ? 1 : 0);
}
