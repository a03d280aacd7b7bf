import { ExchangeRates } from '../domain/exchange-rates.ts';
import type { FactRecord } from '../domain/fact-columns.ts';
import { GroupView } from '../domain/group-view.ts';
import { Series } from '../domain/series.ts';
import { day, rate, type Sight, see } from '../domain/testing.ts';
import type { View } from '../domain/view.ts';
import type { Concept, Currency, Quality } from '../domain/vocabulary.ts';
import { readTable } from './dataset.ts';

// The fixture as the domain sees it, without a database.

const definitions = readTable('definitions').map(({ slug }) => slug);
const groups = new Map(readTable('groups').map((row) => [row.slug, row]));

const reviewed = new Map(
  readTable('companies').map((row, id) => [
    row.slug,
    new Series(
      {
        id,
        slug: row.slug,
        name: row.name,
        reportingCurrency: row.reporting_currency as Currency,
        fiscalYearEndMonth: Number(row.fiscal_year_end_month),
      },
      factsOf(row.slug),
      definitions,
    ),
  ]),
);

/** A company's facts, as a series is made of them. */
export function factsOf(company: string): FactRecord[] {
  const rows = readTable('facts').filter((row) => row.company === company);
  return rows.map((row, id) => ({
    id,
    concept: row.concept as Concept,
    definition: definitions.indexOf(row.definition),
    periodStart: day(row.period_start),
    periodEnd: day(row.period_end),
    value: row.value,
    currency: row.currency as Currency,
    quality: row.quality as Quality,
    publishedOn: day(row.published_on),
  }));
}

/** Its companies. */
export const COMPANIES = [...reviewed.keys()];

/** Its exchange rates: USD to CNY until 2026Q2, to HKD and EUR until 2026Q1. */
export const REVIEWED_RATES = new ExchangeRates(
  readTable('exchange-rates').map((row) =>
    rate(row.base as Currency, row.quote as Currency, row.calendar_quarter, row.average),
  ),
);

/** One of its companies, e.g. `view('alibaba', { asOf: '2025-09-01', currency: 'USD' })`. */
export function view(company: string, sight: Sight = {}): View {
  return see(reviewed.get(company)!, REVIEWED_RATES, sight);
}

/** One of its groups, in USD unless told otherwise: `groupView('us-cloud', { asOf: '2025-09-01' })`. */
export function groupView(group: string, sight: Sight = {}): GroupView {
  const { slug, name, members } = groups.get(group)!;
  const currency = sight.currency ?? 'USD';
  const views = members.split(' ').map((company) => view(company, { ...sight, currency }));
  return new GroupView({ slug, name }, views, currency);
}
