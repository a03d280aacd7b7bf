import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { inProject } from '../../paths.ts';
import { type Entry, type ImportContext, WrongUsage } from '../importer.ts';
import { RefusedInput } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';
import { countDocuments, readDocuments } from './fetch/documents.ts';
import { EdgarClient } from './fetch/edgar-client.ts';
import type { EdgarDocument } from './fetch/edgar-document.ts';
import { FileCache } from './fetch/file-cache.ts';
import { withoutReprints } from './quarters/reprints.ts';
import { readCompanyfacts } from './read/companyfacts.ts';
import { parseConceptChains } from './read/concept-chains.ts';
import { readJson } from './read/read-json.ts';
import { companyRows, type KnownCompany } from './rows/company-rows.ts';

/** How EDGAR is asked. */
export type EdgarOptions = {
  /** Who asks, with an address; only needed for what has to be fetched. */
  readonly contact?: string;
  /** Where `CIK##########.json` is asked for. */
  readonly mirror: string;
};

/**
 * What companyfacts files have to say beside the facts that are stored, one company after the other.
 * A file that cannot be taken, or a part of one, is refused and keeps no other out.
 */
export async function* readEdgar(
  sources: readonly string[],
  options: EdgarOptions,
  context: ImportContext,
): AsyncGenerator<Entry> {
  const { pool } = context;
  const names = sources.length > 0 ? sources : await ciksOf(pool);
  const documents = readDocuments(names, () => openClient(options, context));
  const bar = context.bar('companies', await countDocuments(names));
  const known = await readKnown(pool);
  try {
    for await (const document of documents) {
      if ('reason' in document) yield document;
      else yield* readDocument(document, known, pool);
      bar.advance();
    }
  } finally {
    bar.stop();
  }
}

/** What one file has to say beside the facts that are stored. */
export async function* readDocument(
  { name: file, text, cik }: EdgarDocument,
  known: Awaited<ReturnType<typeof readKnown>>,
  pool: Pool,
): AsyncGenerator<Entry> {
  const { companyfacts, refusals } = readText(text, file, known.chains.tags);
  yield* refusals;
  if (!companyfacts) return;
  if (cik && companyfacts.cik !== cik) {
    const reason = `expected ${cik}, which was asked for, found ${companyfacts.cik}`;
    yield { file, line: null, column: '$.cik', reason };
    return;
  }
  const { company, sources, facts, setAside } = companyRows(companyfacts, file, known);
  yield* setAside;
  if (company) {
    known.companies.set(companyfacts.cik, company);
    known.slugs.add(company.slug);
    yield { table: 'companies', row: company, file };
  }
  const slug = facts[0]?.row.company;
  if (!slug) return;
  const rows = facts.map(({ row }) => row);
  const news = new Set(withoutReprints(rows, await storedFacts(pool, slug)));
  const printed = new Set([...news].map(({ source }) => source));
  for (const row of sources) {
    if (printed.has(row.slug)) yield { table: 'sources', row, file };
  }
  for (const { row, path } of facts) if (news.has(row)) yield { table: 'facts', row, file, path };
}

function readText(text: string, file: string, tags: ReadonlySet<string>) {
  try {
    return readCompanyfacts(readJson(text, file), file, tags);
  } catch (error) {
    if (error instanceof RefusedInput) return { companyfacts: null, refusals: error.refusals };
    throw error;
  }
}

function openClient({ contact, mirror }: EdgarOptions, { home, progress }: ImportContext) {
  if (!contact) {
    throw new WrongUsage(
      'to ask EDGAR for a CIK, the SEC wants to know who asks: --contact "NAME ADDRESS@EXAMPLE.ORG"',
    );
  }
  return new EdgarClient({
    contact,
    baseUrl: mirror.replace(/\/$/, ''),
    cache: new FileCache(join(home, 'edgar')),
    onRetry: progress,
  });
}

/** What files are read with: the chains of tags, and what is stored already. */
export async function readKnown(pool: Pool) {
  const file = inProject('prisma/data/concept-chains.csv');
  const chains = parseConceptChains(await readFile(file, 'utf8'));
  const { rows } = await pool.query<KnownCompany & { cik: string | null }>(
    'select cik, slug, reporting_currency from company',
  );
  const companies = new Map<string, KnownCompany>(rows.map((row) => [row.cik ?? row.slug, row]));
  return { chains, companies, slugs: new Set(rows.map(({ slug }) => slug)) };
}

async function ciksOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ cik: string }>(
    'select cik from company where cik is not null order by id',
  );
  return rows.map(({ cik }) => cik);
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
