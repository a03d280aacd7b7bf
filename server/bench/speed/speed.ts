import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { peers } from '../peers/requests.mjs';
import { measureCsvImport } from './csv-import.ts';
import { type Dataset, openDatasets } from './datasets.ts';
import { isFailoverHere, measureFailover } from './failover.ts';
import { load } from './load.ts';
import {
  type Contestant,
  type Measured,
  measure,
  memoryFor,
  type Pace,
  type Question,
} from './measure.ts';
import { report, rowsOf } from './report.ts';
import { measureScale } from './scale.ts';
import { canPin, installPeers, pinToLoadCore, startCapexgraph, unpin } from './servers.ts';
import { starting } from './starting.ts';
import { whileImporting } from './while-importing.ts';

// `npm run bench`: Capexgraph and its peers under load, one after the other, on the same PostgreSQL
// with the same facts.

const isQuick = process.argv.includes('--quick');
/** Only what many companies cost. */
const isScale = process.argv.includes('--scale');
const asJson = process.argv.includes('--json');
const tell = (line: string) => process.stderr.write(`${line}\n`);

const PACE: Pace = isQuick
  ? { rounds: 1, warmUpSeconds: 2, seconds: 2 }
  : { rounds: 3, warmUpSeconds: 3, seconds: 5 };

const ALL: readonly Question[] = ['D', 'C', 'G', 'S'];
/** Those that only Capexgraph has. */
const OURS: readonly Question[] = [...ALL, 'Q'];

const uncached = (peer: string, questions: readonly Question[]) => ({
  peer,
  cached: false,
  questions,
});

/** Who is compared with whom stands side by side, as machines have good minutes and bad ones. */
const cached = (questions: readonly Question[], ...limits: readonly string[]): Contestant[] =>
  questions.flatMap((question) => [
    { peer: 'capexgraph', cached: true, questions: [question] },
    ...limits.map((limit) => uncached(limit, [question])),
  ]);

const ON_REVIEWED: readonly Contestant[] = [
  uncached('capexgraph', OURS),
  uncached('postgraphile', ALL),
  uncached('postgraphile, materialised', ALL),
  uncached('mercurius', ALL),
  uncached('apollo', ALL),
  uncached('rows', ['D', 'C']),
  ...cached(['D', 'C', 'Q'], 'lookup', 'bytes'),
];

const ON_WORLD: readonly Contestant[] = [
  uncached('capexgraph', ['C']),
  uncached('postgraphile', ['C']),
  uncached('postgraphile, materialised', ['C']),
  uncached('mercurius', ['C']),
  uncached('rows', ['C']),
  ...cached(['C'], 'bytes'),
];

/** What C takes at any size. */
const C: readonly Contestant[] = [uncached('capexgraph', ['C'])];

/** A minute and a half's worth. */
const QUICK: readonly Contestant[] = [
  uncached('capexgraph', OURS),
  uncached('postgraphile', ALL),
  uncached('postgraphile, materialised', ['D', 'C']),
  ...cached(['D', 'C', 'Q'], 'bytes'),
];

installPeers();
pinToLoadCore();
const datasets = await openDatasets(tell);
try {
  const reviewed = await datasets.reviewed();
  const onReviewed = isScale ? C : isQuick ? QUICK : ON_REVIEWED;
  const measured: Measured[] = await measure(reviewed, onReviewed, PACE, tell);
  const machine = `${cpus().length} × ${cpus()[0]!.model}, Node.js ${process.version}${canPin ? '' : ', not pinned'}`;
  if (isQuick) print({ machine, rows: rowsOf(measured) });
  else {
    const world = await datasets.world(10_000, !isScale);
    measured.push(...(await measure(world, isScale ? C : ON_WORLD, PACE, tell)));
    const large = await datasets.world(30_000, false);
    measured.push(...(await measure(large, C, PACE, tell)));
    tell('Memory and screens, imports and starts');
    print({
      machine,
      rows: rowsOf(measured),
      memoryMb: [await memoryUnderC(world), await memoryUnderC(large)],
      ...(!isScale && {
        whileImporting: await whileImporting(await datasets.copyOfReviewed()),
        starting: await starting(datasets.home),
      }),
      ...(await atScale(reviewed, world, large)),
    });
  }
} finally {
  await datasets.close();
}

/** What is not a matter of one core. */
async function atScale(reviewed: Dataset, world: Dataset, large: Dataset) {
  unpin();
  return {
    scale: [await measureScale(world, 4), await measureScale(large, 1)],
    ...(isScale && {
      csvImport: await measureCsvImport(world.url, datasets.empty),
      smallCsvImport: await measureCsvImport(reviewed.url, datasets.empty),
      failover: isFailoverHere ? await measureFailover() : undefined,
    }),
  };
}

function print(result: Parameters<typeof report>[0]): void {
  process.stdout.write(asJson ? `${JSON.stringify(result, null, 2)}\n` : report(result));
}

/** The server's resident memory after it was asked for random companies, answers cached. */
async function memoryUnderC({ url, slugs }: Dataset): Promise<number> {
  const server = await startCapexgraph({ DATABASE_URL: url, ...memoryFor(true) });
  const { path, C } = peers.capexgraph!;
  const anySlug = () => slugs[Math.floor(Math.random() * slugs.length)]!;
  await load(server.url + path, () => C!.body(anySlug()), 30);
  const status = await readFile(`/proc/${server.pid}/status`, 'utf8').catch(() => '');
  await server.stop();
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024);
}
