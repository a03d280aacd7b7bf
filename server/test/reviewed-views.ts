import { EARLIEST_QUARTER, LATEST_QUARTER } from '../domain/calendar-quarter.ts';
import { ExchangeRates } from '../domain/exchange-rates.ts';
import type { FactRecord } from '../domain/fact-columns.ts';
import { GroupView } from '../domain/group-view.ts';
import { formOf } from '../domain/reported/reported-value.ts';
import { Series } from '../domain/series.ts';
import { day, quarter, rate, type ViewOptions, viewOf } from '../domain/testing.ts';
import type { View } from '../domain/view.ts';
import type { Concept, Currency, Quality } from '../domain/vocabulary.ts';
import type { NonDisclosure } from '../store/catalog-parts.ts';
import type { NewFact } from './add-rows.ts';
import { type Row, readTable } from './dataset.ts';

// The fixture as the domain sees it, without a database.

const companies = readTable('companies');
const definitions = readTable('definitions').map(({ slug }) => slug);
const facts = readTable('facts');
const forms = new Map(readTable('sources').map(({ slug, form }) => [slug, formOf(form)]));

/** A company's series; with more facts than the fixture has, if they are given. */
function seriesOf(slug: string, added: readonly NewFact[] = []): Series {
  const id = companies.findIndex((row) => row.slug === slug);
  const { name, reporting_currency, fiscal_year_end_month } = companies[id]!;
  const reportingCurrency = reporting_currency as Currency;
  return new Series(
    { id, slug, name, reportingCurrency, fiscalYearEndMonth: Number(fiscal_year_end_month) },
    [...facts, ...added].filter(({ company }) => company === slug).map(toRecord),
    definitions,
    nonDisclosuresOf(slug),
  );
}

/** What a company is known not to publish. */
export function nonDisclosuresOf(slug: string): NonDisclosure[] {
  return readTable('non-disclosures')
    .filter(({ company }) => company === slug)
    .map(({ concept, from, until, kind, note }) => ({
      concept: concept as Concept,
      kind,
      note,
      from: from === '' ? EARLIEST_QUARTER : quarter(from),
      until: until === '' ? LATEST_QUARTER : quarter(until),
    }));
}

/** A row of the dataset, as a series is made of it. */
export function toRecord(row: Row<'facts'> | NewFact, id: number): FactRecord {
  return {
    id,
    concept: row.concept as Concept,
    definition: definitions.indexOf(row.definition),
    periodStart: day(row.period_start),
    periodEnd: day(row.period_end),
    value: row.value,
    currency: (row.currency ?? 'CNY') as Currency,
    quality: (row.quality ?? 'REPORTED') as Quality,
    roundedTo: Number(row.rounded_to ?? 1),
    publishedOn: day(row.published_on),
    form: forms.get(row.source ?? '') ?? 'OTHER',
  };
}

const reviewed = new Map(companies.map(({ slug }) => [slug, seriesOf(slug)]));

/** Its companies. */
export const COMPANIES = [...reviewed.keys()];

/** Its exchange rates: USD to CNY until 2026Q2, to HKD and EUR until 2026Q1. */
export const REVIEWED_RATES = new ExchangeRates(
  readTable('exchange-rates').map((row) =>
    rate(row.base as Currency, row.quote as Currency, row.calendar_quarter, row.average),
  ),
);

/** One of its companies, e.g. `view('alibaba', { asOf: '2025-09-01', currency: 'USD' })`. */
export function view(company: string, options: ViewOptions = {}): View {
  return viewOf(reviewed.get(company)!, REVIEWED_RATES, options);
}

/**
 * One of its groups, in USD unless told otherwise: `groupView('us-cloud', { asOf: '2025-09-01' })`;
 * with more facts than the fixture has, if they are given.
 */
export function groupView(
  group: string,
  options: ViewOptions = {},
  added: readonly NewFact[] = [],
): GroupView {
  const { slug, name, members } = readTable('groups').find((row) => row.slug === group)!;
  const currency = options.currency ?? 'USD';
  const views = members
    .split(' ')
    .map((member) => (added.length > 0 ? seriesOf(member, added) : reviewed.get(member)!))
    .map((series) => viewOf(series, REVIEWED_RATES, { ...options, currency }));
  return new GroupView({ slug, name }, views, currency);
}
