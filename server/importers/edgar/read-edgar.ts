import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { inProject } from '../../paths.ts';
import { type Entry, type ImportContext, WrongUsage } from '../importer.ts';
import { RefusedInput } from '../refusal.ts';
import { countDocuments, readDocuments } from './fetch/documents.ts';
import { EdgarClient } from './fetch/edgar-client.ts';
import type { EdgarDocument } from './fetch/edgar-document.ts';
import { FileCache } from './fetch/file-cache.ts';
import { readCompanyfacts } from './read/companyfacts.ts';
import { type ConceptChains, parseConceptChains } from './read/concept-chains.ts';
import { readJson } from './read/read-json.ts';
import { companyRows, type KnownCompany } from './rows/company-rows.ts';
import { contradictionsOf } from './rows/contradictions.ts';

/** The tags that stand for concepts. */
const CHAINS = 'prisma/data/concept-chains.csv';

/** How EDGAR is asked. */
export type EdgarOptions = {
  /** Who asks, with an address; only needed for what has to be fetched. */
  readonly contact?: string;
  /** Where `CIK##########.json` is asked for. */
  readonly mirror: string;
};

/**
 * What companyfacts files have to say, one company after the other.
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
  let hasRows = false;
  try {
    for await (const document of documents) {
      for (const entry of 'reason' in document ? [document] : readDocument(document, known)) {
        // All of them, whatever the file has: which there are must not depend on which file was imported.
        if ('table' in entry && !hasRows) yield* readChains(known.chains);
        hasRows ||= 'table' in entry;
        yield entry;
      }
      bar.advance();
    }
  } finally {
    bar.stop();
  }
}

/** Tags rank after all definitions of our own, in the order of the chains. */
const BEFORE_TAGS = 1_000_000;

/** The tags as definitions, in the order of the chains, which decides between two of one quarter. */
export function* readChains({ tags }: ConceptChains): Generator<Entry> {
  for (const [place, { tag: slug, description }] of tags.entries()) {
    const rank = BEFORE_TAGS + place + 1;
    yield { table: 'definitions', row: { slug, description, rank }, file: CHAINS };
  }
}

/** What one file has to say. */
export function* readDocument(
  { name: file, text, cik, isOneOfMany }: EdgarDocument,
  known: Awaited<ReturnType<typeof readKnown>>,
): Generator<Entry> {
  const { companyfacts, refusals } = readText(text, file, known.chains);
  yield* refusals;
  if (!companyfacts) return;
  if (cik && companyfacts.cik !== cik) {
    const reason = `expected ${cik}, which was asked for, found ${companyfacts.cik}`;
    yield { file, line: null, column: '$.cik', reason };
    return;
  }
  const rows = companyRows(companyfacts, file, known);
  // Of every filer there is, most report nothing that the dataset is about.
  for (const refusal of rows.refusals) {
    yield { ...refusal, isSetAside: refusal.isSetAside || isOneOfMany };
  }
  if (!rows.of) return;
  known.companies.set(companyfacts.cik, rows.of);
  known.slugs.add(rows.of.slug);
  if (rows.company) yield { table: 'companies', row: rows.company, file };
  for (const row of rows.sources) yield { table: 'sources', row, file };
  for (const { row, path } of rows.facts) yield { table: 'facts', row, file, path };
  yield* contradictionsOf(rows.of, rows.facts, file);
}

function readText(text: string, file: string, { tags }: ConceptChains) {
  try {
    const wanted = tags.map(({ tag }) => tag);
    return readCompanyfacts(readJson(text, file), file, wanted);
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
  const chains = parseConceptChains(await readFile(inProject(CHAINS), 'utf8'));
  const { rows } = await pool.query<KnownCompany & { cik: string | null }>(
    'select cik, slug, reporting_currency, fiscal_year_end_month from company',
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
