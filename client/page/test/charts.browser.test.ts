import { formatGrowth, formatMoney, formatPercent } from '@capexgraph/client/format';
import { expect } from 'vitest';
import { withMinus } from '../src/charts/print.ts';
import { expectPrinted, inBrowser, Visit } from './in-browser.ts';

const visit = new Visit();

interface Table {
  series: {
    periods: { label: string }[];
    series: {
      values: (number | null)[];
      measures: { parts?: { company: { name: string }; amount: { value: number | null } }[] }[];
    }[];
  };
}

const GROUPS =
  '[{ group: { slug: "us-hyperscalers" } }, { group: { slug: "china-hyperscalers" } }]';
const NAMES = ['US hyperscalers', 'China hyperscalers'];

const ask = async (rest: string, subjects = GROUPS) => {
  const { series } = await visit.server.query<Table>(`{ series(subjects: ${subjects}, ${rest}) {
    periods { label }
    series { values measures { ... on Amount { parts { company { name } amount { value } } } } } } }`);
  return series;
};

const money = (value: number, currency = 'USD') => withMinus(formatMoney(value, { currency }));

/** The drawn numbers, without what is missing. */
const drawn = async () => {
  const labels = await visit.labels('.chart a');
  return labels.filter((label) => /\d$|[\d%BMT](, part of .*)?$/.test(label)).sort();
};

inBrowser('columns are the API’s amounts, part by part, and so is the table', async () => {
  await visit.open();
  const { periods, series } = await ask('measures: [{ item: CAPEX }], currency: USD');
  const expected = series.flatMap(({ values, measures }, subject) =>
    periods.flatMap(({ label }, row) => [
      ...(values[row] === null ? [] : [`${NAMES[subject]}, ${label}: ${money(values[row]!)}`]),
      ...measures[row]!.parts!.flatMap(({ company, amount }) =>
        amount.value === null
          ? []
          : [`${company.name}, ${label}: ${money(amount.value)}, part of ${NAMES[subject]}`],
      ),
    ]),
  );
  expect(expected.length).toBeGreaterThan(100);
  expect(await drawn()).toEqual(expected.sort());

  await visit.page.getByRole('tab', { name: 'Table' }).click();
  const cells = await visit.labels('td a');
  for (const [subject, { values, measures }] of series.entries())
    for (const [row, { label }] of periods.entries()) {
      if (values[row] !== null) expectPrinted(cells, `${NAMES[subject]}, ${label}`, values[row]!);
      for (const { company, amount } of measures[row]!.parts!)
        if (amount.value !== null) expectPrinted(cells, `${company.name}, ${label}`, amount.value);
    }
});

const LINES: [search: string, rest: string, text: (value: number) => string][] = [
  [
    'show=GROWTH_YEAR',
    'measures: [{ item: CAPEX, growth: YEAR }], currency: USD',
    (value) => withMinus(formatGrowth(value)),
  ],
  [
    'over=REVENUE',
    'measures: [{ item: CAPEX, over: REVENUE }], currency: USD',
    (value) => withMinus(formatPercent(value)),
  ],
  [
    'show=INDEX&by=TRAILING_TWELVE_MONTHS&base=2024Q1&from=2023Q1',
    'by: TRAILING_TWELVE_MONTHS, measures: [{ item: CAPEX, indexedTo: "2024Q1" }], currency: USD, from: "2023Q1"',
    (value) => value.toFixed(1),
  ],
  [
    'item=FREE_CASH_FLOW&currency=CNY&asOf=2025-09-01&to=2025Q1',
    'measures: [{ item: FREE_CASH_FLOW }], currency: CNY, asOf: "2025-09-01", to: "2025Q1"',
    (value) => money(value, 'CNY'),
  ],
];

inBrowser('lines are the API’s numbers, and stand as high as they are great', async () => {
  for (const [search, rest, text] of LINES) {
    await visit.open(`?${search}`);
    const { periods, series } = await ask(rest);
    const expected = series.flatMap(({ values }, subject) =>
      periods.flatMap(({ label }, row) => {
        const value = values[row] ?? null;
        return value === null
          ? []
          : [[`${NAMES[subject]}, ${label}: ${text(value)}`, value] as const];
      }),
    );
    expect(await drawn(), search).toEqual(expected.map(([label]) => label).sort());

    const heights = await visit.page
      .locator('.chart a:has(.dot)')
      .evaluateAll((links) =>
        links.map(
          (link) =>
            [
              link.getAttribute('aria-label')!,
              Number(link.querySelector('.dot')!.getAttribute('cy')),
            ] as const,
        ),
      );
    const exact: ReadonlyMap<string, number> = new Map(expected);
    const known = heights.map(([label, y]) => [exact.get(label)!, y] as const);
    const [low, high] = [
      known.reduce((least, each) => (each[0] < least[0] ? each : least)),
      known.reduce((most, each) => (each[0] > most[0] ? each : most)),
    ];
    const slope = (high[1] - low[1]) / (high[0] - low[0]);
    for (const [value, y] of known)
      expect(y, search).toBeCloseTo(low[1] + (value - low[0]) * slope, 3);
  }
});

