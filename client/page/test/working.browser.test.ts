import { createHash } from 'node:crypto';
import { formatGrowth } from '@capexgraph/client/format';
import { expect } from 'vitest';
import { inBrowser, Visit } from './in-browser.ts';

const visit = new Visit();

/** Presses Tab until something in focus is what is looked for. */
async function tabTo(find: () => Promise<string>): Promise<string> {
  for (let stops = 0; stops < 60; stops++) {
    const found = await find();
    if (found) return found;
    await visit.page.keyboard.press('Tab');
  }
  return '';
}

const focused = (selector: string, attribute: string) => () =>
  visit.page.evaluate(
    ([selector, attribute]) =>
      document.activeElement?.closest(selector!)?.getAttribute(attribute!) ?? '',
    [selector, attribute],
  );

inBrowser(
  'the keyboard alone gets from the headline to a document, and back to the number',
  async () => {
    const { page } = visit;
    await visit.open();
    expect(await tabTo(focused('h1 a', 'href'))).toContain('point=us-hyperscalers');
    const newest = await tabTo(focused('.chart a', 'aria-label'));
    expect(newest).toMatch(/^US hyperscalers, \d{4}Q\d: \$/);
    await page.keyboard.press('ArrowLeft');
    const point = await focused('.chart a', 'aria-label')();
    expect(point).toMatch(/^US hyperscalers, /);
    expect(point).not.toBe(newest);
    await page.keyboard.press('Enter');
    const working = page.getByRole('dialog');
    await working.locator('.explanation').first().waitFor();
    expect(await working.innerText()).toContain(point.split(': ')[1]!);
    expect(await tabTo(focused('.facts a', 'href'))).toMatch(/^https:/);
    await page.keyboard.press('Escape');
    await working.waitFor({ state: 'detached' });
    expect(await focused('.chart a', 'aria-label')()).toBe(point);
  },
);

inBrowser('the working says what the API does', async () => {
  await visit.open('?point=china-hyperscalers.2025Q2&show=GROWTH_YEAR');
  const working = visit.page.getByRole('dialog');
  await working.locator('.figure').waitFor();
  const { comparison } = await visit.server.query<{
    comparison: { quarters: { growthLead: { challenger: { explanation: string } } }[] };
  }>(`{ comparison(
    baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }, from: "2025Q2", to: "2025Q2"
  ) { quarters { growthLead { challenger { explanation } } } } }`);
  const { explanation } = comparison.quarters[0]!.growthLead.challenger;
  expect(await working.innerText()).toContain(explanation);
});

inBrowser(
  'a citation names the figure, the day and the version, and proves the answer',
  async () => {
    const { page, server } = visit;
    await visit.open('?show=GROWTH_YEAR&asOf=2025-09-01&point=china-hyperscalers.2025Q2');
    const cite = page.getByRole('dialog').locator('.cite');
    await cite.getByText('SHA-256').waitFor();
    const { dataset, comparison } = await server.query<{
      dataset: { version: string };
      comparison: { quarters: { growthLead: { challenger: { value: number } } }[] };
    }>(`{ dataset { version } comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" },
    from: "2025Q2", to: "2025Q2", asOf: "2025-09-01") { quarters { growthLead { challenger { value } } } } }`);
    const sentence = await cite.locator('blockquote').innerText();
    const growth = formatGrowth(comparison.quarters[0]!.growthLead.challenger);
    for (const part of [
      `China hyperscalers, growth of capex over the year, 2025Q2: ${growth}, as known on 2025-09-01.`,
      dataset.version,
      page.url(),
    ])
      expect(sentence).toContain(part);
    const address = await cite.getByRole('link', { name: 'Run in GraphiQL' }).getAttribute('href');
    const answer = await fetch(address!, { headers: { accept: 'application/json' } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(sentence).toContain(createHash('sha256').update(bytes).digest('hex'));
    const { data } = JSON.parse(bytes.toString());
    expect(data.series.series[0].values).toEqual([
      comparison.quarters[0]!.growthLead.challenger.value,
    ]);
  },
);

inBrowser('from a sum the working leads to its parts, and on to the quarter before', async () => {
  const { page } = visit;
  await visit.open('?point=china-hyperscalers.2025Q2');
  const working = page.getByRole('dialog');
  await working
    .getByRole('link', { name: /^Alibaba/ })
    .first()
    .click();
  await working.getByRole('heading', { name: 'Alibaba Group, capex, 2025Q2' }).waitFor();
  await working.getByRole('link', { name: '← 2025Q1' }).click();
  await working.getByRole('heading', { name: 'Alibaba Group, capex, 2025Q1' }).waitFor();
  expect(await working.locator('.facts a').first().getAttribute('href')).toMatch(/^https:/);
});

inBrowser('a figure that is missing has a working, too, which says why', async () => {
  const { page } = visit;
  await visit.open('?of=china-hyperscalers&over=CLOUD_REVENUE');
  const gap = page.locator('.chart a', { hasText: '×' }).first();
  expect(await gap.getAttribute('aria-label')).toMatch(/: Baidu: not in the dataset$/);
  await gap.click();
  const missing = page.getByRole('dialog').locator('.missing');
  await missing.waitFor();
  expect(await missing.innerText()).toMatch(
    /^Baidu, cloud revenue, \d{4}Q\d: not in the dataset$/m,
  );
});

inBrowser('a touch opens the working as a click does', async () => {
  const phone = await visit.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true });
  await visit.open('', phone);
  const bar = phone.locator('.chart a .part').last();
  const label = await bar.evaluate((part) => part.closest('a')!.getAttribute('aria-label')!);
  await bar.tap();
  const title = phone.getByRole('dialog').getByRole('heading').first();
  await title.waitFor();
  const [name] = label.split(', ');
  await expect.poll(() => title.innerText()).toContain(name);
  await phone.close();
});

inBrowser('after a shared address, Escape leads to the mark of its point', async () => {
  const { page } = visit;
  await visit.open('?point=china-hyperscalers.2025Q2');
  const working = page.getByRole('dialog');
  await working.locator('.explanation').first().waitFor();
  await page.keyboard.press('Escape');
  await working.waitFor({ state: 'detached' });
  expect(await focused('.chart a', 'aria-label')()).toMatch(/^China hyperscalers, 2025Q2: /);
});

inBrowser('the period after the newest figure is no link', async () => {
  const { series } = await visit.server.query<{ series: { periods: { label: string }[] } }>(
    '{ series(subjects: [{ group: { slug: "us-hyperscalers" } }], measures: [{ item: CAPEX }]) { periods { label } } }',
  );
  await visit.open(`?point=us-hyperscalers.${series.periods.at(-1)!.label}`);
  const beside = visit.page.locator('.neighbours');
  await beside.getByRole('link', { name: /^←/ }).waitFor();
  expect(await beside.getByRole('link', { name: /→$/ }).count()).toBe(0);
  expect(await beside.getByText(/→$/).count()).toBe(1);
});
