import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseDay } from '../../domain/day.ts';
import { RefusedInput } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';
import type { Fact, Place } from './place.ts';

/** What of a company tells when its fiscal years end. */
type YearEnd = Pick<TableRow<'companies'>, 'slug' | 'fiscal_year_end_month'>;

/** A figure of several quarters that they must add up to. */
export interface Total {
  readonly place: Place;
  readonly company: string;
  readonly concept: string;
  /** The period as the document names it, or by its days. */
  readonly period: string;
  /** Where it is not told, that of any quarters will do. */
  readonly definition?: string;
  /** The months since year 0 in which it ends. */
  readonly lastMonth: number;
  readonly quarters: number;
  readonly value: number;
  /** How far the exact value may lie from it. */
  readonly tolerance: number;
  /** What restates its quarters later is none of its parts. */
  readonly publishedOn?: string;
}

/** The longer periods among facts. */
export function printedTotals(facts: readonly Fact[]): Total[] {
  return facts.filter((fact) => lengthInQuarters(fact) > 1).map(totalOf);
}

/** The totals in a folder's `annual-totals.csv`, if it has one. */
export function totalsOfFile(companies: readonly YearEnd[], folder: string): Total[] {
  const yearEnds = new Map(
    companies.map(({ slug, fiscal_year_end_month }) => [slug, fiscal_year_end_month]),
  );
  const file = join(folder, 'annual-totals.csv');
  const rows: Record<'company' | 'item' | 'period' | 'value', string>[] = existsSync(file)
    ? parse(readFileSync(file), { columns: true })
    : [];
  return rows.flatMap(({ company, item, period, value }, row) => {
    if (!yearEnds.has(company)) return [];
    const [concept, ...definition] = item.split(' ');
    return {
      place: { file, line: row + 2, column: 'value' },
      company,
      concept: concept!,
      period,
      definition: definition.join(' ') || undefined,
      ...readPeriod(period, yearEnds.get(company)!, { file, line: row + 2, column: null }),
      value: Number(value),
      tolerance: unitOf(value) / 2,
    };
  });
}

function totalOf(fact: Fact): Total {
  const { place, company, concept, definition, value, published_on } = fact;
  const quarters = lengthInQuarters(fact);
  return {
    place: place.line === null ? place : { ...place, column: 'value' },
    company,
    concept,
    period: `${fact.period_start} to ${fact.period_end}`,
    definition,
    lastMonth: Math.round(middleOf(fact) + (quarters * 3) / 2 - 1),
    quarters,
    value: Number(value),
    tolerance: toleranceOf(fact),
    publishedOn: published_on,
  };
}

/** A total's quarters added up, in each definition that has them all, and how far rounding may take it. */
export function sumsOf(total: Total, facts: readonly Fact[]): { sum: number; tolerance: number }[] {
  const parts = facts
    .filter((fact) => fact.company === total.company && fact.concept === total.concept)
    .filter((fact) => lengthInQuarters(fact) === 1)
    .filter((fact) => fact.published_on <= (total.publishedOn ?? '9999'))
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
        .map((fact) => [Math.floor((total.lastMonth + 0.5 - middleOf(fact)) / 3), fact]),
    );
    if (quarters.size < total.quarters) return [];
    const counted = [...quarters.values()];
    const add = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0);
    return [
      {
        sum: add(counted.map(({ value }) => Number(value))),
        tolerance: total.tolerance + add(counted.map(toleranceOf)),
      },
    ];
  });
}

/** The last month of 2024, FY2024, FY to 2024-03 or 2024H1. */
function readPeriod(period: string, fiscalYearEndMonth: number, place: Place) {
  const [, fiscal, year, month, half] = PERIOD.exec(period) ?? [];
  if (!year) throw new RefusedInput([{ ...place, column: 'period', reason: EXPECTED(period) }]);
  const ofYear = half ? Number(half) * 6 : fiscal ? fiscalYearEndMonth : 12;
  return { lastMonth: Number(year) * 12 + Number(month ?? ofYear) - 1, quarters: half ? 2 : 4 };
}

const EXPECTED = (period: string) =>
  `expected a period like 2024, FY2024, FY to 2024-03 or 2024H1; found ${JSON.stringify(period)}`;
const PERIOD = /^(FY|FY to )?(\d{4})(?:-(\d\d)|H([12]))?$/;

/** How many quarters a period takes. */
export function lengthInQuarters({ period_start, period_end }: Fact): number {
  return Math.round((parseDay(period_end)! - parseDay(period_start)!) / (MONTH * 3));
}

/** How far the exact value may lie from a fact's: half the unit of a print, a whole one of a difference. */
function toleranceOf({ quality, rounded_to }: Fact): number {
  return Number(rounded_to ?? 1) / (quality === 'REPORTED' ? 2 : 1);
}

const MONTH = 365.25 / 12;

/** The middle of a period, in months since year 0. */
function middleOf({ period_start, period_end }: Fact): number {
  const [year, month] = period_end.split('-').map(Number) as [number, number];
  const days = parseDay(period_end)! - parseDay(`${period_end.slice(0, 7)}-01`)!;
  const length = parseDay(period_end)! - parseDay(period_start)!;
  return year * 12 + month - 1 + (days - length / 2) / MONTH;
}

/** The power of ten that a figure without a unit seems to be rounded to. */
function unitOf(value: string): number {
  return 10 ** /0*$/.exec(value)![0].length;
}