inBrowser(
  'where a definition changes, the line ends, and the note of the rule’s number has both values',
  async () => {
    await visit.open('?of=@microsoft&item=CLOUD_REVENUE');
    const { page } = visit;
    await page.locator('.before circle').waitFor();
    expect(await page.locator('.chart .line').count()).toBe(2);
    const number = await page
      .locator('.breaks text')
      .first()
      .evaluate((text) => text.firstChild!.textContent!);
    const rule = await page.locator('.notes li', { hasText: number }).innerText();
    const { company } = await visit.server.query<{
      company: {
        quarters: {
          nodes: { cloudRevenue: Money; breaks: { concept: string; amountBefore: Money }[] }[];
        };
      };
    }>(`{ company(by: { slug: "microsoft" }) { quarters { nodes {
    cloudRevenue { amount currency } breaks { concept amountBefore { amount currency } } } } } }`);
    type Money = { amount: string; currency: string };
    const [broken] = company.quarters.nodes.filter(({ breaks }) =>
      breaks.some(({ concept }) => concept === 'CLOUD_REVENUE'),
    );
    const { amountBefore } = broken!.breaks.find(({ concept }) => concept === 'CLOUD_REVENUE')!;
    for (const amount of [amountBefore, broken!.cloudRevenue])
      expect(rule).toContain(formatMoney(amount, { digits: 2 }));
  },
);

inBrowser(
  'the notes say who counts otherwise, and which quarters a fiscal year takes',
  async () => {
    const notes = () => visit.page.locator('.notes').innerText();
    const { company } = await visit.server.query<{
      company: { latestQuarter: { capex: { definitions: { description: string }[] } } };
    }>(`{ company(by: { slug: "tencent" }) { latestQuarter(having: [CAPEX]) {
    capex { definitions { description } } } } }`);
    await visit.open();
    const [{ description }] = company.latestQuarter.capex.definitions as [{ description: string }];
    await expect.poll(notes).toContain(`Tencent: ${description}`);

    type Years = {
      series: { measures: { from: string; to: string }[]; values: (number | null)[] }[];
    };
    const { series } = await visit.server.query<{ series: Years }>(`{ series(
    subjects: [{ company: { slug: "microsoft" } }, { company: { slug: "alibaba" } }], measures: [{ item: CAPEX }],
    by: FISCAL_YEAR, currency: USD) { series { values measures { ... on Amount { from to } } } } }`);
    await visit.open('?of=@microsoft,@alibaba&by=FISCAL_YEAR');
    const newest = Math.max(
      ...series.series.map(({ values }) => values.findLastIndex((value) => value !== null)),
    );
    for (const { measures } of series.series)
      expect(await notes()).toContain(`${measures[newest]!.from} to ${measures[newest]!.to}`);
  },
);

inBrowser('what is said of a point stands beside it, inside of the chart', async () => {
  await visit.open('?show=GROWTH_YEAR');
  const { page } = visit;
  const points = page.locator('.chart a:has(.dot)');
  for (const place of [2, (await points.count()) - 2]) {
    const { x } = (await points.nth(place).locator('.dot').boundingBox())!;
    await points.nth(place).hover();
    const note = (await page.locator('.note').boundingBox())!;
    const chart = (await page.locator('.chart').boundingBox())!;
    expect(note.x > x || note.x + note.width < x, `${place}`).toBe(true);
    expect(note.x).toBeGreaterThanOrEqual(chart.x);
    expect(note.x + note.width).toBeLessThanOrEqual(chart.x + chart.width);
  }
});

inBrowser('what is shown can be taken away: as a table, as pictures, and in code', async () => {
  await visit.open('?show=GROWTH_YEAR&asOf=2025-09-01');
  const { page, server } = visit;
  const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const table = await (await fetch(server.url + csv!)).text();
  const { periods } = await ask(
    'measures: [{ item: CAPEX, growth: YEAR }], currency: USD, asOf: "2025-09-01"',
  );
  expect(table.trim().split('\n')).toHaveLength(periods.length + 1);
  for (const [name, start] of [
    ['SVG', '<svg'],
    ['PNG', '\u0089PNG'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString('latin1').startsWith(start), name).toBe(true);
  }
  await page.getByText('The same in code').click();
  for (const language of ['TypeScript', 'Python', 'R', 'curl']) {
    await page.getByRole('button', { name: language, exact: true }).click();
    const code = await page.locator('.share pre').innerText();
    expect(code).toContain(language === 'TypeScript' ? `${server.url}/graphql` : csv);
  }
});

inBrowser('the tables of a company and of what is new have the API’s numbers', async () => {
  interface Company {
    company: {
      quarters: {
        nodes: {
          calendarQuarter: string;
          capex: Money;
          revenue: Money;
          facts: (Money & Print)[];
        }[];
      };
    };
  }
  type Money = { amount: string | null; currency: string };
  type Print = { concept: string; publishedOn: string };
  const { company } = await visit.server.query<Company>(`{ company(by: { slug: "alibaba" }) {
    quarters { nodes { calendarQuarter capex { amount currency } revenue { amount currency }
      facts { concept amount currency publishedOn } } } } }`);
  const { nodes } = company.quarters;
  const said = (quarter: string, what: string, amount: Money) =>
    `Alibaba Group, ${quarter}, ${what}: ${formatMoney(amount)}`;

  await visit.open('?page=company&company=alibaba');
  const cells = await visit.labels('td a');
  for (const { calendarQuarter, capex, revenue } of nodes)
    for (const [what, { amount }] of Object.entries({ capex, revenue }))
      if (amount)
        expectPrinted(cells, `Alibaba Group, ${calendarQuarter}, ${what}`, Number(amount));
  const columns = nodes.flatMap(({ calendarQuarter, capex: { amount } }) =>
    amount ? `Alibaba Group, ${calendarQuarter}: ${money(Number(amount), 'CNY')}` : [],
  );
  expect(await drawn()).toEqual(columns.sort());

  await visit.open('?page=news');
  const newest = nodes.at(-1)!;
  const printed = newest.facts
    .filter(({ concept }) => concept === 'CAPEX')
    .map((fact) => said(newest.calendarQuarter, 'capital expenditures', fact));
  expect(printed.length).toBeGreaterThan(0);
  expect(await visit.labels('.figures a')).toEqual(expect.arrayContaining(printed));
});
