import { expect } from 'vitest';
import { inBrowser, Visit } from './in-browser.ts';

const visit = new Visit();

/** What the page says: its finding, its question, its numbers. */
async function said(page = visit.page): Promise<string> {
  await page.locator('[aria-busy="true"], .skeleton').first().waitFor({ state: 'detached' });
  return page.locator('main').evaluate((main) => {
    const marks = [...main.querySelectorAll('h1, h2, .subtitle, .chart a, .grid text, td, .claim')];
    return marks.map((mark) => mark.getAttribute('aria-label') ?? mark.textContent).join('\n');
  });
}

/**
 * Does something, and sees that it changes what is said and the address; and that going back and forth says the same
 * again. What leaves no step behind, like dragging, is said again by its address.
 */
async function changes(what: string, act: () => Promise<unknown>, isStep = true): Promise<void> {
  const { page } = visit;
  const [before, from] = [await said(), page.url()];
  await act();
  await expect.poll(() => page.url(), { message: `the address after ${what}` }).not.toBe(from);
  await expect.poll(() => said(), { message: `what is said after ${what}` }).not.toBe(before);
  const after = await said();
  if (isStep) {
    await page.goBack();
    await expect.poll(() => said(), { message: `what is said before ${what}` }).toBe(before);
    await page.goForward();
  } else await page.reload();
  await expect.poll(() => said(), { message: `what ${page.url()} says` }).toBe(after);
}

inBrowser(
  'every control of the charts changes what is said, and the address keeps it',
  async () => {
    const { page } = visit;
    await visit.open();
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
      await changes(name, () =>
        page
          .locator(`select[name=${name}]`)
          .selectOption({ index: name === 'from' || name === 'to' ? 12 : 1 }),
      );
      await page.goBack();
    }
    await visit.open('?show=INDEX');
    await changes('base', () => page.locator('select[name=base]').selectOption('2024Q4'));
  },
);

inBrowser('a shared address says the same in another window', async () => {
  await visit.open(
    '?of=@alibaba,alibaba~baidu&item=REVENUE&over=CAPEX&by=TRAILING_TWELVE_MONTHS&currency=CNY&from=2023Q1&to=2025Q4&asOf=2026-03-01',
  );
  const here = await said();
  const other = await visit.newPage({ viewport: { width: 1280, height: 900 } });
  await visit.open(new URL(visit.page.url()).search, other);
  expect(await said(other)).toBe(here);
  await other.close();
});

inBrowser('companies can be chosen, and added up', async () => {
  const { page } = visit;
  await visit.open('?of=@alibaba');
  await page.locator('.picker summary').click();
  await changes('a choice', () => page.getByRole('checkbox', { name: 'Baidu' }).check());
  await changes('a sum', () => page.getByRole('button', { name: /^Add these 2/ }).click());
  expect(await page.locator('figcaption').innerText()).toContain('Alibaba Group + Baidu');
});

inBrowser('tabs and questions are views of their own', async () => {
  const { page } = visit;
  await visit.open();
  for (const name of [
    'By year',
    'Growth',
    'Part of revenue',
    'Against cloud revenue',
    'The race',
  ]) {
    await changes(name, () => page.getByRole('link', { name, exact: true }).click());
  }
  await visit.open();
  await page.getByRole('tab', { name: 'Chart' }).press('ArrowRight');
  await expect.poll(() => page.url()).toContain('tab=table');
  await page.getByRole('button', { name: 'Period' }).click();
  expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
  await page.getByRole('tab', { name: 'Table' }).press('ArrowRight');
  await page.locator('.sources a').first().waitFor();
});

inBrowser('the slider shows what was known when', async () => {
  const { page } = visit;
  await visit.open('?asOf=2024-09-01');
  expect(await page.locator('.as-of output').innerText()).toBe('1 September 2024');
  expect(await page.locator('#finding').innerText()).toContain('in 2024Q2');
  await changes('the end', () => page.getByRole('slider').press('End'), false);
  expect(new URL(page.url()).search).toBe('');
});

