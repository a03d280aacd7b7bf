import type { Pool } from 'pg';
import type { ImportSummary } from '../importers/summary.ts';
import { TABLE_NAMES } from '../importers/tables/tables.ts';
import { rowsAtVersion } from '../store/at-version.ts';
import type { Catalog } from '../store/catalog.ts';
import { TITLE } from '../store/citation.ts';

/** The imports that the feed has entries for. */
const ENTRIES = 20;
/** The companies that an entry names. */
const NAMED = 5;

interface ImportRow {
  readonly id: number;
  readonly kind: string;
  readonly origin: string;
  readonly importedAt: Date;
  readonly version: string | null;
  readonly added: number;
  readonly restating: number;
  readonly companies: readonly string[];
  /** How many rows of each table it added or changed; null where that was not kept. */
  readonly changed: NonNullable<ImportSummary['changed']> | null;
}

/** The newest imports, what each brought, and how much of it restates what was there. */
const READ = `
  with newest as (select * from import where id <= $1 order by id desc limit ${ENTRIES})
  select newest.id, kind, origin, imported_at as "importedAt", version, facts_added as added,
    coalesce(restating, 0) as restating, coalesce(companies, '{}') as companies,
    summary->'changed' as changed
  from newest left join (
    select import_id, count(*) filter (where is_other)::int as restating,
      array_agg(distinct company.name) as companies
    from (
      select import_id, company_id, exists (
        select from fact before
        where before.company_id = fact.company_id and before.concept = fact.concept
          and before.definition = fact.definition and before.period_start = fact.period_start
          and before.period_end = fact.period_end and before.published_on < fact.published_on
          and before.import_id < fact.import_id and before.value <> fact.value
      ) as is_other
      from fact where import_id between (select min(id) from newest) and $1
    ) fact join company on company.id = company_id
    group by import_id
  ) brought on import_id = newest.id`;

/** What imports up to one brought, as an Atom feed (RFC 4287), an entry each. */
export async function changesFeed(
  pool: Pool,
  { importId, importedAt }: Pick<Catalog, 'importId' | 'importedAt'>,
): Promise<string> {
  const rows = await rowsAtVersion(
    importId,
    READ,
    async (text) => (await pool.query<ImportRow>(text, [importId])).rows,
  );
  rows.sort((a, b) => b.id - a.id);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>${FEED_ID}</id>
  <title>${escaped(TITLE)}</title>
  <subtitle>What each import brought</subtitle>
  <updated>${importedAt.toISOString()}</updated>
  <author><name>Capexgraph contributors</name></author>
  <rights>CC BY 4.0</rights>
  <link rel="self" type="application/atom+xml" href="/changes.atom"/>
  <link rel="alternate" type="application/json" href="/data/datapackage.json"/>
${rows.map(entryOf).join('')}</feed>
`;
}

/** Made up once, as every feed has a name of its own. */
const FEED_ID = 'urn:uuid:6f1c36b4-2f0a-4d57-9a43-0e6a9b3f5d21';

function entryOf(row: ImportRow): string {
  const { importedAt, version, kind, origin, added, restating } = row;
  const others = othersIn(row);
  const facts = `${counted(added, 'fact')}${ofCompanies(row)}`;
  const sentences = [
    added > 0 || !others ? facts : others,
    added > 0 ? others : '',
    restating > 0
      ? `${counted(restating, 'of them restates', 'of them restate')} what was there`
      : '',
    `imported by ${kind} from ${origin}`,
    version ? `the dataset's version is ${version}` : '',
  ];
  return `  <entry>
    <id>urn:uuid:${uuidOf(row)}</id>
    <title>${escaped(sentences[0]!)}</title>
    <updated>${importedAt.toISOString()}</updated>
    <content type="text">${escaped(sentences.filter(Boolean).join('; '))}.</content>
  </entry>
`;
}

/** What it brought beside facts, e.g. 1 row of groups, 2 rows of sources, more about 3 facts. */
function othersIn({ changed, added }: ImportRow): string {
  if (!changed) return '';
  const tables = TABLE_NAMES.filter((table) => table !== 'facts' && changed[table]);
  const others = tables.map((table) => `${counted(changed[table], 'row')} of ${table}`);
  // The note, the place in a document or the unit of facts that were there.
  const completed = changed.facts - added;
  if (completed > 0) others.push(`more about ${counted(completed, 'fact')}`);
  return others.join(', ');
}

function ofCompanies({ companies }: ImportRow): string {
  if (companies.length === 0) return '';
  const rest = companies.length - NAMED;
  const named = companies.slice(0, NAMED).join(', ');
  return ` of ${named}${rest > 0 ? ` and ${counted(rest, 'other company', 'other companies')}` : ''}`;
}

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count} ${count === 1 ? one : many}`;

/** An entry's name: by the content that it led to and its place, as an import may lead back to what was there. */
function uuidOf({ version, id }: ImportRow): string {
  const place = id.toString(16).padStart(12, '0');
  const digits = (version ?? '').slice(0, 20).padStart(20, '0');
  // Version 8 of RFC 9562: digits of our own.
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${place}`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML has no place for control characters and two others, escaped or not. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\ufffe\uffff]/gu, ' ').replace(/[&<>]/g, (sign) => ENTITIES[sign]!);
}
