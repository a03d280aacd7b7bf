import { type Filtered, SCREENED, type Screened } from '../domain/measures.ts';
import { isMoney as isAmount, isFiltered } from '../domain/screened.ts';
import { keysOf, tableOf } from '../domain/table.ts';
import { constantCase } from '../graphql/enums.ts';
import type { TestServer } from './testkit.ts';

type Asked = Pick<TestServer, 'query'>;

const FIGURES = keysOf(SCREENED);

/** The figures that a filter bounds. */
export const RANGES = FIGURES.filter(isFiltered);

/** What an order takes, and the figure of a row that it stands for. */
const ORDERED = Object.fromEntries(
  ['calendarQuarter', ...FIGURES].map((figure) => [constantCase(figure), figure]),
);
export const FIELDS = Object.keys(ORDERED);

/** Whether an order is one of amounts of money. */
export const isMoney = (field: string) =>
  FIGURES.some((figure) => ORDERED[field] === figure && isAmount(figure));

/** How a figure is asked of a single quarter. */
function selectionOf(figure: Screened): string {
  const entry = SCREENED[figure];
  if ('ratio' in entry) return `${figure}: ${entry.ratio} { value }`;
  if ('growth' in entry)
    return `${figure}: ${entry.growth} { change: growth(over: ${entry.over}) { value } }`;
  if ('change' in entry)
    return `${figure}: ${entry.change} { change(over: ${entry.over}) { value } }`;
  const window = 'window' in entry ? `(window: ${entry.window})` : '';
  return `${figure}: ${entry.amount}${window} { value }`;
}

type Range = { gt?: number; gte?: number; lt?: number; lte?: number };
export type Filter = Partial<Record<Filtered, Range>> & {
  calendarQuarter?: string;
  from?: string;
  to?: string;
  fiscalYear?: number;
  fiscalQuarter?: number;
  companies?: string[];
  countries?: string[];
  group?: string;
};
export interface Order {
  field: string;
  direction?: 'ASC' | 'DESC';
}
export interface Perspective {
  currency?: string;
  asOf?: string;
}
export interface Question extends Perspective {
  where?: Filter;
  orderBy?: Order;
}

/** A quarter with the figures that it has itself; `calendarQuarter` is among them. */
export interface Row {
  id: string;
  slug: string;
  country: string;
  groups: string[];
  calendarQuarter: string;
  fiscalYear: number;
  fiscalQuarter: number;
  figures: Record<string, number | string | null>;
}

interface CompaniesAnswer {
  companies: {
    nodes: {
      slug: string;
      country: string;
      groups: { slug: string }[];
      quarters: {
        nodes: (Pick<Row, 'id' | 'calendarQuarter' | 'fiscalYear' | 'fiscalQuarter'> & {
          [figure in Screened]: { value?: number | null; change?: { value: number | null } };
        })[];
      };
    }[];
  };
}

/** Every quarter, fetched company by company. */
export async function fetchRows(server: Asked, { currency, asOf }: Perspective): Promise<Row[]> {
  const { companies } = await server.query<CompaniesAnswer>(
    `query ($currency: Currency, $asOf: Date) {
      companies {
        nodes {
          slug country groups { slug }
          quarters(currency: $currency, asOf: $asOf) {
            nodes {
              id calendarQuarter fiscalYear fiscalQuarter
              ${FIGURES.map(selectionOf).join(' ')}
            }
          }
        }
      }
    }`,
    { currency, asOf },
  );
  return companies.nodes.flatMap(({ slug, country, groups, quarters }) =>
    quarters.nodes.map(({ id, calendarQuarter, fiscalYear, fiscalQuarter, ...measures }) => ({
      id,
      slug,
      country,
      groups: groups.map((group) => group.slug),
      calendarQuarter,
      fiscalYear,
      fiscalQuarter,
      figures: {
        calendarQuarter,
        ...tableOf(FIGURES, (figure) => {
          const { value, change } = measures[figure];
          return change ? change.value : value!;
        }),
      },
    })),
  );
}

/** Whether a quarter meets every condition; a missing figure meets none. */
function meets(row: Row, where: Filter): boolean {
  const quarter = row.calendarQuarter;
  return (
    (where.calendarQuarter === undefined || quarter === where.calendarQuarter) &&
    (where.from === undefined || quarter >= where.from) &&
    (where.to === undefined || quarter <= where.to) &&
    (where.fiscalYear === undefined || row.fiscalYear === where.fiscalYear) &&
    (where.fiscalQuarter === undefined || row.fiscalQuarter === where.fiscalQuarter) &&
    (where.companies === undefined || where.companies.includes(row.slug)) &&
    (where.countries === undefined || where.countries.includes(row.country)) &&
    (where.group === undefined || row.groups.includes(where.group)) &&
    RANGES.every((field) => {
      const value = row.figures[field] as number | null;
      return Object.entries((where[field] ?? {}) as Range).every(
        ([bound, limit]) =>
          value !== null &&
          ((bound === 'gt' && value > limit) ||
            (bound === 'gte' && value >= limit) ||
            (bound === 'lt' && value < limit) ||
            (bound === 'lte' && value <= limit)),
      );
    })
  );
}

/** The ids that a screen must give: missing figures last, equal ones by quarter and company. */
export function screened({ where, orderBy }: Question, rows: Row[], ordering = rows): string[] {
  const { field, direction = 'DESC' } = orderBy ?? { field: 'CALENDAR_QUARTER' };
  const place = ({ slug, calendarQuarter }: Row) => `${calendarQuarter} ${slug}`;
  const keys = new Map(ordering.map((row) => [place(row), row.figures[ORDERED[field]!]!]));
  const sign = direction === 'ASC' ? 1 : -1;
  return rows
    .filter((row) => meets(row, where ?? {}))
    .sort((a, b) => {
      const [x, y] = [keys.get(place(a))!, keys.get(place(b))!];
      if (x === y) return place(a) < place(b) ? -1 : 1;
      if (x === null || y === null) return x === null ? 1 : -1;
      return x < y ? -sign : sign;
    })
    .map(({ id }) => id);
}

const SCREEN = `query (
  $first: Int, $after: String, $last: Int, $before: String
  $where: QuarterFilter, $orderBy: QuarterOrder, $currency: Currency, $asOf: Date
) {
  quarters(
    first: $first, after: $after, last: $last, before: $before
    where: $where, orderBy: $orderBy, currency: $currency, asOf: $asOf
  ) {
    totalCount
    nodes { id }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

export interface Page {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: Record<'hasNextPage' | 'hasPreviousPage', boolean> &
    Record<'startCursor' | 'endCursor', string | null>;
}

/** One page of a screen. */
export async function loadPage(server: Asked, variables: object): Promise<Page> {
  return (await server.query<{ quarters: Page }>(SCREEN, variables)).quarters;
}

/** The ids from a page on until there are no more, as they stand in the whole. */
export async function walk(
  server: Asked,
  question: Question,
  {
    size = 100,
    backwards = false,
    start,
  }: { size?: number; backwards?: boolean; start?: Page } = {},
): Promise<string[]> {
  const next = (page?: Page) =>
    backwards
      ? loadPage(server, { ...question, last: size, before: page?.pageInfo.startCursor })
      : loadPage(server, { ...question, first: size, after: page?.pageInfo.endCursor });
  const ids: string[] = [];
  for (let page = start ?? (await next()); ; page = await next(page)) {
    const found = page.nodes.map(({ id }) => id);
    if (backwards) ids.unshift(...found);
    else ids.push(...found);
    if (!page.pageInfo[backwards ? 'hasPreviousPage' : 'hasNextPage']) return ids;
  }
}
