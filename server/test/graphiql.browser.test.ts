import { afterAll, beforeAll, expect, test } from 'vitest';
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
  { timeout: 60_000 },
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
      await page.goto(`${server.url}/`);
      expect(new URL(page.url()).pathname).toBe('/graphql');
      await page.getByRole('tab', { name: 'Comparison' }).waitFor();
      await page.locator('.graphiql-execute-button').click();
      await page.locator('.result-window').getByText('38676').first().waitFor();
      expect(elsewhere).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
