import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../graphql/error-codes.ts';
import { TOOLS } from '../http/mcp/generated/tools.ts';
import { createDatabase, startServer } from './testkit.ts';

const server = await startServer(await createDatabase());
afterAll(() => server.stop());

interface Said {
  errors?: { code: string; message: string; argument?: string }[];
  citation: string;
  answer: Record<string, unknown>;
  sources: { number: number; title: string; url: string | null }[];
  asOf: string | null;
  version: string;
}

/** Arguments with which each tool has an answer. */
const ARGUMENTS: Record<string, Record<string, unknown>> = {
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

const CAPEX = `query ($company: CompanyBy!) {
  company(by: $company) { quarters(last: 2, asOf: "2025-09-01") { nodes {
    calendarQuarter capex { amount value explanation }
  } } }
}`;

/** All numbers and amounts of an answer, each with its name; those of documents stand elsewhere in a tool's. */
function figuresIn(value: unknown, name = ''): string[] {
  if (typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(String(value)))
    return [`${name} ${value}`];
  if (typeof value !== 'object' || value === null) return value === null ? [`${name} null`] : [];
  const elsewhere = ['source', 'sources', 'id', ...('explanation' in value ? ['facts'] : [])];
  return Object.entries(value)
    .filter(([key]) => !elsewhere.includes(key))
    .flatMap(([key, each]) => figuresIn(each, Array.isArray(value) ? name : key));
}

describe.each([
  ['of 2025', 'legacy' as const],
  ['of 2026', { pin: '2026-07-28' }],
])('a client %s', (_, mode) => {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
  beforeAll(() => client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`))));
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

  test('finds tools that only read, each with a description and its arguments', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(Object.keys(ARGUMENTS).sort());
    for (const { name, description, inputSchema, annotations } of tools) {
      expect(description, name).toMatch(/\S{3}/);
      expect(annotations, name).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      for (const property of Object.values(inputSchema.properties ?? {})) {
        expect(property, name).toHaveProperty('description');
      }
    }
  });

  test('gets an answer of every tool, alike as text and as it is, with its version', async () => {
    const { dataset } = await server.query<{ dataset: { version: string; citation: string } }>(
      '{ dataset { version citation } }',
    );
    for (const [name, args] of Object.entries(ARGUMENTS)) {
      const { text, said, isError } = await call(name, args);
      expect(isError, `${name}: ${text}`).toBeFalsy();
      expect(JSON.parse(text)).toEqual(said);
      expect(said.version).toBe(dataset.version);
      expect(said.citation).toBe(dataset.citation);
      expect(said.asOf).toBe(args.asOf ?? null);
      if (name !== 'glossary') expect(said.sources.length, name).toBeGreaterThan(0);
    }
  });

  test('gets the numbers that GraphQL gives, with explanation and documents', async () => {
    const { said } = await call('company', ARGUMENTS.company!);
    const { company } = await server.query<{ company: { quarters: { nodes: object[] } } }>(CAPEX, {
      company: { ticker: 'BABA' },
    });
    const { quarters } = said.answer as {
      quarters: { nodes: { calendarQuarter: string; capex: Record<string, unknown> }[] };
    };
    expect(
      quarters.nodes.map(({ calendarQuarter, capex }) => ({
        calendarQuarter,
        capex: { amount: capex.amount, value: capex.value, explanation: capex.explanation },
      })),
    ).toEqual(company.quarters.nodes);
    const numbers = new Set(said.sources.map(({ number }) => number));
    for (const { capex } of quarters.nodes) {
      expect((capex.sources as number[]).length).toBeGreaterThan(0);
      for (const number of capex.sources as number[]) expect(numbers.has(number)).toBe(true);
    }
  });

  test('gets the figures of every tool as GraphQL gives them', async () => {
    for (const { name, document, field } of TOOLS) {
      const variables = ARGUMENTS[name]!;
      const { said } = await call(name, variables);
      const data = await server.query<Record<string, unknown>>(document, variables);
      const figures = figuresIn(data[field]);
      expect(figuresIn(said.answer), name).toEqual(figures);
      if (name !== 'glossary') expect(figures.length, name).toBeGreaterThan(0);
    }
  });

  test('is told that Tencent does not disclose its cloud revenue, and gets no number', async () => {
    const { said } = await call('company', { company: { slug: 'tencent' }, last: 1 });
    const { quarters } = said.answer as { quarters: { nodes: { cloudRevenue: object }[] } };
    expect(quarters.nodes[0]!.cloudRevenue).toMatchObject({
      amount: null,
      value: null,
      missing: [expect.objectContaining({ reason: 'NOT_DISCLOSED' })],
      explanation: expect.stringMatching(/not (published|disclose)/),
      sources: [],
    });
  });

  test.each([
    ['company', { company: { slug: 'nobody' } }, 'NOT_FOUND', 'company', /alibaba, /],
    ['group', { group: { slug: 'us-cloudy' } }, 'NOT_FOUND', 'group', /us-cloud"/],
    [
      'group',
      { group: { companies: [{ slug: 'alibab' }] } },
      'BAD_USER_INPUT',
      'group.companies[0]',
      /"alibaba"/,
    ],
    [
      'company',
      { company: { slug: 'alibaba' }, asOf: 'yesterday' },
      'BAD_USER_INPUT',
      'asOf',
      /like/,
    ],
    ['company', { company: { slug: 'alibaba' }, last: 1000 }, 'BAD_USER_INPUT', 'last', /100/],
    [
      'comparison',
      { baseline: { slug: 'us' }, challenger: { slug: 'cn' } },
      'NOT_FOUND',
      'baseline',
      /us-hyperscalers, /,
    ],
    ['screen', { where: { groups: 'x' } }, 'BAD_USER_INPUT', 'where', /"group"/],
    ['screen', { page: 2 }, 'BAD_USER_INPUT', 'page', /it takes where, orderBy, first, after/],
    [
      'comparison',
      { baseline: { slug: 'us-big-tech-five' }, challenger: { slug: 'us-hyperscalers' } },
      'QUERY_TOO_LARGE',
      undefined,
      /In a call of comparison, ask for less at once by from, to\./,
    ],
  ])('is told what is wrong with arguments of %s: %j', async (name, args, code, argument, reason) => {
    const { said, isError } = await call(name, args);
    expect(isError).toBe(true);
    const [error] = said.errors!;
    expect([error!.code, error!.argument]).toEqual([code, argument]);
    expect(error!.message).toMatch(reason);
  });

  test('is refused by every tool whatever argument is wrong, with a code and no number', async () => {
    for (const { name, inputSchema } of TOOLS) {
      const names = [...Object.keys(inputSchema.properties), 'nonsense'];
      const wrong = names.map((each) => ({ ...ARGUMENTS[name], [each]: { nonsense: [1] } }));
      const without = inputSchema.required.map((each) => ({ ...ARGUMENTS[name], [each]: null }));
      for (const args of [...wrong, ...without]) {
        const { text, said, isError } = await call(name, args);
        const about = `${name} ${JSON.stringify(args)}`;
        expect(isError, about).toBe(true);
        expect(JSON.parse(text), about).toEqual(said);
        expect(Object.keys(said), about).toEqual(['errors']);
        for (const { code } of said.errors!) expect(Object.keys(ERROR_CODES)).toContain(code);
      }
    }
  });

  test.each([
    [
      'What did Alibaba spend in the June quarter of 2025, and which document says so?',
      'company',
      { company: { slug: 'alibaba' }, from: '2025Q2', to: '2025Q2' },
      ['38,676 m CNY (2025Q2) / 24,612 m CNY (2025Q1) − 1 = +57.1 %', 'quarter 2025Q2'],
    ],
    [
      'Is China catching up?',
      'comparison',
      {
        baseline: { slug: 'us-hyperscalers' },
        challenger: { slug: 'china-hyperscalers' },
        from: '2024Q1',
      },
      ['"outgrowthRuns":[{"from":"2024Q1","to":"2025Q2"', '= 12.00 times'],
    ],
    [
      "What was known on 1 September 2025 about the growth of Microsoft's cloud revenue?",
      'series',
      {
        subjects: [{ company: { ticker: 'MSFT' } }],
        measures: [{ item: 'CLOUD_REVENUE', growth: 'YEAR' }],
        from: '2024Q3',
        to: '2024Q3',
        asOf: '2025-09-01',
      },
      ['24,092 m USD (2024Q3) / 20,013 m USD (2023Q3) − 1 = +20.4 %', '"asOf":"2025-09-01"'],
    ],
    [
      'What did Oracle spend in a fiscal year, and what was left of its cash flow?',
      'series',
      {
        subjects: [{ company: { ticker: 'ORCL' } }],
        measures: [{ item: 'CAPEX' }, { item: 'FREE_CASH_FLOW' }],
        by: 'FISCAL_YEAR',
        from: '2025Q3',
        to: '2026Q2',
      },
      ['55,663 m USD', '31,977 (operating cash flow) − 55,663 (capex) = −23,686 m USD', 'FY2026'],
    ],
    [
      'How do I get it into a spreadsheet?',
      'series',
      { subjects: [{ company: { ticker: 'ORCL' } }], measures: [{ item: 'CAPEX' }] },
      ['"csv":"/data/series.csv?'],
    ],
  ])('has an answer to %s', async (_, tool, args, expected) => {
    const { text, said } = await call(tool, args);
    for (const words of expected) expect(text).toContain(words);
    expect(said.citation).toContain(said.version);
  });

  test('reads the schema', async () => {
    const { resources } = await client.listResources();
    const { contents } = await client.readResource({ uri: resources[0]!.uri });
    const sdl = await (await fetch(`${server.url}/schema.graphql`)).text();
    expect((contents[0] as { text: string }).text).toBe(sdl);
  });
});

/** `fetch` sends its own Host. */
async function post(headers: Record<string, string>): Promise<number> {
  const { port } = new URL(server.url);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/mcp',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
      },
      async (response) => {
        await text(response);
        resolve(response.statusCode!);
      },
    );
    sent.on('error', reject).end(body);
  });
}

test.each([
  [{}, 200],
  [{ host: 'localhost:4000' }, 200],
  [{ host: 'evil.example' }, 403],
  [{ origin: 'http://localhost:3000' }, 200],
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
])('a server on this machine answers %j with %i', async (headers, status) => {
  expect(await post(headers as Record<string, string>)).toBe(status);
});

test('a body that is too large, and one that is no JSON, are refused', async () => {
  const send = (body: string) =>
    fetch(`${server.url}/mcp`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body,
    });
  expect((await send('x'.repeat(200_000))).status).toBe(413);
  expect((await send('{')).status).toBe(400);
  expect((await fetch(`${server.url}/mcp`)).status).toBe(405);
});

test('/llms.txt leads to the tools, by their names', async () => {
  const text = await (await fetch(`${server.url}/llms.txt`)).text();
  expect(text).toMatch(/^# Capexgraph\n\n> /);
  for (const name of Object.keys(ARGUMENTS)) expect(text).toContain(`\`${name}\``);
  for (const [, path] of text.matchAll(/\]\((\/[^)]*)\)/g)) {
    const { status } = await fetch(`${server.url}${path}`);
    expect([200, 400, 405], path).toContain(status);
  }
});
