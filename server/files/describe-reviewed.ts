import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTables } from '../importers/audit/audit-folder.ts';
import { REVIEWED_DATASET } from '../importers/load-reviewed.ts';
import { TABLE_NAMES } from '../importers/tables/tables.ts';
import { dataPackage } from './data-package.ts';

// Writes into the folder of the reviewed dataset what it is, and of which version: an audit finds what anybody alters by accident.

const { version } = await readTables(REVIEWED_DATASET);
const tables = TABLE_NAMES.filter((name) => existsSync(join(REVIEWED_DATASET, `${name}.csv`)));
const text = JSON.stringify(dataPackage({ version }, tables), null, 2);
await writeFile(join(REVIEWED_DATASET, 'datapackage.json'), `${text}\n`);
