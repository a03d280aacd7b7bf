import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cite } from '../../client/sdk/src/cite.ts';
import { CompanyQuartersDocument } from '../../client/sdk/src/index.ts';
import { chromiumPath, launchChromium } from './browser.ts';
import { startServer, type TestServer } from './testkit.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const reason = chromiumPath ? '' : ' (skipped: there is no Chromium here; set CHROMIUM_PATH)';

test.skipIf(!chromiumPath)(
  `GraphiQL answers its first question in a browser that reaches no other host${reason}`,
  async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const elsewhere: string[] = [];
      await page.route(
        (url) => url.protocol.startsWith('http') && url.origin !== server.url,
        (route) => {
          elsewhere.push(route.request().url());
          return route.abort();
        },
      );
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/content.security.policy/i.test(message.text())) refused.push(message.text());
      });
      page.on('pageerror', ({ message }) => refused.push(message));
      await page.goto(`${server.url}/graphql`);
      await page.getByRole('tab', { name: 'Comparison' }).waitFor();
      await page.locator('.graphiql-execute-button').click();
      await page.locator('.result-window').getByText('38676').first().waitFor();
      expect(elsewhere).toEqual([]);
      expect(refused).toEqual([]);
      // What another site, or an answer, would smuggle into the page does not run.
      const ran = await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.smuggled = true';
        document.body.append(script);
        return 'smuggled' in window;
      });
      expect(ran).toBe(false);
    } finally {
      await browser.close();
    }
  },
);

const inPage = async (use: (page: Page) => Promise<void>) => {
  const browser = await launchChromium();
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
  }
};
const shown = (page: Page, place: string) =>
  page.locator(`${place} .view-lines`).first().innerText();
const asked = (page: Page) => new URL(page.url()).searchParams;

test.skipIf(!chromiumPath)(
  `GraphiQL shows the question in its address, with its variables, and runs it${reason}`,
  () =>
    inPage(async (page) => {
      const question = `
    query Chosen($slug: String!, $last: Int) {
  company(by: { slug: $slug }) { name quarters(last: $last) { totalCount } }
}`;
      const variables = JSON.stringify({ slug: 'meta', last: 3 });
      const address = new URLSearchParams({ query: question, variables });
      await page.goto(`${server.url}/graphql?${address}`);
      const tabs = page.getByRole('tab');
      await page.locator('.result-window').getByText('Meta Platforms').waitFor();
      expect(await tabs.first().innerText()).toBe('Chosen');
      expect(await tabs.first().getAttribute('aria-selected')).toBe('true');
      expect(await shown(page, '.graphiql-query-editor')).toMatch(/^query.Chosen/);
      expect(await shown(page, '.graphiql-editor-tool')).toMatch(/^\{\n.*"slug":.*\n.*3\n\}$/);
      // Whoever comes back finds it once, and the other questions beside it.
      const count = await tabs.count();
      expect(count).toBeGreaterThan(5);
      await page.reload();
      await page.locator('.result-window').getByText('Meta Platforms').waitFor();
      expect(await tabs.count()).toBe(count);
      // The address is that of what is shown.
      await tabs.nth(1).click();
      await expect.poll(() => asked(page).get('query')).not.toContain('Chosen');
      await expect.poll(() => asked(page).has('variables')).toBe(false);
    }),
);

test.skipIf(!chromiumPath)(
  `GraphiQL shows a cited figure at the address of its citation, in lines that can be read${reason}`,
  () =>
    inPage(async (page) => {
      const { address } = await cite(
        { url: `${server.url}/graphql` },
        CompanyQuartersDocument,
        { company: { ticker: 'BABA' }, from: '2025Q2', to: '2025Q2' },
        () => 'what Alibaba spent',
      );
      await page.goto(address);
      await page.locator('.result-window').getByText('247652000000').first().waitFor();
      expect(await page.getByRole('tab').first().innerText()).toBe('CompanyQuarters');
      await expect
        .poll(() => shown(page, '.graphiql-query-editor'))
        .toMatch(/^query.CompanyQuarters\(\n/);
    }),
);
