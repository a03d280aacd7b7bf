import { schema } from '../../graphql/schema.ts';
import { openDatasets } from '../speed/datasets.ts';
import { startCapexgraph } from '../speed/servers.ts';
import { type AskedField, AskedFields, textOf } from './asked-fields.ts';
import { drawer } from './drawer.ts';
import { everyField } from './every-field.ts';
import { names, pick } from './inputs.ts';
import { knownAttacks } from './known-attacks.ts';
import { calibrate, measured, type Taken } from './measured-request.ts';
import { wrongAttacks } from './wrong-attacks.ts';

// Looks for the costliest request that a server answers with every limit at its default, and for the largest answer:
//   node --import tsx server/bench/cost/cost.ts [world] [SECONDS] [SEED]

const MAX_MS = 250;
/** From here on a document is measured three times: the first may have worked out a screen that nobody had asked for. */
const MUCH_MS = 100;
const MAX_BYTES = 8_000_000;
const DEPTH = 9;
const KEPT = 24;

const isWorld = process.argv.includes('world');
const [seconds = 120, seed = 1] = process.argv.slice(2).map(Number).filter(Number.isFinite);
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** A document that was found, and what it took. */
interface Found {
  readonly fields: readonly AskedField[];
  readonly taken: Taken;
}

const datasets = await openDatasets(tell);
try {
  const dataset = isWorld ? await datasets.world(10_000, false) : await datasets.reviewed();
  names.slugs = dataset.slugs.slice(0, 200);
  const server = await startCapexgraph({ DATABASE_URL: dataset.url, RESPONSE_CACHE_MB: '0' });
  try {
    names.groups = await groupsOf(server.url);
    await calibrate(server.url);
    await attack(server.url, knownAttacks(names.slugs), (codes) => codes.every(isTooMuch));
    await attack(server.url, wrongAttacks(), (codes) => codes.length > 0);
    const perField: [string, Taken][] = [];
    if (process.env.FIELDS)
      for (const [name, query] of everyField(schema, drawer(seed))) {
        perField.push([name, await least(server.url, query)]);
      }
    perField.sort(([, a], [, b]) => ratioOf(b) - ratioOf(a));
    print(perField);
    print((await search(server.url)).map(({ fields, taken }) => [textOf(fields), taken]));
  } finally {
    await server.stop();
  }
} finally {
  await datasets.close();
}

async function groupsOf(url: string): Promise<string[]> {
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent('{ groups { slug } }')}`);
  const { data } = (await response.json()) as { data: { groups: { slug: string }[] } };
  return data.groups.map(({ slug }) => slug);
}

function isTooMuch(code: string): boolean {
  return code === 'QUERY_TOO_LARGE' || code === 'QUERY_TOO_DEEP';
}

/** Measures documents; it is a fault of this program when one is answered with other codes than it is written for. */
async function attack(
  url: string,
  documents: Readonly<Record<string, string>>,
  isMeant: (codes: readonly string[]) => boolean,
): Promise<void> {
  const attacks: [string, Taken][] = [];
  for (const [name, query] of Object.entries(documents)) {
    const taken = await least(url, query);
    attacks.push([name, taken]);
    if (taken.status < 500 && isMeant(taken.codes)) continue;
    tell(`Not meant: ${taken.status} ${taken.codes} for ${name}`);
    process.exitCode = 1;
  }
  print(attacks);
}

/** The least of three, as other programs and the collection of garbage only ever add to it. */
async function least(url: string, query: string): Promise<Taken> {
  const all: Taken[] = [];
  // A text of its own each time is never one that was compiled.
  for (let n = 0; n < 3; n++) all.push(await measured(url, `${query} #${n}`));
  return all.sort((a, b) => a.ms - b.ms)[0]!;
}

/** Changes the costliest documents, and those that cost more than they are charged, and keeps what is worse. */
async function search(url: string): Promise<Found[]> {
  const draw = drawer(seed);
  const documents = new AskedFields(schema, draw);
  const tried = new Set<string>();
  let found: Found[] = [];
  let count = 0;
  const statuses = new Map<string, number>();
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; count++) {
    const isNew = found.length < KEPT || draw() < 0.15;
    const parent = isNew ? documents.document(DEPTH) : pick(found, draw).fields;
    let fields = parent;
    for (let n = isNew ? 0 : 1 + Math.floor(draw() * 3); n > 0; n--) {
      fields = documents.changed(fields, DEPTH);
    }
    const query = textOf(fields);
    if (query.length > 90_000 || tried.has(query)) continue;
    tried.add(query);
    let taken = await measured(url, query);
    const kind = `${taken.status} ${taken.codes}`;
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
    if (taken.status >= 500) tell(`${taken.status}: ${query}`);
    if (taken.ms > MUCH_MS) taken = await least(url, query);
    found.push({ fields, taken });
    const byMs = [...found].sort((a, b) => b.taken.ms - a.taken.ms).slice(0, KEPT / 2);
    const byBytes = [...found].sort((a, b) => b.taken.bytes - a.taken.bytes).slice(0, KEPT / 6);
    const byRatio = [...found]
      .sort((a, b) => ratioOf(b.taken) - ratioOf(a.taken))
      .slice(0, KEPT / 3);
    found = [...new Set([...byMs, ...byBytes, ...byRatio])];
  }
  tell(`${count} documents: ${JSON.stringify(Object.fromEntries(statuses))}`);
  return found;
}

/** How much more a document costs than it is charged. */
function ratioOf({ ms, units }: Taken): number {
  return units === null ? 0 : (ms * 1_000) / (units + 10_000);
}

function print(list: [string, Taken][]): void {
  for (const [text, { status, ms, bytes, units, codes }] of list) {
    const mark = ms > MAX_MS || bytes > MAX_BYTES ? '!!' : '  ';
    const shown = mark === '!!' ? text : text.slice(0, 400);
    process.stdout.write(
      `${mark} ${ms.toFixed(0).padStart(6)} ms ${String(bytes).padStart(9)} bytes ${String(units ?? '').padStart(7)} units ${status} ${codes} ${shown}\n`,
    );
  }
}
