import { columnsOf } from '../importers/tables/sql.ts';
import type { Column } from '../importers/tables/table.ts';
import { TABLE_NAMES, type TableName, tableNamed } from '../importers/tables/tables.ts';
import { LICENCE, TITLE } from '../store/citation.ts';
import type { Edition } from './edition.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/**
 * What the dataset is, as a Data Package 2.0 describes it: its tables, their columns, and how they refer to each other.
 * @param tables those that have a file
 */
export function dataPackage(
  { version }: Pick<Edition, 'version'>,
  tables: readonly TableName[] = TABLE_NAMES,
): object {
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: 'capexgraph',
    title: TITLE,
    description:
      'What the cloud and AI companies of the US and China spend and earn, figure by figure, each with the document that printed it and the day on which it did.',
    version,
    licenses: [LICENCE],
    contributors: [{ title: 'Capexgraph contributors', roles: ['creator'] }],
    sources: [{ title: 'The documents that sources.csv lists, each under its publisher’s terms' }],
    resources: tables.map(resourceOf),
  };
}

function resourceOf(name: TableName): object {
  const { meaning, identity, columns } = tableNamed(name);
  const foreignKeys = columnsOf(name).flatMap(([column, details]) => foreignKeyOf(column, details));
  const isOptional = identity.some((column) => accepts(columns[column]!, null));
  // A part of a primary key is never empty.
  const key = isOptional ? { uniqueKeys: [identity] } : { primaryKey: identity };
  return {
    name,
    type: 'table',
    path: `${name}.csv`,
    description: meaning,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: columnsOf(name).map(([column, details]) => fieldOf(column, details)),
      missingValues: [''],
      ...key,
      // The profile takes no empty list.
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}

function fieldOf(name: string, column: Column): object {
  const { constraints, ...field } = column.field;
  const required = !accepts(column, null) && !accepts(column, undefined);
  const all = {
    ...(required && { required }),
    ...(column.isUnique && { unique: true }),
    ...constraints,
  };
  const isBound = Object.keys(all).length > 0;
  return { name, ...field, description: column.meaning, ...(isBound && { constraints: all }) };
}

const accepts = ({ schema }: Column, value: null | undefined) => schema.safeParse(value).success;

/** One for a column that names a row of another table; a list of names has none. */
function foreignKeyOf(column: string, { refersTo }: Column): object[] {
  if (!refersTo || refersTo.each) return [];
  const resource = TABLE_NAMES.find((name) => tableNamed(name).stored === refersTo.table);
  return [{ fields: [column], reference: { resource, fields: ['slug'] } }];
}
