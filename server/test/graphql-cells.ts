import type { TABLES, TableName } from '../importers/tables/tables.ts';
import type { TestServer } from './testkit.ts';

/** A cell of a table in GraphQL: the path to it from a node, what is between the texts of a list; or why there is none. */
type InGraphQL =
  | string
  | { readonly path: string; readonly between: string }
  | { readonly path: string; readonly select: string; readonly as: (value: unknown) => unknown }
  | { readonly none: string };

interface Counterpart<Column extends string> {
  /** Every node that is a row, or the ways to them; a node may come more than once. */
  readonly nodes: readonly string[];
  readonly cells: { readonly [Name in Column]: InGraphQL };
}

type ColumnOf<Name extends TableName> = keyof (typeof TABLES)[Name]['columns'] & string;

const COMPANIES = 'companies(first: 100) { nodes';
const CHANGES = 'changes(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes';
const RATES = ['USD', 'CNY', 'HKD', 'EUR'].map(
  (currency) => `${COMPANIES} { quarters(currency: ${currency}) { nodes { revenue { exchangeRates`,
);

/** The readings of a claim without what only its working is made with. */
export function shownReadings(readings: unknown): unknown {
  type Reading = Readonly<Record<string, unknown>>;
  const all = typeof readings === 'string' ? JSON.parse(readings) : readings;
  const shown = (all as Reading[]).map((reading) => {
    const { query, figure, expression = figure, holds = null, condition = holds } = reading;
    const { stated, isStated = stated === undefined ? null : stated === 'yes' } = reading;
    const { basis, substitute = null, details = [] } = reading;
    const document = String(query)
      .replace(/ = "\d{4}-\d\d-\d\d"/, '')
      .trim();
    const labels = (details as Reading[]).map(({ label }) => label);
    return { basis, isStated, substitute, document, expression, condition, labels };
  });
  return JSON.stringify(shown.sort((a, b) => String(a.basis).localeCompare(String(b.basis))));
}

/** Where each cell of each table is in GraphQL. A table or a column that is not here does not compile. */
export const COUNTERPARTS: { readonly [Name in TableName]: Counterpart<ColumnOf<Name>> } = {
  companies: {
    nodes: [COMPANIES],
    cells: {
      slug: 'slug',
      name: 'name',
      ticker: 'ticker',
      aliases: { path: 'aliases', between: ';' },
      country: 'country',
      reporting_currency: 'reportingCurrency',
      fiscal_year_end_month: 'fiscalYearEndMonth',
      cik: 'cik',
    },
  },
  groups: {
    nodes: ['groups'],
    cells: {
      slug: 'slug',
      name: 'name',
      description: 'description',
      members: { path: 'members.slug', between: ' ' },
      rank: { none: 'the list of groups is in its order' },
    },
  },
  definitions: {
    nodes: [`${CHANGES} { fact { definition`],
    cells: { slug: 'slug', description: 'description', rank: 'rank' },
  },
  sources: {
    nodes: [
      `${CHANGES} { fact { source`,
      `${COMPANIES} { guidance { source`,
      'claims { source',
      ...RATES.map((rates) => `${rates} { source`),
    ],
    cells: {
      slug: 'slug',
      kind: 'kind',
      title: 'title',
      publisher: 'publisher',
      url: 'url',
      published_on: 'publishedOn',
      form: 'form',
      accession: 'accession',
    },
  },
  facts: {
    nodes: [`${CHANGES} { fact`],
    cells: {
      company: 'quarter.company.slug',
      concept: 'concept',
      definition: 'definition.slug',
      period_start: 'periodStart',
      period_end: 'periodEnd',
      value: 'amount',
      currency: 'currency',
      quality: 'quality',
      rounded_to: 'roundedTo',
      published_on: 'publishedOn',
      source: 'source.slug',
      locator: 'locator',
      note: 'note',
    },
  },
  'non-disclosures': {
    nodes: [`${COMPANIES} { nonDisclosures`],
    cells: {
      company: { none: 'it is the company that is asked' },
      concept: 'concept',
      from: 'from',
      until: 'until',
      kind: 'kind',
      note: 'note',
    },
  },
  guidance: {
    nodes: [`${COMPANIES} { guidance`],
    cells: {
      company: 'company.slug',
      concept: 'concept',
      basis: 'basis',
      period_start: 'periodStart',
      period_end: 'periodEnd',
      low: 'low',
      high: 'high',
      currency: 'currency',
      said_on: 'saidOn',
      source: 'source.slug',
      note: 'note',
    },
  },
  'exchange-rates': {
    nodes: RATES,
    cells: {
      base: 'base',
      quote: 'quote',
      calendar_quarter: 'calendarQuarter',
      average: 'average',
      period_end: { none: 'figures are flows, which are converted at averages alone' },
      source: 'source.slug',
    },
  },
  claims: {
    nodes: ['claims'],
    cells: {
      slug: 'slug',
      source: 'source.slug',
      said_on: 'saidOn',
      statement: 'statement',
      measure: { none: 'its words are a part of the finding' },
      unit: 'unit',
      published: 'published',
      published_to: 'publishedTo',
      precision: 'precision',
      readings: {
        path: 'readings',
        select:
          'readings { basis isStated substitute query expression condition details { label } }',
        as: shownReadings,
      },
      later: { none: 'its sentence is the end of the finding' },
    },
  },
};

