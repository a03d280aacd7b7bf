import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../paths.ts';
import { chromiumPath, launchChromium } from './browser.ts';
import { startServer, type TestServer } from './testkit.ts';

const isBuilt = existsSync(inProject('dist/page/documents.json'));
const reason = !chromiumPath
  ? ' (skipped: there is no Chromium here; set CHROMIUM_PATH)'
  : isBuilt
    ? ''
    : ' (skipped: the page is not built; run npm run build:page)';

let server: TestServer;
beforeAll(async () => {
  server = await startServer(undefined, { CAPEXGRAPH_ONLY_DOCUMENTS: 'true' });
});
afterAll(() => server.stop());

test.skipIf(reason !== '')(
  `the page works on a server of known documents, and its files are compressed${reason}`,
  async () => {
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const answers: string[] = [];
      const plain: string[] = [];
      page.on('response', (response) => {
        const { pathname } = new URL(response.url());
        if (pathname === '/graphql') answers.push(String(response.status()));
        else if (!response.headers()['content-encoding']) plain.push(pathname);
      });
      await page.goto(`${server.url}/`);
      await page.getByRole('heading').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(new Set(answers)).toEqual(new Set(['200']));
      expect(plain).toEqual([]);
    } finally {
      await browser.close();
    }
  },
);
