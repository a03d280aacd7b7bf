import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { inBrowser, Visit } from './in-browser.ts';

const visit = new Visit();

// With few rows each, since axe looks at every one.
const PAGES = [
  '?from=2025Q1',
  '?over=CLOUD_REVENUE&from=2024Q1',
  '?of=@microsoft&item=CLOUD_REVENUE&from=2023Q1',
  '?tab=table&from=2025Q1',
  '?tab=sources&from=2026Q1',
  '?page=claims&verdict=CONTRADICTED',
  '?page=company&company=coreweave',
  '?page=screen&where=capexToRevenue.over.40',
  '?page=news&asOf=2020-12-31',
  '?point=china-hyperscalers.2025Q2',
  '?embed=yes&from=2025Q1',
];

inBrowser(
  'each page passes axe’s checks, by day and by night, and fits a phone of 360 pixels',
  async () => {
    const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    const axe = await readFile(path, 'utf8');
    const phone = await visit.newPage({ viewport: { width: 360, height: 740 } });
    for (const [index, search] of PAGES.entries()) {
      await phone.emulateMedia({ colorScheme: index % 2 ? 'dark' : 'light' });
      await visit.open(search, phone);
      const width = await phone.evaluate(() => document.documentElement.scrollWidth);
      expect(width, search).toBeLessThanOrEqual(360);
      await phone.evaluate(axe);
      const faults = await phone.evaluate(async () => {
        interface Violation {
          id: string;
          nodes: { html: string }[];
        }
        const { violations } = await (
          globalThis as unknown as {
            axe: { run(options: object): Promise<{ violations: Violation[] }> };
          }
        ).axe.run({ resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      expect(faults, search).toEqual([]);
    }
    await phone.close();
  },
);

inBrowser('every page has a name of its own, and one heading of the first rank', async () => {
  const names = new Set<string>();
  for (const search of ['', '?page=claims', '?page=company', '?page=screen', '?page=news']) {
    await visit.open(search);
    names.add(await visit.page.title());
    expect(await visit.page.locator('h1').count(), search).toBe(1);
  }
  expect(names.size).toBe(5);
});

inBrowser(
  'of an address that it cannot read, the page says which part, and shows the rest',
  async () => {
    const alerts = async () => (await visit.page.getByRole('alert').allInnerTexts()).join(' ');
    await visit.open('?of=us-hyperscalers,@nobody&from=2025Q7&colour=red');
    for (const part of ['@nobody', '2025Q7', 'colour']) expect(await alerts()).toContain(part);
    expect(await visit.page.locator('.chart a').count()).toBeGreaterThan(50);
    await visit.open('?page=screen&whose=nobody&where=capex.above.3&order=size');
    for (const part of ['nobody', 'capex.above.3', 'size']) expect(await alerts()).toContain(part);
    expect(await visit.page.locator('tbody tr').count()).toBeGreaterThan(5);
  },
);

inBrowser('an address may be pinned to a version, and leads on when that is gone', async () => {
  const { page, server } = visit;
  const { dataset } = await server.query<{ dataset: { version: string } }>(
    '{ dataset { version } }',
  );
  await visit.open(`?version=${dataset.version}`);
  expect(await page.locator('.pinned').innerText()).toContain(dataset.version.slice(0, 12));
  const csv = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  expect((await fetch(server.url + csv!)).headers.get('cache-control')).toContain('immutable');

  await page.goto(`${server.url}/?version=${'0'.repeat(64)}`);
  await page.getByText('no longer has version').waitFor();
  await page.getByRole('link', { name: 'Show the newest version' }).click();
  await page.locator('.chart a').first().waitFor();
  for (const complaint of visit.complaints.splice(0)) expect(complaint).toContain('410');
});

inBrowser('a frame shows the chart alone, and leads to the page', async () => {
  const { page, server } = visit;
  // Another site; one on this machine, since browsers let public ones not frame it.
  const site = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<iframe src="${server.url}/?embed=yes" width="800" height="620"></iframe>`);
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/page`);
  expect(visit.elsewhere.splice(0)).toEqual([page.url()]);
  const frame = page.frameLocator('iframe');
  await frame.locator('.chart a').first().waitFor();
  expect(await frame.locator('.top, .controls, .share').count()).toBe(0);
  const link = frame.getByRole('link', { name: /Capexgraph/ });
  expect(await link.getAttribute('href')).toBe('/');
  await page.goto('about:blank');
  site.closeAllConnections();
  site.close();
});

inBrowser('print has the chart and its notes, and none of the controls', async () => {
  await visit.open();
  await visit.page.emulateMedia({ media: 'print' });
  for (const part of ['.chart', '.notes', '#finding'])
    expect(await visit.page.locator(part).first().isVisible(), part).toBe(true);
  for (const part of ['nav', '.controls', '.share', '.as-of', '.tabs'])
    expect(await visit.page.locator(part).first().isVisible(), part).toBe(false);
  await visit.page.emulateMedia({ media: 'screen' });
});
