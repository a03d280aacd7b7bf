import type { TestServer } from './testkit.ts';

/** A connection as the API answers it; `key` tells its items apart. */
export interface Connection {
  totalCount: number;
  nodes: { key: string }[];
  edges: { cursor: string; node: { key: string } }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** The arguments of a connection. */
export interface ConnectionArguments {
  first?: number;
  after?: string;
  last?: number;
  before?: string;
  from?: string;
  to?: string;
  where?: object;
  orderBy?: { field: string; direction?: string };
}

export type LoadConnection = (args?: ConnectionArguments) => Promise<Connection>;

const selection = (key: string) => `{
  totalCount
  nodes { key: ${key} }
  edges { cursor node { key: ${key} } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;

const PAGE = '$first: Int, $after: String, $last: Int, $before: String';
const IN_PAGE = 'first: $first, after: $after, last: $last, before: $before';

export const COMPANIES = `
  query (${PAGE}, $where: CompanyFilter, $orderBy: CompanyOrder) {
    connection: companies(${IN_PAGE}, where: $where, orderBy: $orderBy) ${selection('slug')}
  }`;

export const QUARTERS_OF_ALIBABA = `
  query (${PAGE}, $from: CalendarQuarter, $to: CalendarQuarter) {
    company(by: { slug: "alibaba" }) {
      connection: quarters(${IN_PAGE}, from: $from, to: $to) ${selection('calendarQuarter')}
    }
  }`;

export const QUARTERS = `
  query (${PAGE}, $where: QuarterFilter, $orderBy: QuarterOrder) {
    connection: quarters(${IN_PAGE}, where: $where, orderBy: $orderBy) ${selection('id')}
  }`;

/** Asks for a connection by one of the documents above. */
export function connectionLoader(server: TestServer, document: string): LoadConnection {
  return async (args = {}) => {
    const data = await server.query<{ connection?: Connection; company?: object }>(document, args);
    return (data.connection ? data : (data.company as typeof data)).connection!;
  };
}

export const keysOf = ({ edges }: Connection): string[] => edges.map(({ node }) => node.key);
