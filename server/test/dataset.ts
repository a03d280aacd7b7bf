import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { inProject } from '../paths.ts';

/** The dataset that tests run on: a copy that stands still while prisma/data grows. */
export const FIXTURE = inProject('server/test/fixtures/reviewed-2026-11');

interface Tables {
  claims: 'slug' | 'source' | 'said_on';
  companies:
    | 'slug'
    | 'name'
    | 'ticker'
    | 'aliases'
    | 'country'
    | 'reporting_currency'
    | 'fiscal_year_end_month'
    | 'cik';
  definitions: 'slug' | 'description';
  groups: 'slug' | 'name' | 'description' | 'members';
  'exchange-rates': 'base' | 'quote' | 'calendar_quarter' | 'average';
  facts:
    | 'company'
    | 'concept'
    | 'definition'
    | 'period_start'
    | 'period_end'
    | 'value'
    | 'currency'
    | 'quality'
    | 'rounded_to'
    | 'published_on'
    | 'source'
    | 'note';
  'non-disclosures': 'company' | 'concept' | 'from' | 'until' | 'kind' | 'note';
  sources: 'slug' | 'kind' | 'title' | 'publisher' | 'url' | 'published_on' | 'form';
}

/** A row of the dataset, each column the text that the file holds. */
export type Row<Table extends keyof Tables> = Record<Tables[Table], string>;

/** A table of the dataset, read past the importer, so that a test can disagree with it. */
export function readTable<Table extends keyof Tables>(
  table: Table,
  folder = FIXTURE,
): Row<Table>[] {
  const file = join(folder, `${table}.csv`);
  return parse<Row<Table>>(readFileSync(file, 'utf8'), { columns: true });
}

/** The calendar quarter that holds the midpoint of a period, e.g. 2025Q2. */
export function quarterOfMidpoint(start: string, end: string): string {
  const midpoint = new Date((Date.parse(start) + Date.parse(end)) / 2);
  return `${midpoint.getUTCFullYear()}Q${Math.floor(midpoint.getUTCMonth() / 3) + 1}`;
}

/** The definitions in their order. */
export const DEFINITIONS = readTable('definitions').map(({ slug }) => slug);
