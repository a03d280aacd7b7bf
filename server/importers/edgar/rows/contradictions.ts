import { END_OF_TIME } from '../../../domain/day.ts';
import type { FactRecord } from '../../../domain/fact-columns.ts';
import { TAXONOMY } from '../../../domain/measures.ts';
import { placeOf, reportedOf } from '../../../domain/placed-facts.ts';
import { areUndisputed } from '../../../domain/reported/contradictions/undisputed.ts';
import { formOf } from '../../../domain/reported/reported-value.ts';
import { Series } from '../../../domain/series.ts';
import type { Company, Concept } from '../../../domain/vocabulary.ts';
import { readDay } from '../../days.ts';
import type { Refusal } from '../../refusal.ts';
import { groupBy } from '../group-by.ts';
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
  const records = [...groupBy(recordsOf(facts, definitions), ({ concept }) => concept)]
    .filter(([concept, ofConcept]) => !areUndisputedFacts(company, concept, ofConcept))
    .flatMap(([, ofConcept]) => ofConcept);
  if (records.length === 0) return [];
  const series = new Series(companyOf(company), records, definitions);
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

/** Whether nothing of a concept contradicts anything else of it; a series would say the same, more slowly. */
function areUndisputedFacts(
  { fiscal_year_end_month }: KnownCompany,
  concept: Concept,
  records: readonly FactRecord[],
): boolean {
  const reports = records
    .map((record) => placeOf(record, fiscal_year_end_month))
    .filter(({ isWhole }) => isWhole)
    .map((placed) => reportedOf(placed, placed.record.id));
  return areUndisputed(reports, !('mayBeNegative' in TAXONOMY[concept]));
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
    periodStart: readDay(row.period_start)!,
    periodEnd: readDay(row.period_end)!,
    value: row.value,
    currency: row.currency,
    quality: row.quality,
    roundedTo: Number(row.rounded_to),
    publishedOn: readDay(row.published_on)!,
    form: formOf(form),
  }));
}
