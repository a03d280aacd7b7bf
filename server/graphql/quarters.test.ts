import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filtered } from '../domain/measures.ts';
import { tableOf } from '../domain/table.ts';
import type { NewFact } from '../test/add-rows.ts';
import { inMemory } from '../test/in-memory.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import {
  FIELDS,
  type Filter,
  fetchRows,
  isMoney,
  loadPage,
  type Order,
  type Perspective,
  type Question,
  RANGES,
  type Row,
  screened,
  walk,
} from '../test/screening.ts';

const api = inMemory();

const PLAIN: Perspective = {};
const OTHERS: Perspective[] = [
  { currency: 'USD' },
  { currency: 'EUR' },
  { asOf: '2023-12-31' },
  { currency: 'CNY', asOf: '2025-09-01' },
];
const PERSPECTIVES = [PLAIN, ...OTHERS];

/** Each question plainly, and from another perspective than the one before it. */
const inTurn = <Asked>(questions: readonly Asked[]) =>
  questions.map((asked, place) => [asked, OTHERS[place % OTHERS.length]!] as const);

const cache = new Map<string, Promise<Row[]>>();
function rowsOf(perspective: Perspective): Promise<Row[]> {
  const key = JSON.stringify(perspective);
  const rows = cache.get(key) ?? fetchRows(api, perspective);
  cache.set(key, rows);
  return rows;
}

/** Amounts in several currencies have no order, so that of US dollars decides. */
async function expectedOf({ where, orderBy, ...perspective }: Question): Promise<string[]> {
  const inDollars = orderBy && isMoney(orderBy.field);
  const ordering = await rowsOf(inDollars ? { currency: 'USD', ...perspective } : perspective);
  return screened({ where, orderBy }, await rowsOf(perspective), ordering);
}

/** Filters, and how many of all quarters each keeps, amounts being in the reporting currency. */
const FILTERS: [Filter, number][] = [
  [{}, 321],
  [{ calendarQuarter: '2025Q2' }, 14],
  [{ from: '2025Q1' }, 82],
  [{ to: '2022Q4' }, 131],
  [{ from: '2024Q1', to: '2024Q1' }, 14],
  [{ fiscalYear: 2025 }, 56],
  [{ fiscalQuarter: 4 }, 77],
  [{ fiscalYear: 2025, fiscalQuarter: 1, from: '2024Q3' }, 12],
  [{ fiscalYear: 9999 }, 0],
  [{ companies: ['alibaba', 'oracle'] }, 53],
  [{ companies: [] }, 0],
  [{ countries: ['CN'] }, 110],
  [{ countries: ['US', 'CN', 'DE'] }, 321],
  [{ group: 'china-cloud' }, 67],
  [{ capex: { gt: 20e9 } }, 47],
  [{ capex: { gte: 38_676_000_000, lte: 38_676_000_000 } }, 1],
  [{ capex: { gt: 38_676_000_000, lt: 67_678_000_000 } }, 18],
  [{ capex: {} }, 321],
  [{ revenue: { gt: 100e9 } }, 103],
  [{ cloudRevenue: { gt: 30e9 } }, 16],
  [{ operatingCashFlow: { lt: 0 } }, 8],
  [{ depreciation: { gte: 10e9 } }, 43],
  [{ capexToOperatingCashFlow: { gt: 1 } }, 33],
  [{ capexToDepreciation: { lt: 1 } }, 47],
  [{ revenueGrowthOverYear: { gt: 0.5 } }, 26],
  [{ capexToRevenueChangeOverYear: { gt: 0.1 } }, 27],
  [{ capexToRevenue: { gte: 0.1, lt: 0.2 } }, 102],
  [{ capexToCloudRevenue: { lte: 1 } }, 96],
  [{ capexGrowthOverYear: { lt: 0 } }, 71],
  [{ from: '2024Q3', to: '2025Q2', group: 'us-hyperscalers', capexToRevenue: { gt: 0.2 } }, 9],
  [{ countries: ['CN'], companies: ['alibaba', 'meta'], capexGrowthOverYear: { gt: 1 } }, 6],
  [{ capexToRevenue: { gt: 0.2 }, capexToCloudRevenue: { lt: 2 }, capex: { lt: 30e9 } }, 21],
  [{ from: '2025Q1', to: '2024Q1' }, 0],
  [{ calendarQuarter: '2025Q2', to: '2025Q1' }, 0],
  [{ countries: ['US'], group: 'china-cloud' }, 0],
  [{ capex: { gt: 2e9, lt: 1e9 } }, 0],
];

