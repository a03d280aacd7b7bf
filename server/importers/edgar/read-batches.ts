import { readFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { inProject } from '../../paths.ts';
import { withQuarter } from '../csv/read-dataset.ts';
import type { TableRow } from '../csv/tables.ts';
import type { Batch } from '../import-dataset.ts';
import type { Refusal } from '../refusal.ts';
import { type KnownCompany, readCompanyfacts } from './companyfacts.ts';
import { type ConceptChains, parseConceptChains } from './concept-chains.ts';
import type { EdgarDocument } from './documents.ts';
import { withoutReprints } from './reprints.ts';

/** What became of documents: what was wrong with some of them, and what of the others was not taken. */
export interface EdgarReport {
  readonly refusals: Refusal[];
  readonly contradictions: Refusal[];
  readonly skipped: Refusal[];
}

/** The tags that stand for each concept, company by company. */
export async function readConceptChains(): Promise<ConceptChains> {
  const file = inProject('prisma/data/concept-chains.csv');
  return parseConceptChains(await readFile(file, 'utf8'));
}

/**
 * A batch for each document that can be taken: what it has to say beside the facts that are stored.
 * Whatever is not taken is added to the report, and does not keep the other documents out.
 */
export async function* readBatches(
  pool: Pool,
  documents: AsyncIterable<EdgarDocument> | Iterable<EdgarDocument>,
  report: EdgarReport,
): AsyncGenerator<Batch> {
  const chains = await readConceptChains();
  const known = await knownCompanies(pool);
  const takenSlugs = new Set([...known.values()].map(({ slug }) => slug));
  for await (const { name: file, text, cik } of documents) {
    if (text instanceof Error) {
      report.refusals.push({ file, line: null, column: null, reason: text.message });
      continue;
    }
    const read = readCompanyfacts(text, { file, cik, chains, known, takenSlugs });
    report.refusals.push(...read.refusals);
    report.contradictions.push(...read.report.contradictions);
    report.skipped.push(...read.report.skipped);
    const { company, sources } = read;
    if (company?.cik) {
      known.set(company.cik, company);
      takenSlugs.add(company.slug);
    }
    const slug = read.facts[0]?.company;
    const facts = slug ? withoutReprints(read.facts, await storedFacts(pool, slug)) : [];
    const printed = new Set(facts.map(({ source }) => source));
    yield {
      companies: company ? [{ ...company, file }] : [],
      sources: sources.filter((source) => printed.has(source.slug)),
      facts: facts.map((fact) => ({ ...withQuarter(fact), file })),
    };
  }
}

async function knownCompanies(pool: Pool): Promise<Map<string, KnownCompany>> {
  const { rows } = await pool.query<KnownCompany & { cik: string | null }>(
    'select cik, slug, reporting_currency from company',
  );
  return new Map(rows.map((row) => [row.cik ?? row.slug, row]));
}

async function storedFacts(pool: Pool, slug: string): Promise<TableRow<'facts'>[]> {
  const { rows } = await pool.query<TableRow<'facts'>>(
    `select $1 as company, concept, definition, period_end::text, trim_scale(value)::text as value,
       quality, published_on::text
     from fact join company on company.id = fact.company_id where company.slug = $1`,
    [slug],
  );
  return rows;
}