inBrowser('every page with figures shows what was known on a day', async () => {
  for (const search of ['?page=company', '?page=screen', '?page=news']) {
    await visit.open(search);
    await changes(`a day, at ${search}`, () =>
      visit.page.getByLabel('As known on').fill('2024-09-01'),
    );
    expect(new URL(visit.page.url()).searchParams.get('asOf')).toBe('2024-09-01');
    await changes('all again', () => visit.page.getByRole('button', { name: 'Show all' }).click());
  }
});

inBrowser('long lists go on, each page at an address of its own', async () => {
  const { page } = visit;
  await visit.open('?page=screen&which=every');
  const rows = async () =>
    (await page.locator('tbody tr').allInnerTexts()).map((row) =>
      row.split('\t').slice(0, 2).join(),
    );
  const first = await rows();
  await changes('the next', () => page.getByRole('link', { name: 'The next 100' }).click());
  const next = await rows();
  const { quarters } = await visit.server.query<{ quarters: { totalCount: number } }>(
    '{ quarters { totalCount } }',
  );
  expect(new Set([...first, ...next]).size).toBe(Math.min(200, quarters.totalCount));
  await changes('the first', () => page.getByRole('link', { name: 'From the first' }).click());
  expect(await rows()).toEqual(first);
  await visit.open('?page=news');
  await changes('older quarters', () => page.getByRole('link', { name: 'Older quarters' }).click());
  await changes('the newest', () => page.getByRole('link', { name: 'The newest' }).click());
});

inBrowser('the screen is a sentence, and each of its words can be changed', async () => {
  const { page } = visit;
  await visit.open('?page=screen');
  const choose = (label: string, value: string) => () =>
    page.getByRole('combobox', { name: label }).first().selectOption(value);
  const { companies } = await visit.server.query<{
    companies: { nodes: { latestQuarter: object | null }[] };
  }>('{ companies { nodes { latestQuarter { id } } } }');
  const newest = companies.nodes.filter(({ latestQuarter }) => latestQuarter);
  expect(await page.locator('tbody tr').count()).toBe(newest.length);
  await changes('every quarter', choose('Which quarters', 'every'));
  await changes('whose', choose('Whose quarters', 'CN'));
  await changes('a condition', () => page.getByRole('button', { name: 'Add a condition' }).click());
  await changes('a figure', choose('Figure', 'capexToRevenue'));
  await changes('a number', async () => {
    await page.getByRole('spinbutton').fill('20');
    await page.getByRole('spinbutton').press('Tab');
  });
  await changes('the order', choose('Order by', 'capexToRevenue'));
  await changes('least first', choose('Which first', 'least'));
  await changes('a range', choose('From', '2024Q1'));

  const { quarters } = await visit.server.query<{
    quarters: { nodes: { calendarQuarter: string; company: { name: string } }[] };
  }>(`{ quarters(currency: USD, first: 100,
    where: { countries: ["CN"], from: "2024Q1", capexToRevenue: { gt: 0.2 } },
    orderBy: { field: CAPEX_TO_REVENUE, direction: ASC }) { nodes { calendarQuarter company { name } } } }`);
  const rows = await page
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].slice(0, 2).map(({ textContent }) => textContent)),
    );
  expect(rows).toEqual(
    quarters.nodes.map(({ calendarQuarter, company }) => [company.name, calendarQuarter]),
  );
  expect(await page.locator('h1').innerText()).toMatch(
    /^\d+ quarters of Chinese companies in which capex over revenue was more than 20%$/,
  );
  await changes('no condition', () => page.getByRole('button', { name: /^Remove/ }).click());
});

inBrowser('claims can be read by verdict and one by one, companies one by one', async () => {
  const { page } = visit;
  await visit.open('?page=claims');
  const link = (name: RegExp) => page.getByRole('link', { name });
  await changes('a verdict', () => link(/^Does not hold/).click());
  await changes('a claim', () => page.locator('.claim h2 a').first().click());
  expect(await page.locator('.claim').count()).toBe(1);
  await visit.open('?page=claims');
  await changes('words', () => page.getByRole('searchbox').fill('microsoft cloud'), false);
  for (const text of await page.locator('.claim').allInnerTexts())
    for (const word of ['microsoft', 'cloud']) expect(text.toLowerCase()).toContain(word);
  await visit.open('?page=company');
  await changes('a company', () => page.getByRole('combobox').selectOption('baidu'));
  expect(await page.locator('h1').innerText()).toBe('Baidu');
});
