import { afterAll, expect, test } from 'vitest';
import { COMPANIES, TABLE, type Table } from './series-tables.ts';
import { startServer } from './testkit.ts';

const server = await startServer();
afterAll(() => server.stop());

const SERIES = `query ($subjects: [SubjectBy!]!, $measures: [MeasureBy!]!) {
  series(subjects: $subjects, measures: $measures) { csv series { values } }
}`;
const company = (slug: string) => ({ company: { slug } });
const alibaba = company('alibaba');
const everybody = { group: { companies: COMPANIES.map((slug) => ({ slug })) } };
const capex = { item: 'CAPEX' };

test.each([
  ['no subject', [], [capex], 'subjects', 'takes 1 to 100'],
  ['1,000 subjects', Array(1_000).fill(alibaba), [capex], 'subjects', 'and here are 1000'],
  ['no measure', [alibaba], [], 'measures', 'takes 1 to 20'],
  ['21 measures', [alibaba], Array(21).fill(capex), 'measures', 'and here are 21'],
  [
    'a company twice',
    [alibaba, { company: { ticker: 'baba' } }],
    [capex],
    'subjects[1]',
    'alibaba twice',
  ],
  ['a group twice', [everybody, everybody], [capex], 'subjects[1]', 'twice'],
  [
    'a measure twice',
    [alibaba],
    [capex, { ...capex, basis: 'CASH' }],
    'measures[1]',
    'capex twice',
  ],
  [
    'an item over itself',
    [alibaba],
    [{ ...capex, over: 'CAPEX' }],
    'measures[0].over',
    'over itself',
  ],
  [
    'growth as an index',
    [alibaba],
    [{ ...capex, growth: 'YEAR', indexedTo: '2024Q1' }],
    'measures[0].indexedTo',
    'indexedTo and growth exclude',
  ],
  [
    'a ratio as an index',
    [alibaba],
    [{ ...capex, over: 'REVENUE', indexedTo: '2024Q1' }],
    'measures[0].indexedTo',
    'indexedTo and over exclude',
  ],
  [
    'an unknown company',
    [company('alibab')],
    [capex],
    'subjects[0].company',
    'did you mean "alibaba"',
  ],
  [
    'an empty group',
    [{ group: { companies: [] } }],
    [capex],
    'subjects[0].group.companies',
    'at least one',
  ],
])('%s is refused, with the argument', async (_, subjects, measures, argument, message) => {
  const { data, errors } = await server.execute<null>(SERIES, { subjects, measures });
  expect(data ?? null).toBeNull();
  expect(errors![0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  expect(errors![0]!.message).toContain(message);
});

test('the amounts of companies that the tables of one request are made from are bounded', async () => {
  const tables = Array.from(
    { length: 30 },
    (_, place) =>
      `s${place}: series(subjects: $subjects, measures: $measures) { series { values } }`,
  );
  const items = ['REVENUE', 'CAPEX', 'CLOUD_REVENUE', 'DEPRECIATION', 'OPERATING_CASH_FLOW'];
  const measures = items.flatMap((item) => [
    { item },
    { item, growth: 'YEAR' },
    { item, growth: 'QUARTER' },
    { item, indexedTo: '2024Q1' },
  ]);
  const { errors } = await server.execute(
    `query ($subjects: [SubjectBy!]!, $measures: [MeasureBy!]!) { ${tables.join(' ')} }`,
    { subjects: [everybody], measures },
  );
  expect(errors![0]!.extensions.code).toBe('QUERY_TOO_LARGE');
});

test('what is asked of the measures of a group costs as many times as much as it has members', async () => {
  const measures = ['REVENUE', 'CAPEX', 'DEPRECIATION'].flatMap((item) => [
    { item },
    { item, growth: 'YEAR' },
    { item, indexedTo: '2024Q1' },
  ]);
  const all = 'explanation quality bounds { low high } missing { reason }';
  const query = SERIES.replace(
    'values',
    `measures { ${all} again: explanation more: explanation most: explanation }`,
  );
  const ask = (subject: object) => server.execute(query, { subjects: [subject], measures });
  expect((await ask({ group: { companies: [{ slug: 'alibaba' }] } })).errors).toBeUndefined();
  const { errors } = await ask(everybody);
  expect(errors![0]!.extensions.code).toBe('QUERY_TOO_LARGE');
});

test('a table of nothing is empty', async () => {
  for (const more of ['from: "2025Q2", to: "2025Q1"', 'asOf: "1999-01-01"', 'from: "2099Q1"']) {
    const { series: table } = await server.query<{ series: Table }>(
      `{ series(subjects: [{ company: { slug: "alibaba" } }], measures: [{ item: CAPEX }], ${more}) { ${TABLE} } }`,
    );
    expect(table.periods).toEqual([]);
    expect(table.series.map(({ values, measures }) => [values, measures])).toEqual([[[], []]]);
    expect(await (await fetch(server.url + table.csv)).text()).toBe(
      'period,calendar_quarter,start,end,"Alibaba Group, capex (CNY)"\r\n',
    );
  }
});
