import type { z } from 'zod';
import { claims } from './claims.ts';
import { companies } from './companies.ts';
import { definitions } from './definitions.ts';
import { exchangeRates } from './exchange-rates.ts';
import { facts } from './facts.ts';
import { groups } from './groups.ts';
import { guidance } from './guidance.ts';
import { nonDisclosures } from './non-disclosures.ts';
import { sources } from './sources.ts';
import type { Column, Table } from './table.ts';

/**
 * The tables of the dataset, each after those that it refers to. Stages, merges, checks, exports and
 * what the server reads are made from them; a column is written down here and in prisma/schema.prisma.
 */
export const TABLES = {
  companies,
  groups,
  definitions,
  sources,
  facts,
  'non-disclosures': nonDisclosures,
  guidance,
  'exchange-rates': exchangeRates,
  claims,
} as const;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

type Schemas<Name extends TableName> = {
  [C in keyof (typeof TABLES)[Name]['columns']]: (typeof TABLES)[Name]['columns'][C] extends Column<
    infer Schema
  >
    ? Schema
    : never;
};

/** A row as the gate lets it through. */
export type TableRow<Name extends TableName> = z.output<z.ZodObject<Schemas<Name>>>;

/** A row as an importer gives it. */
export type GivenRow<Name extends TableName> = z.input<z.ZodObject<Schemas<Name>>>;

/** The table of a name, for whoever does the same with all of them. */
export const tableNamed = (name: TableName): Table => TABLES[name] as unknown as Table;
