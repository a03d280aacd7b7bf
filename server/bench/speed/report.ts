import type { CsvImport } from './csv-import.ts';
import type { Asked, Failover } from './failover.ts';
import type { Load } from './load.ts';
import { type Measured, median, type Question } from './measure.ts';
import type { Scale } from './scale.ts';
import type { Starting } from './starting.ts';
import type { WhileImporting } from './while-importing.ts';

/** A line of the result: medians, beside what else was measured of the same query. */
export interface Row {
  readonly query: Question;
  readonly dataset: string;
  readonly peer: string;
  readonly cached: boolean;
  readonly requestsPerSecond: number;
  readonly p99Ms: number;
  readonly toPostGraphile: number | null;
  readonly toBytes: number | null;
}

export interface Result {
  readonly machine: string;
  readonly rows: readonly Row[];
  /** Resident memory under C at 10,000 and at 30,000 companies, the most that it was. */
  readonly memoryMb?: readonly [number, number];
  readonly scale?: readonly Scale[];
  /** What it took to import 10,000 companies. */
  readonly csvImport?: CsvImport;
  /** And the reviewed ones. */
  readonly smallCsvImport?: CsvImport;
  readonly failover?: Failover | undefined;
  readonly whileImporting?: WhileImporting;
  readonly starting?: Starting;
}

/** The medians over the rounds; a ratio is of two loads of one round, as machines have good minutes and bad ones. */
export function rowsOf(measured: readonly Measured[]): Row[] {
  return measured.map(({ rounds, ...row }) => {
    const over = (peer: string) => {
      const other = measured.find(
        (each) => each.peer === peer && each.query === row.query && each.dataset === row.dataset,
      );
      if (!other) return null;
      const ratio = (load: Load, round: number) =>
        load.requestsPerSecond / other.rounds[round]!.requestsPerSecond;
      return median(rounds.map(ratio));
    };
    return {
      ...row,
      requestsPerSecond: median(rounds.map(({ requestsPerSecond }) => requestsPerSecond)),
      p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
      toPostGraphile: over('postgraphile'),
      toBytes: over('bytes'),
    };
  });
}

/** The result as a table for a reader. */
export function report({ machine, rows, ...others }: Result): string {
  const header = [
    'query',
    'dataset',
    'server',
    'requests/s',
    'p99 ms',
    '× PostGraphile',
    '× bytes',
  ];
  const cells = [...rows]
    .sort((a, b) => a.dataset.localeCompare(b.dataset) * -1 || a.query.localeCompare(b.query))
    .map(({ query, dataset, peer, cached, requestsPerSecond, p99Ms, toPostGraphile, toBytes }) => [
      query,
      dataset,
      cached ? `${peer}, cached` : peer,
      requestsPerSecond.toFixed(0),
      p99Ms.toFixed(0),
      toPostGraphile?.toFixed(2) ?? '',
      toBytes?.toFixed(3) ?? '',
    ]);
  return [machine, '', ...table([header, ...cells]), '', ...goals(rows, others), ''].join('\n');
}

const NOT_MEASURED = '–';

type Goal = [name: string, goal: string, reached: string];

