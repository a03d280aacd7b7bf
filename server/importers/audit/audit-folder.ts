import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFolder } from '../csv/read-folder.ts';
import { checkEntry } from '../gate.ts';
import type { Refusal } from '../refusal.ts';
import { columnsOf } from '../tables/sql.ts';
import { TABLE_NAMES, type TableName, type TableRow, tableNamed } from '../tables/tables.ts';
import { ContentVersion, digestOfRow } from '../version.ts';
import { totalsOfFile } from './annual-totals.ts';
import { auditFacts, auditSources } from './audit-rows.ts';
import { against, type Placed } from './place.ts';
import { auditRates } from './rates.ts';
import { auditGuidance } from './statements.ts';
import { placesInNotes, unsaidOfFilings } from './unsaid.ts';

type Tables = { readonly [Name in TableName]: readonly Placed<TableRow<Name>>[] };

/** What is wrong or doubtful in a folder of the dataset's files, by file and line; nothing if all is well. */
export async function auditFolder(folder: string): Promise<Refusal[]> {
  const { tables, version, refusals } = await readTables(folder);
  return [...refusals, ...auditTables(tables, folder), ...(await auditVersion(folder, version))];
}

/** The rows of a folder of the dataset's files, and the version of a dataset that has nothing else. */
export async function readTables(folder: string): Promise<{
  readonly tables: Tables;
  readonly version: string;
  readonly refusals: readonly Refusal[];
}> {
  const refusals: Refusal[] = [];
  const tables = Object.fromEntries(TABLE_NAMES.map((name) => [name, [] as unknown[]]));
  const version = new ContentVersion();
  for await (const entry of readFolder(folder)) {
    const checked = checkEntry(entry);
    if (checked.refusals) refusals.push(...checked.refusals);
    else {
      const { table, row, file, line = null } = checked;
      tables[table]!.push({ ...row, place: { file, line, column: null } });
      version.count(digestOfRow(table, row), 1);
    }
  }
  return { tables: tables as unknown as Tables, version: String(version), refusals };
}

function auditTables(tables: Tables, folder: string): Refusal[] {
  const { sources, guidance, facts, companies } = tables;
  const documents = new Map(sources.map((source) => [source.slug, source]));
  const totals = totalsOfFile(companies, folder);
  const slugs = new Set(facts.map(({ company }) => company));
  return [
    ...TABLE_NAMES.flatMap((name) => brokenReferences(name, tables)),
    ...auditSources(sources),
    ...unsaidOfFilings(sources),
    ...placesInNotes(facts),
    ...auditGuidance(guidance, documents),
    ...auditRates(tables['exchange-rates']),
    ...[...slugs].flatMap((slug) =>
      auditFacts(
        facts.filter(({ company }) => company === slug),
        companies.find((company) => company.slug === slug),
        documents,
        totals.filter(({ company }) => company === slug),
      ),
    ),
  ];
}

/** Rows that name a company, a definition or a document that is not there. */
function brokenReferences(name: TableName, tables: Tables): Refusal[] {
  return columnsOf(name).flatMap(([column, { refersTo }]) => {
    if (!refersTo) return [];
    const other = TABLE_NAMES.find((each) => tableNamed(each).stored === refersTo.table)!;
    const there = new Set(tables[other].map((row) => (row as { slug?: string }).slug));
    return tables[name].flatMap((row) => {
      const named = String(row[column as never]).split(refersTo.each ? ' ' : '\n');
      return named
        .filter((slug) => !there.has(slug))
        .map((slug) =>
          against(row.place, column, `${JSON.stringify(slug)} is not in ${other}.csv`),
        );
    });
  });
}

/** Files that were exported say of which version they are. */
async function auditVersion(folder: string, version: string): Promise<Refusal[]> {
  const file = join(folder, 'datapackage.json');
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const place = { file, line: null, column: 'version' };
  try {
    const said: unknown = JSON.parse(text).version;
    if (said === undefined || said === version) return [];
    const reason = `the files have been altered: they are of version ${version}, not ${said}`;
    return [{ ...place, reason }];
  } catch {
    return [{ ...place, reason: 'expected JSON with a version' }];
  }
}
