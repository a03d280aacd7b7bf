import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../../../server/test/browser.ts';
import { createDatabase, startServer, type TestServer } from '../../../server/test/testkit.ts';

const why = chromiumPath ? '' : ' (skipped: there is no Chromium here; set CHROMIUM_PATH)';

/** Sees that a label says a figure of this value under this name, exact to its last digit. */
export function expectPrinted(labels: readonly string[], name: string, value: number): void {
  const label = labels.find((each) => each.startsWith(`${name}: `));
  expect(label, name).toBeDefined();
  const [, minus, digits = '', unit = ''] =
    /: (−?)[^\d]*([\d,]+(?:\.\d+)?)([BM%]?)/.exec(label!.slice(name.length)) ?? [];
  const scale = { B: 1e9, M: 1e6, '%': 0.01 }[unit] ?? 1;
  const read = Number(digits.replaceAll(',', '')) * scale * (minus ? -1 : 1);
  const lastDigit = scale / 10 ** (digits.split('.')[1]?.length ?? 0);
  expect(Math.abs(read - value), label).toBeLessThanOrEqual(lastDigit * 0.500001);
}

/** A test that needs a browser. */
export const inBrowser = (name: string, run: () => Promise<void>) =>
  test.skipIf(!chromiumPath)(name + why, { timeout: 60_000 }, run);

/** The page of a server of its own, in a window; whatever it complains of, or asks elsewhere, fails a test. */
export class Visit {
  database = '';
  server!: TestServer;
  browser!: Browser;
  page!: Page;
  readonly elsewhere: string[] = [];
  readonly complaints: string[] = [];

  constructor() {
    beforeAll(async () => {
      if (!chromiumPath) return;
      this.database = await createDatabase();
      this.server = await startServer(this.database);
      this.browser = await launchChromium();
      this.page = await this.newPage({ viewport: { width: 1280, height: 900 } });
    }, 60_000);
    afterAll(async () => {
      if (!chromiumPath) return;
      await this.browser.close();
      await this.server.stop();
      expect(this.elsewhere, 'what was asked of other hosts').toEqual([]);
      expect(this.complaints, 'what the console says').toEqual([]);
    });
  }

  async newPage(options: BrowserContextOptions): Promise<Page> {
    const page = await this.browser.newPage(options);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.server.url)
        this.elsewhere.push(request.url());
    });
    return page;
  }

  /** Opens an address of the page, and waits until it shows figures. */
  async open(search = '', page = this.page): Promise<void> {
    await page.goto(`${this.server.url}/${search}`);
    await page.locator('.chart a, table a, .claim, .sources a, .figures a').first().waitFor();
    await page.getByText('Data: CC BY 4.0').waitFor();
  }

  /** What the links in a part of the page are called. */
  labels(selector: string): Promise<string[]> {
    return this.page
      .locator(selector)
      .evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')!));
  }
}