function goals(rows: readonly Row[], others: Omit<Result, 'machine' | 'rows'>): string[] {
  const of = (query: Question, cached: boolean, dataset = 'reviewed') =>
    rows.find(
      (row) =>
        row.peer === 'capexgraph' &&
        row.query === query &&
        row.cached === cached &&
        row.dataset.startsWith(dataset),
    );
  const ratio = (value: number | null | undefined) => value?.toFixed(2) ?? NOT_MEASURED;
  const { memoryMb, scale, csvImport, smallCsvImport, failover, whileImporting, starting } = others;
  const list: Goal[] = [
    ['D × PostGraphile', 'at least 3', ratio(of('D', false)?.toPostGraphile)],
    ['C × PostGraphile', 'at least 3.5', ratio(of('C', false)?.toPostGraphile)],
    ['G × PostGraphile', 'at least 3', ratio(of('G', false)?.toPostGraphile)],
    ['S × PostGraphile', 'at least 3', ratio(of('S', false)?.toPostGraphile)],
    ['D cached × prepared bytes', 'at least 0.9', ratio(of('D', true)?.toBytes)],
    ['C cached × prepared bytes', 'at least 0.6', ratio(of('C', true)?.toBytes)],
  ];
  const [world, nine] = [of('C', false, '10000'), of('C', false)];
  const toNine = (other: Row | undefined) =>
    other && nine ? ratio(other.requestsPerSecond / nine.requestsPerSecond) : undefined;
  const large = toNine(of('C', false, '30000'));
  if (world && nine) {
    list.push(['C at 10,000 companies × C at nine', 'at least 0.8', toNine(world)!]);
  }
  if (large) list.push(['C at 30,000 companies × C at nine', 'at least 0.7', large]);
  if (memoryMb) {
    list.push(['memory at 10,000 companies', 'at most 500 MB', `${memoryMb[0]} MB`]);
    list.push(['memory at 30,000 companies', 'at most 900 MB', `${memoryMb[1]} MB`]);
  }
  for (const each of scale ?? []) list.push(...goalsOfScale(each));
  if (csvImport && smallCsvImport) list.push(...goalsOfImport(csvImport, smallCsvImport));
  if (failover) list.push(...goalsOfFailover(failover));
  if (whileImporting) {
    const { p99MsBefore, p99MsDuring, imports, failed } = whileImporting;
    const reached = `${ratio(p99MsDuring / p99MsBefore)} (${imports} imports, ${failed} failed)`;
    list.push(['p99 of D while importing × before', 'at most 3, none failed', reached]);
  }
  if (starting) {
    const { nodeMs, databaseMs, serverMs, npmStartMs } = starting;
    const reached = `${ratio((serverMs - databaseMs) / nodeMs)} (${[serverMs, databaseMs, nodeMs].map((ms) => ms.toFixed(0)).join(', ')} ms; npm start ${npmStartMs.toFixed(0)} ms)`;
    list.push(['start less the database’s × node -e 0', 'at most 3', reached]);
  }
  const reached = list.filter(([, , figure]) => figure !== NOT_MEASURED);
  return table([['goal', 'to reach', 'reached'], ...reached]);
}

function goalsOfScale(scale: Scale): Goal[] {
  const at = `at ${scale.companies.toLocaleString('en')} companies`;
  const ms = (time: number) => `${time.toFixed(0)} ms`;
  const screen: Goal = [
    `first screen of a currency and day ${at}`,
    `under ${scale.companies / 10_000} s of the server’s time`,
    ms(scale.firstScreenMs),
  ];
  if (scale.companies > 10_000) return [screen];
  return [
    screen,
    [`imported fact served by four servers ${at}`, 'under 300 ms', ms(scale.servedMs)],
    ['the same without LISTEN', 'under 1500 ms', ms(scale.servedWithoutListenMs)],
    [`dataset after an import ${at}`, 'under 50 ms', ms(scale.datasetMs)],
    [`coverage of a company after an import ${at}`, 'under 50 ms', ms(scale.coverageMs)],
  ];
}

function goalsOfImport({ seconds, peakMb, copySeconds }: CsvImport, small: CsvImport): Goal[] {
  const figures = `${seconds.toFixed(0)} and ${copySeconds.toFixed(0)} s`;
  return [
    [
      'import csv of 10,000 companies × COPY',
      'at least 0.33',
      `${(copySeconds / seconds).toFixed(2)} (${figures})`,
    ],
    ['its memory', 'flat', `${peakMb} MB, and ${small.peakMb} for nine companies`],
  ];
}

function goalsOfFailover({ restarting, failing, importedAfterSeconds }: Failover): Goal[] {
  const none = '0 failed requests';
  const reached = ({ asked, failed }: Asked) => `${failed.length} of ${asked}`;
  const after = `an import again after ${importedAfterSeconds.toFixed(1)} s`;
  return [
    ['rolling restart of four servers, imports meanwhile', none, reached(restarting)],
    ['failover of the primary', none, `${reached(failing)}; ${after}`],
  ];
}

export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(rows[0]!), rule, ...rows.slice(1).map(line)];
}
