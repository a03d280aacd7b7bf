import { afterAll, describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../graphql/error-codes.ts';
import { TOOLS } from '../http/mcp/generated/tools.ts';
import { ARGUMENTS, connected, ERAS } from './mcp-client.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

describe.each(ERAS)('a client %s', (_, mode) => {
  const { call } = connected(server.url, mode);

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
    ['screen', { where: { groups: 'x' } }, 'BAD_USER_INPUT', 'where.groups', /, group, /],
    ['company', { company: 'MSFT' }, 'BAD_USER_INPUT', 'company', /{"ticker":"BABA"}/],
    ['company', { company: { slug: 'MSFT' } }, 'NOT_FOUND', 'company', /"microsoft"/],
    ['group', { group: { slug: 'US Hyperscalers' } }, 'NOT_FOUND', 'group', /"us-hyperscalers"/],
    ['claims', { source: 'nobody' }, 'NOT_FOUND', 'source', /there are some of /],
    ['screen', { page: 2 }, 'BAD_USER_INPUT', 'page', /it takes where, orderBy, first, after/],
    [
      'comparison',
      {
        baseline: { slug: 'us-big-tech-five' },
        challenger: { slug: 'us-hyperscalers' },
        from: '2020Q1',
      },
      'QUERY_TOO_LARGE',
      undefined,
      /In a call of comparison, ask for less at once by from, to, last\./,
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
});
