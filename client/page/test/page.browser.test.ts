import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { formatGrowth, formatMoney, formatMultiple } from '@capexgraph/client/format';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../../../server/test/browser.ts';
import { createDatabase, startServer, type TestServer } from '../../../server/test/testkit.ts';

const why = chromiumPath ? '' : ' (skipped: there is no Chromium here; set CHROMIUM_PATH)';
const inBrowser = (name: string, run: () => Promise<void>) =>
  test.skipIf(!chromiumPath)(name + why, { timeout: 60_000 }, run);

let database: string;
let server: TestServer;
let browser: Browser;
let page: Page;
const elsewhere: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  database = await createDatabase();
  server = await startServer(database);
  if (!chromiumPath) return;
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.url) elsewhere.push(request.url());
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server.stop();
});

/** Opens an address of the page, and waits until it shows figures. */
async function open(search = ''): Promise<void> {
  await page.goto(`${server.url}/${search}`);
  await page.locator('.chart a, table a, .claim, .sources a').first().waitFor();
}

const GROUPS = 'baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }';

inBrowser('the headline says what the API answers', async () => {
  await open();
  interface Answer {
    comparison: {
      quarters: { capexMultiple: { value: number | null; numerator: Money; denominator: Money } }[];
      latest: { growthLead: { challenger: { value: number }; baseline: { value: number } } };
    };
  }
  type Money = { amount: string; currency: string };
  const { comparison } = await server.query<Answer>(`{ comparison(${GROUPS}) {
    quarters { capexMultiple(window: TRAILING_TWELVE_MONTHS) { value numerator { amount currency } denominator { amount currency } } }
    latest { growthLead { challenger { value } baseline { value } } } } }`);
  const multiples = comparison.quarters.flatMap(({ capexMultiple }) =>
    capexMultiple.value === null ? [] : [capexMultiple],
  );
  const newest = multiples.at(-1)!;
  const narrowest = Math.min(...multiples.map(({ value }) => value!));
  const said = await page.locator('.headline').innerText();
  for (const figure of [
    formatMoney(newest.numerator),
    formatMoney(newest.denominator),
    formatMultiple(newest.value),
    formatMultiple(multiples.at(-5)!.value),
    formatMultiple(narrowest),
    formatGrowth(comparison.latest.growthLead.challenger),
    formatGrowth(comparison.latest.growthLead.baseline),
  ]) {
    expect(said).toContain(figure);
  }
});

inBrowser(
  'the first sentence needs no script, the first chart at most two requests, and nothing jumps',
  async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(server.url);
    expect(await plain.locator('h1').innerText()).toMatch(
      /^In the twelve months to \d{4}Q\d, US hyperscalers spent \$/,
    );
    await plain.close();

    const fresh = await browser.newPage({ viewport: { width: 390, height: 800 } });
    const asked: string[] = [];
    fresh.on(
      'request',
      (request) => request.url().includes('/graphql') && asked.push(request.url()),
    );
    await fresh.addInitScript(() => {
      const jumps = Object.assign(globalThis, { jumped: 0 });
      type Shift = PerformanceEntry & { value: number };
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) jumps.jumped += (entry as Shift).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await fresh.goto(server.url);
    await fresh.locator('.chart a').first().waitFor();
    await fresh.waitForLoadState('networkidle');
    expect(asked.length).toBeLessThanOrEqual(2);
    expect(
      await fresh.evaluate(() => (globalThis as unknown as { jumped: number }).jumped),
    ).toBeLessThan(0.1);
    await fresh.close();
  },
);

interface Table {
  series: {
    periods: { label: string }[];
    series: {
      values: (number | null)[];
      measures: { parts: { company: { name: string }; amount: { value: number | null } }[] }[];
    }[];
  };
}

inBrowser(
  'every number that is drawn is the API’s, and so is every number of the table',
  async () => {
    await open();
    const drawn = await page
      .locator('.chart a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')!));
    const { series } = await server.query<Table>(`{ series(
    subjects: [{ group: { slug: "us-hyperscalers" } }, { group: { slug: "china-hyperscalers" } }],
    measures: [{ item: CAPEX }], currency: USD
  ) { periods { label } series { values measures { ... on Amount { parts { company { name } amount { value } } } } } } }`);
    const names = ['US hyperscalers', 'China hyperscalers'];
    const money = (value: number) => formatMoney(value, { currency: 'USD' });
    const expected = series.series.flatMap(({ values, measures }, subject) =>
      series.periods.flatMap(({ label }, row) => [
        ...(values[row] === null ? [] : [`${names[subject]}, ${label}: ${money(values[row]!)}`]),
        ...measures[row]!.parts.flatMap(({ company, amount }) =>
          amount.value === null
            ? []
            : [`${company.name}, ${label}: ${money(amount.value)}, part of ${names[subject]}`],
        ),
      ]),
    );
    expect(expected.length).toBeGreaterThan(100);
    expect([...drawn].sort()).toEqual([...expected].sort());

    await page.getByRole('tab', { name: 'Table' }).click();
    const cells = await page
      .locator('td a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')!));
    const known = expected.map((label) => label.replace(/, part of .*/, ''));
    expect(cells).toEqual(expect.arrayContaining(known));
  },
);

