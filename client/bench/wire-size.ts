import { request } from 'node:http';
import { ComparisonDocument, SeriesDocument } from '@capexgraph/client';

// How many bytes go over the wire, heads included, for a dashboard and for a chart of a running server: as they went when
// every question was a POST of a text and no answer was compressed, and as they go now.

const url = new URL(process.argv[2] ?? 'http://127.0.0.1:4000/graphql');

const DASHBOARD = `query Dashboard { companies { nodes { slug quarters { nodes {
  calendarQuarter revenue { value }
  capex { value overQuarter: growth(over: QUARTER) { value } overYear: growth(over: YEAR) { value } }
  cloudRevenue { value } capexToRevenue { value } capexToCloudRevenue { value }
  trailing: capex(window: TRAILING_TWELVE_MONTHS) { value } } } } } }`;

const [baseline, challenger] = [{ slug: 'us-hyperscalers' }, { slug: 'china-hyperscalers' }];
const GROUPS = { baseline, challenger };
const TABLE = {
  subjects: [{ group: baseline }, { group: challenger }],
  measures: [{ item: 'CAPEX' }],
  currency: 'USD',
};

interface Asked {
  readonly query?: unknown;
  readonly documentId?: string | undefined;
  readonly variables?: object;
}

/** The bytes of one exchange in either direction, on a connection of its own, and the tag of what came. */
function exchange(
  asked: Asked,
  method: 'GET' | 'POST',
  headers: Record<string, string>,
): Promise<{ sent: number; got: number; status: number; etag: string }> {
  const body = method === 'POST' ? JSON.stringify(asked) : undefined;
  const address = new URL(url);
  if (!body) {
    for (const [name, value] of Object.entries(asked)) {
      address.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : value);
    }
  }
  const type = { accept: 'application/graphql-response+json, application/json;q=0.9' };
  const posted = { 'content-type': 'application/json', 'content-length': body?.length ?? 0 };
  const all = { ...type, ...(body && posted), ...headers };
  return new Promise((resolve, reject) => {
    request(address, { method, headers: all, agent: false }, (response) => {
      const { socket, statusCode = 0 } = response;
      const { etag = '' } = response.headers;
      const done = () =>
        resolve({ sent: socket.bytesWritten, got: socket.bytesRead, status: statusCode, etag });
      response.on('end', done).resume();
    })
      .on('error', reject)
      .end(body);
  });
}

const COMPRESSED = { 'accept-encoding': 'gzip, deflate, br' };

/** The same twice: with the tag of the first answer the second time. */
async function seenBefore(asked: Asked) {
  const { etag } = await exchange(asked, 'GET', COMPRESSED);
  return exchange(asked, 'GET', { ...COMPRESSED, 'if-none-match': etag });
}

const comparison = { query: String(ComparisonDocument), variables: GROUPS };
const { documentId } = SeriesDocument;
const series = { documentId, variables: TABLE };

const ROWS: [what: string, how: string, () => ReturnType<typeof exchange>][] = [
  ['a dashboard', 'POST, not compressed', () => exchange({ query: DASHBOARD }, 'POST', {})],
  ['a dashboard', 'GET, compressed', () => exchange({ query: DASHBOARD }, 'GET', COMPRESSED)],
  ['a dashboard', 'seen before', () => seenBefore({ query: DASHBOARD })],
  ['a chart', '`comparison`, POST, not compressed', () => exchange(comparison, 'POST', {})],
  ['a chart', '`series`, GET by id, compressed', () => exchange(series, 'GET', COMPRESSED)],
  ['a chart', '`series`, seen before', () => seenBefore(series)],
];

console.log('| what | how | status | sent | received |\n|---|---|---|---|---|');
for (const [what, how, ask] of ROWS) {
  const { status, sent, got } = await ask();
  console.log(`| ${what} | ${how} | ${status} | ${sent} | ${got} |`);
}
