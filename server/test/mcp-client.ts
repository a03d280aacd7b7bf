import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll } from 'vitest';

/** The eras of the protocol that a client may be of. */
export const ERAS = [
  ['of 2025', 'legacy' as const],
  ['of 2026', { pin: '2026-07-28' }],
] as const;

export interface Said {
  errors?: { code: string; message: string; argument?: string }[];
  citation: string;
  answer: Record<string, unknown>;
  sources: { number: number; title: string; url: string | null }[];
  asOf: string | null;
  version: string;
}

/** Arguments with which each tool has an answer. */
export const ARGUMENTS: Record<string, Record<string, unknown>> = {
  company: { company: { ticker: 'BABA' }, last: 2, asOf: '2025-09-01' },
  group: { group: { slug: 'china-hyperscalers' }, last: 1 },
  comparison: {
    baseline: { slug: 'us-hyperscalers' },
    challenger: { slug: 'china-hyperscalers' },
    from: '2025Q2',
    to: '2025Q2',
  },
  screen: { where: { from: '2025Q1', capexToRevenue: { gt: 0.3 } }, first: 3 },
  sources: { company: { slug: 'alibaba' }, calendarQuarter: '2025Q2' },
  series: {
    subjects: [{ company: { slug: 'alibaba' } }, { group: { slug: 'us-hyperscalers' } }],
    measures: [{ item: 'CAPEX' }, { item: 'CAPEX', over: 'REVENUE' }],
    from: '2025Q1',
  },
  claims: {},
  changes: { first: 5 },
  glossary: {},
};

/** An official client of an era, connected to a server while a group of tests runs. */
export function connected(url: string, mode: (typeof ERAS)[number][1]) {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  beforeAll(() => client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`))));
  afterAll(() => client.close());
  const call = async (name: string, args: Record<string, unknown>) => {
    const { content, structuredContent, isError } = await client.callTool({
      name,
      arguments: args,
    });
    return {
      text: (content as { text: string }[])[0]!.text,
      said: structuredContent as unknown as Said,
      isError,
    };
  };
  return { client, call };
}
