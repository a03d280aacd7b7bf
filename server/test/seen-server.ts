import { Writable } from 'node:stream';
import { pino } from 'pino';
import { serve } from '../cli/serve.ts';
import { readEnvironment } from '../env.ts';
import type { HttpServer } from '../http/server.ts';
import { NEXT_REVENUE, type NewFact } from './add-rows.ts';

/** What a server answers. */
export interface Seen {
  /** The header that says which version answered. */
  readonly version: string;
  readonly status: number;
  /** When it was last known to be the newest, where it may not be. */
  readonly checked: string | null;
  readonly facts?: number | undefined;
  readonly changes?: number | undefined;
}

/** A server, and what of it a client and its operator see. */
export interface Served extends HttpServer {
  /** What it warns of. */
  readonly warnings: string[];
  see(): Promise<Seen>;
  get(path: string): Promise<string>;
}

/** What is in memory of a company, and what stays in the database. */
const QUESTION = `{
  company(by: { slug: "alibaba" }) { quarters(last: 1) { nodes { facts { amount note source { title } } } } }
  changes(company: "alibaba", first: 1) { totalCount }
}`;

/** Starts a server of a database; whoever does stops it. */
export async function startSeen(
  databaseUrl: string,
  settings: Record<string, string> = {},
): Promise<Served> {
  const environment = readEnvironment({
    DATABASE_URL: databaseUrl,
    PORT: '0',
    RESPONSE_CACHE_MB: '0',
    ...settings,
  });
  const warnings: string[] = [];
  const into = new Writable({
    write(line, _, done) {
      warnings.push(JSON.parse(String(line)).msg);
      done();
    },
  });
  const server = await serve(environment, pino({ level: 'warn' }, into));
  const see = async (): Promise<Seen> => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUESTION }),
    });
    const { data } = (await response.json()) as {
      data?: {
        company: { quarters: { nodes: readonly { facts: object[] }[] } };
        changes: { totalCount: number };
      };
    };
    return {
      version: response.headers.get('x-dataset-version')!,
      status: response.status,
      checked: response.headers.get('x-dataset-checked'),
      facts: data?.company.quarters.nodes[0]?.facts.length,
      changes: data?.changes.totalCount,
    };
  };
  const get = async (path: string) => (await fetch(server.url + path)).text();
  return { ...server, warnings, see, get };
}

/** The same figure again and again, a day later each time. */
export const revenueOf = (day: number): NewFact => ({
  ...NEXT_REVENUE,
  published_on: `2026-11-${String(day).padStart(2, '0')}`,
});
