import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../../server/test/browser.ts';
import { startServer } from '../../server/test/testkit.ts';
import { inClient } from './installed.ts';
import { startSite } from './site.ts';

const tools = inClient('test/other-tools');
const isThere = chromiumPath && existsSync(`${tools}/node_modules/@observablehq/plot`);
const reason = isThere
  ? ''
  : ' (skipped: it takes Chromium, and npm ci --prefix client/test/other-tools)';

/** The page of the README, and its script in one file. */
async function readmePage(server: string): Promise<{ html: string; script: string }> {
  const readme = await readFile(inClient('sdk/README.md'), 'utf8');
  const [, page] = /```html\n(.*?)```/s.exec(readme)!;
  const [whole, contents] = /<script type="module">(.*)<\/script>/s.exec(page!)!;
  const { outputFiles } = await build({
    stdin: { contents: contents!.replaceAll('http://127.0.0.1:4000', server), resolveDir: tools },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const link = '<script type="module" src="/page.js"></script>';
  const html = `<!doctype html><link rel="icon" href="data:,">${page!.replace(whole, () => link)}`;
  return { html, script: outputFiles[0]!.text };
}

test.skipIf(!isThere)(
  `the page of the README draws what two groups spend, on an axis of US dollars from zero${reason}`,
  async () => {
    const server = await startServer();
    const { html, script } = await readmePage(server.url);
    const site = await startSite((path) => (path === '/page.js' ? script : html));
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto(site.url);
      await page.locator('[aria-label="line"] path').first().waitFor();
      expect(await page.locator('[aria-label="line"] path').count()).toBe(2);
      const labels = page.locator('[aria-label="y-axis tick label"] text');
      const marks = await labels.allTextContents();
      expect(marks[0]).toBe('$0');
      expect(marks.slice(1).every((mark) => /^\$\d+B$/.test(mark))).toBe(true);
      expect(new Set(marks).size).toBe(marks.length);
      const said = await page.locator('body').innerText();
      expect(said).toContain('US hyperscalers');
      expect(said).toContain('China hyperscalers');
      expect(await page.locator('[aria-label="y-axis label"]').textContent()).toMatch(/, USD/);
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
      site.close();
      await server.stop();
    }
  },
);
