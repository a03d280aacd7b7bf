import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseDay } from '../domain/day.ts';
import type { Row } from './dataset.ts';

/** What of a dataset tells whether its quarters add up. */
export interface Figures {
  readonly companies: readonly { readonly slug: string; readonly fiscal_year_end_month: number }[];
  readonly facts: readonly Pick<
    Row<'facts'>,
    'company' | 'concept' | 'definition' | 'period_start' | 'period_end' | 'value' | 'published_on'
  >[];
}
type Fact = Figures['facts'][number];

/** A figure of a year, or of half a year, that its quarters must add up to. */
export interface Total {
  readonly company: string;
  readonly concept: string;
  /** Where it is not told, that of any quarters will do. */
  readonly definition?: string;
  /** The months since year 0 in which it ends. */
  readonly lastMonth: number;
  readonly quarters: number;
  readonly value: number;
  /** What it is rounded to. */
  readonly unit: number;
  /** What restates its quarters later is none of its parts. */
  readonly publishedOn?: string;
}

/** The totals in a folder's `annual-totals.csv`, if it has one, and the years among the facts. */
export function printedTotals({ companies, facts }: Figures, folder: string): Total[] {
  const totals = [...totalsOfFile(companies, folder), ...facts.filter(isYear).map(totalOf)];
  const nameOf = ({ company, concept, definition }: Omit<Total, 'unit'>) =>
    [company, concept, definition].join(' ');
  return totals.map((total) => {
    // One of several may end in zeros by chance.
    const alike = totals.filter((other) => nameOf(other) === nameOf(total));
    return { ...total, unit: Math.min(...alike.map(({ value }) => unitOf(value))) };
  });
}

function totalsOfFile(companies: Figures['companies'], folder: string): Omit<Total, 'unit'>[] {
  const yearEnds = new Map(
    companies.map(({ slug, fiscal_year_end_month }) => [slug, fiscal_year_end_month]),
  );
  const file = join(folder, 'annual-totals.csv');
  const rows: Record<'company' | 'item' | 'period' | 'value', string>[] = existsSync(file)
    ? parse(readFileSync(file), { columns: true })
    : [];
  return rows
    .filter(({ company }) => yearEnds.has(company))
    .map(({ company, item, period, value }) => {
      const [concept, ...definition] = item.split(' ');
      return {
        company,
        concept: concept!,
        definition: definition.join(' ') || undefined,
        ...readPeriod(period, yearEnds.get(company)!),
        value: Number(value),
      };
    });
}

function totalOf(fact: Fact): Omit<Total, 'unit'> {
  const { company, concept, definition, value, published_on } = fact;
  const lastMonth = Math.round(middleOf(fact) + 5);
  const publishedOn = published_on;
  return {
    company,
    concept,
    definition,
    lastMonth,
    quarters: 4,
    value: Number(value),
    publishedOn,
  };
}

/** A total's quarters added up, in each definition that has them all, and how far rounding may take it. */
export function sumsOf(total: Total, { facts }: Figures): { sum: number; tolerance: number }[] {
  const parts = facts
    .filter((fact) => fact.company === total.company && fact.concept === total.concept)
    .filter((fact) => !isYear(fact) && fact.published_on <= (total.publishedOn ?? '9999'))
    .filter((fact) => {
      const months = total.lastMonth + 0.5 - middleOf(fact);
      return months > 0 && months < total.quarters * 3;
    })
    .toSorted((a, b) => a.published_on.localeCompare(b.published_on));
  const definitions = total.definition
    ? [total.definition]
    : [...new Set(parts.map(({ definition }) => definition))];
  return definitions.flatMap((definition) => {
    // The newest of each quarter comes last, and stays.
    const quarters = new Map(
      parts
        .filter((fact) => fact.definition === definition)
        .map((fact) => [Math.floor((total.lastMonth + 0.5 - middleOf(fact)) / 3), fact.value]),
    );
    if (quarters.size < total.quarters) return [];
    const values = [...quarters.values()].map(Number);
    const unit = Math.min(...values.map(unitOf));
    const finer = total.unit < unit ? total.quarters * unit : 0;
    const tolerance = (total.unit > unit ? total.unit : finer) / 2;
    return [{ sum: values.reduce((sum, value) => sum + value, 0), tolerance }];
  });
}

/** The last month of 2024, FY2024, FY to 2024-03 or 2024H1. */
function readPeriod(period: string, fiscalYearEndMonth: number) {
  const [, fiscal, year, month, half] = PERIOD.exec(period) ?? [];
  if (!year) throw new Error(`annual-totals.csv: ${JSON.stringify(period)} is no period.`);
  const ofYear = half ? Number(half) * 6 : fiscal ? fiscalYearEndMonth : 12;
  return { lastMonth: Number(year) * 12 + Number(month ?? ofYear) - 1, quarters: half ? 2 : 4 };
}

const PERIOD = /^(FY|FY to )?(\d{4})(?:-(\d\d)|H([12]))?$/;

const isYear = ({ period_start, period_end }: Fact) =>
  parseDay(period_end)! - parseDay(period_start)! > 300;

const MONTH = 365.25 / 12;

/** The middle of a period, in months since year 0. */
function middleOf({ period_start, period_end }: Fact): number {
  const [year, month] = period_end.split('-').map(Number) as [number, number];
  const days = parseDay(period_end)! - parseDay(`${period_end.slice(0, 7)}-01`)!;
  const length = parseDay(period_end)! - parseDay(period_start)!;
  return year * 12 + month - 1 + (days - length / 2) / MONTH;
}

/** The power of ten that a figure seems to be rounded to. */
function unitOf(value: number): number {
  return 10 ** /0*$/.exec(String(value))![0].length;
}
