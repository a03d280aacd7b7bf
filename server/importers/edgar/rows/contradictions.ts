import { END_OF_TIME, parseDay } from '../../../domain/day.ts';
import type { FactRecord } from '../../../domain/fact-columns.ts';
import { formOf } from '../../../domain/reported/reported-value.ts';
import { Series } from '../../../domain/series.ts';
import type { Company } from '../../../domain/vocabulary.ts';
import type { Refusal } from '../../refusal.ts';
import type { KnownCompany, LocatedFact } from './company-rows.ts';

/**
 * The facts of a file that the others contradict: they are stored like all that was reported, but no figure
 * is taken from them. The rules are the domain's own, as of today.
 */
export function contradictionsOf(
  company: KnownCompany,
  facts: readonly LocatedFact[],
  file: string,
): Refusal[] {
  const definitions = [...new Set(facts.map(({ row }) => row.definition))];
  const series = new Series(companyOf(company), recordsOf(facts, definitions), definitions);
  return series.setAside(END_OF_TIME).map(({ row, reason }) => {
    const { row: fact, path } = facts[series.facts.id[row]!]!;
    const period = `${fact.period_start} to ${fact.period_end}`;
    return {
      file,
      line: null,
      column: path,
      reason: `${fact.value} of ${period} ${reason}`,
      isSetAside: true,
    };
  });
}

/** A company as the domain knows it. */
export function companyOf(company: KnownCompany): Company {
  const { slug, reporting_currency, fiscal_year_end_month } = company;
  return {
    id: 0,
    slug,
    name: slug,
    reportingCurrency: reporting_currency,
    fiscalYearEndMonth: fiscal_year_end_month,
  };
}

/** Facts as the domain knows them, by their places. */
export function recordsOf(
  facts: readonly LocatedFact[],
  definitions: readonly string[],
): FactRecord[] {
  return facts.map(({ row, form }, id) => ({
    id,
    concept: row.concept,
    definition: definitions.indexOf(row.definition),
    periodStart: parseDay(row.period_start)!,
    periodEnd: parseDay(row.period_end)!,
    value: row.value,
    currency: row.currency,
    quality: row.quality,
    roundedTo: Number(row.rounded_to),
    publishedOn: parseDay(row.published_on)!,
    form: formOf(form),
  }));
}
