import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCalendarQuarter } from '../../domain/calendar-quarter.ts';
import { parseDay } from '../../domain/day.ts';
import { quarterOfPeriod } from '../../domain/fiscal-calendar.ts';
import type { Batch } from '../import-dataset.ts';
import { type Refusal, RefusedInput } from '../refusal.ts';
import { type Located, readTable } from './read-table.ts';
import { TABLES, type TableName, type TableRow } from './tables.ts';

/** The tables of a dataset, as its files give them. */
export type Dataset = {
  readonly [Name in TableName]: readonly Located<TableRow<Name>>[];
};

/**
 * The tables in a folder of CSV files; a file that is not there is an empty table. Throws
 * `RefusedInput` with everything that is wrong in any of them.
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const names = Object.keys(TABLES) as TableName[];
  const files = await readdir(folder).catch((): string[] => []);
  const present = names.filter((name) => files.includes(`${name}.csv`));
  if (present.length === 0) {
    const reason = `expected a folder with any of ${names.map((name) => `${name}.csv`).join(', ')}`;
    throw new RefusedInput([{ file: folder, line: null, column: null, reason }]);
  }
  const dataset = Object.fromEntries(names.map((name) => [name, []])) as unknown as Dataset;
  const refusals: Refusal[] = [];
  for (const name of present) {
    const table = await readTable(join(folder, `${name}.csv`), name);
    refusals.push(...table.refusals);
    Object.assign(dataset, { [name]: table.rows });
  }
  if (refusals.length > 0) throw new RefusedInput(refusals);
  return dataset;
}

/** A dataset as a batch to import: its facts with the calendar quarter that they fall in. */
export function batchOf(dataset: Dataset): Batch {
  return { ...dataset, facts: dataset.facts.map(withQuarter) };
}

/** A fact with the calendar quarter that it falls in. */
export function withQuarter(fact: Located<TableRow<'facts'>>) {
  const period = { start: parseDay(fact.period_start)!, end: parseDay(fact.period_end)! };
  const quarter = quarterOfPeriod(period);
  return { ...fact, calendar_quarter: formatCalendarQuarter(quarter) };
}
