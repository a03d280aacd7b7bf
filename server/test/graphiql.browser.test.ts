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