test.each(inTurn(FILTERS))('a screen has the quarters that a filter keeps: %j %j', async ([
  where,
  count,
], other) => {
  for (const perspective of [PLAIN, other]) {
    const expected = await expectedOf({ where, ...perspective });
    expect(await walk(api, { where, ...perspective })).toEqual(expected);
    const { totalCount } = await loadPage(api, { where, ...perspective });
    expect(totalCount).toBe(expected.length);
    if (perspective === PLAIN) expect(totalCount).toBe(count);
  }
});

const ORDERS = FIELDS.flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction): Order => ({ field, direction })),
);

test.each(
  inTurn<Order | undefined>([undefined, { field: 'CAPEX' }, ...ORDERS]),
)('a screen stands in its order, missing figures last: %j %j', async (orderBy, other) => {
  for (const perspective of [PLAIN, other]) {
    const question = { orderBy, ...perspective };
    expect(await walk(api, question)).toEqual(await expectedOf(question));
  }
});

test('any filter in any order, page by page both ways, gives each quarter once', async () => {
  const rows = await rowsOf({});
  const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
  const quarter = some(fc.constantFrom(...rows.map(({ calendarQuarter }) => calendarQuarter)));
  const range = (field: Filtered) => {
    const values = rows.map(({ figures }) => figures[field]).filter((value) => value !== null);
    const bound = fc.constantFrom(0, ...(values as number[]));
    return fc.oneof(
      fc.record({ gte: bound }),
      fc.record({ lt: bound }),
      fc.record({ gt: bound, lte: bound }),
    );
  };
  const ranges = fc
    .subarray(RANGES, { maxLength: 3 })
    .chain((figures) => fc.record(tableOf(figures, range)));
  const others = fc.record({
    from: quarter,
    to: quarter,
    fiscalYear: some(fc.constantFrom(2022, 2024, 2025)),
    fiscalQuarter: some(fc.integer({ min: 1, max: 4 })),
    countries: some(fc.subarray(['US', 'CN'])),
    group: some(fc.constantFrom('us-cloud', 'china-hyperscalers')),
  });
  const where = fc.tuple(others, ranges).map((parts): Filter => Object.assign({}, ...parts));
  const question = fc
    .tuple(
      fc.constantFrom(...PERSPECTIVES),
      fc.record({ where, orderBy: fc.constantFrom(...ORDERS) }),
    )
    .map(([perspective, question]): Question => ({ ...perspective, ...question }));
  const size = fc.integer({ min: 5, max: 100 });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(question, size, fc.boolean(), async (question, size, backwards) => {
      const expected = await expectedOf(question);
      expect(await walk(api, question, { size, backwards })).toEqual(expected);
      if (expected.length > 0) found++;
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(10);
});

test.each<Order>([
  { field: 'CALENDAR_QUARTER' },
  { field: 'CAPEX' },
])('amounts are filtered in the currency asked for, else in the reporting one: by %j', async (orderBy) => {
  const matches = async (currency: string | undefined, capex: object) => {
    const where = { companies: ['alibaba'], calendarQuarter: '2025Q2', capex };
    return (await loadPage(api, { where, orderBy, currency })).totalCount;
  };
  expect(await matches(undefined, { gt: 38e9, lt: 39e9 })).toBe(1);
  expect(await matches('CNY', { gt: 38e9, lt: 39e9 })).toBe(1);
  expect(await matches('USD', { gt: 38e9, lt: 39e9 })).toBe(0);
  expect(await matches('USD', { gt: 5e9, lt: 6e9 })).toBe(1);
});

test('amounts stand in the order of US dollars when no currency is asked for', async () => {
  const { quarters } = await api.query<{ quarters: { nodes: object[] } }>(`{
    quarters(
      where: { calendarQuarter: "2025Q2", companies: ["alibaba", "microsoft", "baidu"] }
      orderBy: { field: CAPEX }
    ) { nodes { currency capex { amount(in: MILLION) } } }
  }`);
  expect(quarters.nodes).toEqual([
    { currency: 'USD', capex: { amount: '17079' } },
    { currency: 'CNY', capex: { amount: '38676' } },
    { currency: 'CNY', capex: { amount: '3800' } },
  ]);
});

test('a cursor holds its place when facts are added behind, before and at it', async () => {
  const first = inMemory();
  const walks = ORDERS.flatMap((orderBy) =>
    [false, true].map((backwards) => ({ orderBy, backwards })),
  );
  const before = await fetchRows(first, { currency: 'USD' });
  const place = before.findIndex(
    ({ slug, calendarQuarter }) => slug === 'alibaba' && calendarQuarter === '2024Q1',
  );
  const starts = await Promise.all(
    walks.map(({ orderBy, backwards }) => {
      const ids = screened({ orderBy }, before);
      const ahead = ids.indexOf(before[place]!.id);
      const size = Math.min(100, backwards ? ids.length - ahead : ahead + 1);
      return loadPage(first, { currency: 'USD', orderBy, [backwards ? 'last' : 'first']: size });
    }),
  );
  const capex = { concept: 'CAPEX', definition: 'purchases-gross' } as const;
  const tencent = { ...capex, company: 'tencent', definition: 'additions-accrued' } as const;
  const coreweave = { ...capex, company: 'coreweave', currency: 'USD' } as const;
  const inQuarter = (period_start: string, period_end: string, value: string) => ({
    period_start,
    period_end,
    value,
    published_on: '2026-11-01',
  });
  const added: NewFact[] = [
    { ...capex, company: 'kingsoft-cloud', ...inQuarter('2024-01-01', '2024-03-31', '9000000000') },
    { ...capex, company: 'alibaba', ...inQuarter('2024-01-01', '2024-03-31', '1000000') },
    { ...tencent, ...inQuarter('2026-07-01', '2026-09-30', '900000000000') },
    { ...coreweave, ...inQuarter('2022-10-01', '2022-12-31', '7000000000') },
    { ...capex, company: 'kingsoft-cloud', ...inQuarter('2021-04-01', '2021-06-30', '1') },
  ];
  const second = inMemory(reviewedSnapshot(added));
  const after = await fetchRows(second, { currency: 'USD' });
  const more = after.filter(({ id }) => !before.some((row) => row.id === id));
  expect(more.map(({ slug, calendarQuarter }) => `${slug} ${calendarQuarter}`).sort()).toEqual([
    'coreweave 2022Q4',
    'kingsoft-cloud 2021Q2',
    'tencent 2026Q3',
  ]);
  const changed = before.filter(
    (row) => JSON.stringify(row) !== JSON.stringify(after.find(({ id }) => id === row.id)),
  );
  expect(changed.map(({ slug, calendarQuarter }) => `${slug} ${calendarQuarter}`)).toEqual([
    ...['2024Q1', '2024Q2', '2024Q3', '2024Q4', '2025Q1'].map((quarter) => `alibaba ${quarter}`),
    'kingsoft-cloud 2024Q1',
  ]);
  const unchanged = new Set(before.filter((row) => !changed.includes(row)).map(({ id }) => id));
  for (const [which, { orderBy, backwards }] of walks.entries()) {
    const start = starts[which];
    const question = { currency: 'USD', orderBy };
    const visited = await walk(second, question, { size: 20, backwards, start });
    const expected = screened({ orderBy }, before).filter((id) => unchanged.has(id));
    expect(visited.filter((id) => unchanged.has(id))).toEqual(expected);
  }
});