inBrowser(
  'the keyboard alone gets from the headline to a document, and back to the number',
  async () => {
    await open();
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    for (let stops = 0; stops < 40 && !(await focused()).includes('hyperscalers, 20'); stops++)
      await page.keyboard.press('Tab');
    const newest = await focused();
    expect(newest).toMatch(/^US hyperscalers, \d{4}Q\d: \$/);
    await page.keyboard.press('ArrowLeft');
    const point = await focused();
    expect(point).toMatch(/^US hyperscalers, /);
    expect(point).not.toBe(newest);
    await page.keyboard.press('Enter');
    const working = page.getByRole('dialog');
    await working.locator('.explanation').first().waitFor();
    expect(await working.innerText()).toContain(point.split(': ')[1]!);
    const onDocument = () =>
      page.evaluate(() => document.activeElement?.closest('.facts a')?.getAttribute('href') ?? '');
    for (let stops = 0; stops < 10 && !(await onDocument()); stops++)
      await page.keyboard.press('Tab');
    expect(await onDocument()).toMatch(/^https:/);
    await page.keyboard.press('Escape');
    await working.waitFor({ state: 'detached' });
    expect(await focused()).toBe(point);
  },
);

inBrowser('the working says what the API does, and its question runs in GraphiQL', async () => {
  await open('?point=china-hyperscalers.2025Q2&show=GROWTH_YEAR');
  const working = page.getByRole('dialog');
  await working.locator('.figure').waitFor();
  const { comparison } = await server.query<{
    comparison: { quarters: { growthLead: { challenger: { explanation: string } } }[] };
  }>(
    `{ comparison(${GROUPS}, from: "2025Q2", to: "2025Q2") { quarters { growthLead { challenger { explanation } } } } }`,
  );
  const { explanation } = comparison.quarters[0]!.growthLead.challenger;
  const said = await working.innerText();
  expect(said).toContain(explanation);
  const address = await working.getByRole('link', { name: 'Run in GraphiQL' }).getAttribute('href');
  const query = new URL(address!, server.url).searchParams.get('query')!;
  const answer = await server.query<{
    series: { series: { measures: { explanation: string }[] }[] };
  }>(query);
  expect(answer.series.series[0]!.measures[0]!.explanation).toBe(explanation);
});

inBrowser(
  'every control changes what the page says and its address, which restores it',
  async () => {
    await open();
    await page.locator('.controls').evaluate((controls) => controls.setAttribute('open', ''));
    const shown = () =>
      page.locator('.exhibit').evaluate((exhibit) => {
        const drawing = [...exhibit.querySelectorAll('.chart a, .grid text')].map(
          (mark) => mark.getAttribute('aria-label') ?? mark.textContent,
        );
        return [exhibit.querySelector('header')?.textContent, ...drawing].join('\n');
      });
    const settled = async () => {
      await page.locator('.exhibit[aria-busy="false"] .chart a').first().waitFor();
      return shown();
    };
    const names = await page
      .locator('.controls select')
      .evaluateAll((all) => all.map((select) => select.getAttribute('name')!));
    expect(names).toEqual([
      'item',
      'over',
      'show',
      'by',
      'currency',
      'basis',
      'from',
      'to',
      'scale',
    ]);
    for (const name of names) {
      await open();
      await page.locator('.controls').evaluate((controls) => controls.setAttribute('open', ''));
      const before = [await settled(), page.url()];
      await page
        .locator(`select[name=${name}]`)
        .selectOption({ index: name === 'from' || name === 'to' ? 12 : 1 });
      await expect.poll(() => page.url()).not.toBe(before[1]);
      await expect.poll(settled, { message: `after a change of ${name}` }).not.toBe(before[0]);
      const after = await settled();
      await page.reload();
      await expect.poll(settled, { message: `after ${page.url()}` }).toBe(after);
    }
  },
);

inBrowser('the slider shows what was known when', async () => {
  await open('?asOf=2024-09-01');
  expect(await page.locator('.as-of output').innerText()).toBe('1 September 2024');
  expect(await page.locator('#finding').innerText()).toContain('in 2024Q2');
  await page.getByRole('slider').press('End');
  await expect.poll(() => new URL(page.url()).search).toBe('');
});

inBrowser(
  'of an address that it cannot read, the page says which part, and shows the rest',
  async () => {
    await open('?of=us-hyperscalers,@nobody&from=2025Q7&colour=red');
    const alerts = (await page.getByRole('alert').allInnerTexts()).join(' ');
    for (const part of ['@nobody', '2025Q7', 'colour']) expect(alerts).toContain(part);
    expect(await page.locator('.chart a').count()).toBeGreaterThan(50);
  },
);

inBrowser(
  'each page passes axe’s checks, by day and by night, and fits a phone of 360 pixels',
  async () => {
    const axe = await readFile(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    );
    const pages = [
      '',
      '?over=CLOUD_REVENUE',
      '?tab=table',
      '?page=claims',
      '?page=company&company=alibaba',
      '?page=screen',
      '?point=@alibaba.2025Q2',
    ];
    for (const [index, search] of pages.entries()) {
      await page.emulateMedia({ colorScheme: index % 2 ? 'dark' : 'light' });
      await page.setViewportSize({ width: 360, height: 740 });
      await open(search);
      const { scrollWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
      }));
      expect(scrollWidth, search).toBeLessThanOrEqual(360);
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
        ).axe.run();
        interface Violation {
          id: string;
          nodes: { html: string }[];
        }
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(faults, search).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 1280, height: 900 });
  },
);

inBrowser('nothing was asked of another host, and nothing was complained of', async () => {
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

inBrowser('when the server is gone, the page says so, and goes on when it is back', async () => {
  await open();
  const { port } = new URL(server.url);
  await server.stop();
  await page.getByRole('link', { name: 'Growth', exact: true }).click();
  await page.getByText('The server does not answer').first().waitFor();
  server = await startServer(database, { PORT: port });
  await page.getByText('outgrew').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});
