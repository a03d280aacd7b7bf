import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { TOOLS } from '../http/mcp/generated/tools.ts';
import { withDefaults } from '../http/mcp/tool-arguments.ts';
import { ARGUMENTS, connected, ERAS } from './mcp-client.ts';
import { createDatabase, startServer } from './testkit.ts';

const server = await startServer(await createDatabase());
afterAll(() => server.stop());

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

describe.each(ERAS)('a client %s', (_, mode) => {
  const { client, call } = connected(server.url, mode);

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
    for (const tool of TOOLS) {
      const { name, document, field } = tool;
      const { said } = await call(name, ARGUMENTS[name]!);
      const variables = withDefaults(ARGUMENTS[name]!, tool);
      const data = await server.query<Record<string, unknown>>(document, variables);
      const figures = figuresIn(data[field]);
      expect(figuresIn(said.answer), name).toEqual(figures);
      if (name !== 'glossary') expect(figures.length, name).toBeGreaterThan(0);
    }
  });

  test('gets of each tool by itself no more than an agent reads at once', async () => {
    for (const { name, inputSchema } of TOOLS) {
      const args = inputSchema.required.map((each) => [each, ARGUMENTS[name]![each]]);
      const { text, isError } = await call(name, Object.fromEntries(args));
      expect(isError, `${name}: ${text}`).toBeFalsy();
      expect(text.length, name).toBeLessThan(32_000);
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
  const { dataset } = await server.query<{ dataset: { citation: string } }>(
    '{ dataset { citation } }',
  );
  expect(text).toContain(dataset.citation);
  for (const name of Object.keys(ARGUMENTS)) expect(text).toContain(`\`${name}\``);
  for (const [, path] of text.matchAll(/\]\((\/[^)]*)\)/g)) {
    const { status } = await fetch(`${server.url}${path}`);
    expect([200, 400, 405], path).toContain(status);
  }
});
