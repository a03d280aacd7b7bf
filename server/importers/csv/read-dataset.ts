import { checkEntry } from '../gate.ts';
import { type Refusal, RefusedInput } from '../refusal.ts';
import { TABLE_NAMES, type TableName, type TableRow } from '../tables/tables.ts';
import { readFolder } from './read-folder.ts';

/** The tables of a dataset, as its files give them. */
export type Dataset = {
  readonly [Name in TableName]: readonly TableRow<Name>[];
};

/**
 * The tables in a folder of CSV files, for whoever wants them without a database. Throws `RefusedInput`
 * with everything that is wrong in any of them.
 */
export async function readDataset(folder: string): Promise<Dataset> {
  const dataset = Object.fromEntries(TABLE_NAMES.map((name) => [name, [] as unknown[]]));
  const refusals: Refusal[] = [];
  for await (const entry of readFolder(folder)) {
    const checked = checkEntry(entry);
    if (checked.refusals) refusals.push(...checked.refusals);
    else dataset[checked.table]!.push(checked.row);
  }
  if (refusals.length > 0) throw new RefusedInput(refusals);
  return dataset as unknown as Dataset;
}