type Node = Readonly<Record<string, unknown>>;

/** What is at a path, in lists and in what they hold. */
function at(path: string, node: unknown): unknown {
  return path.split('.').reduce((value: unknown, key) => {
    if (Array.isArray(value)) return value.flat().map((each) => (each as Node)[key]);
    return (value as Node)[key];
  }, node);
}

const selected = (path: string) =>
  path.split('.').reduceRight((inner, name) => (inner ? `${name} { ${inner} }` : name), '');

/** A table's rows as GraphQL gives them, each once: the text of each cell that it has. */
export async function rowsInGraphQL(
  name: TableName,
  server: TestServer,
): Promise<Record<string, string>[]> {
  const { nodes, cells }: Counterpart<string> = COUNTERPARTS[name];
  const columns = Object.entries(cells).filter(([, cell]) => !isNone(cell));
  const fields = columns.map(([, cell]) => {
    if (typeof cell === 'string') return selected(cell);
    return 'select' in cell ? cell.select : 'path' in cell ? selected(cell.path) : '';
  });
  const rows = new Map<string, Record<string, string>>();
  for (const way of nodes) {
    const takes = way.includes('$after') ? '($after: String)' : '';
    const document = `query ${takes} { ${way} { ${fields.join(' ')} ${closed(way)} } }`;
    for (const node of await everyNode(way, document, server)) {
      const row = Object.fromEntries(columns.map(([column, cell]) => [column, textOf(cell, node)]));
      rows.set(JSON.stringify(row), row);
    }
  }
  return [...rows.values()];
}

export const isNone = (cell: InGraphQL | undefined) => typeof cell === 'object' && 'none' in cell;

/** The brackets that a way leaves open. */
const closed = (way: string) => '}'.repeat(way.split('{').length - way.split('}').length);

async function everyNode(way: string, document: string, server: TestServer): Promise<Node[]> {
  const path = way.replace(/\([^)]*\)|pageInfo \{[^}]*\}/g, '').replace(/[{\s]+/g, '.');
  const found: Node[] = [];
  for (let after: string | null = null; ; ) {
    const data: Node = await server.query<Node>(document, { after });
    found.push(...([at(path, data)].flat(9) as Node[]));
    const { pageInfo } = (data.changes ?? {}) as {
      pageInfo?: { hasNextPage: boolean; endCursor: string };
    };
    if (!pageInfo?.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

function textOf(cell: InGraphQL, node: Node): string {
  if (typeof cell === 'string') return String(at(cell, node) ?? '');
  if ('none' in cell) return '';
  const value = at(cell.path, node);
  return 'between' in cell ? (value as string[]).join(cell.between) : String(cell.as(value));
}
