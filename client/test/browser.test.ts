import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@capexgraph/client';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../server/cli/serve.ts';
import { readEnvironment } from '../../server/env.ts';
import type { HttpServer } from '../../server/http/server.ts';
import { addFacts, NEXT_REVENUE } from '../../server/test/add-rows.ts';
import { chromiumPath, launchChromium } from '../../server/test/browser.ts';
import { createDatabase } from '../../server/test/testkit.ts';
import { PACKED } from './build.ts';
import { startSite } from './site.ts';

// The package in a browser as it is, without a bundler, from another origin than the API's.

let databaseUrl: string;
let server: HttpServer;
/** What the server logged of each request so far, e.g. `GET 200`. */
const log: string[] = [];
let site: { url: string; close: () => void };
let browser: Browser;
beforeAll(async () => {
  if (!chromiumPath) return;
  [server, site, browser] = await Promise.all([startLoggedServer(), servePage(), launchChromium()]);
});
afterAll(async () => {
  if (!chromiumPath) return;
  site.close();
  await Promise.all([browser.close(), server.stop()]);
});

async function startLoggedServer(): Promise<HttpServer> {
  databaseUrl = await createDatabase();
  const settings = { DATABASE_URL: databaseUrl, PORT: '0', LOG_REQUESTS: '1' };
  const write = (line: string) => {
    const { msg, method, status } = JSON.parse(line);
    if (msg === 'Answered') log.push(`${method} ${status}`);
  };
  return serve(readEnvironment(settings), pino({ level: 'info' }, { write }));
}

/** What the page prints is how much of the dataset there is, of the API in its address. */
const PROGRAM = `
import { createClient } from '@capexgraph/client';
globalThis.client = createClient({ url: new URLSearchParams(location.search).get('api') });
console.log((await client.dataset()).companies);
`;
declare const client: Client;

function servePage(): Promise<{ url: string; close: () => void }> {
  const imports = { '@capexgraph/client': '/index.js' };
  const html = `<!doctype html><link rel="icon" href="data:,">
    <script type="importmap">${JSON.stringify({ imports })}</script>
    <script type="module">${PROGRAM}</script>`;
  const modules = join(PACKED, 'node_modules/@capexgraph/client/dist');
  return startSite((path) =>
    path === '/index.html' ? html : readFile(join(modules, path), 'utf8'),
  );
}

const reason = chromiumPath ? '' : ' (skipped: there is no Chromium here; set CHROMIUM_PATH)';

test.skipIf(!chromiumPath)(`a page asks an API of another origin${reason}`, async () => {
  const page = await browser.newPage();
  const printed = page.waitForEvent('console', (message) => message.type() === 'log');
  await page.goto(`${site.url}?api=${server.url}/graphql`);
  expect(Number((await printed).text())).toBeGreaterThan(5);
});

test.skipIf(!chromiumPath)(
  `a page that was seen before sends one conditional GET and no preflight${reason}`,
  async () => {
    log.length = 0;
    const context = await browser.newContext();
    for (let visit = 0; visit < 2; visit++) {
      const page = await context.newPage();
      const printed = page.waitForEvent('console', (message) => message.type() === 'log');
      await page.goto(`${site.url}?api=${server.url}/graphql`);
      expect(Number((await printed).text())).toBeGreaterThan(5);
      // The browser may show what it has, and ask meanwhile.
      await expect.poll(() => log.length).toBe(visit + 1);
      await page.close();
    }
    expect(log).toEqual(['GET 200', 'GET 304']);
  },
);

test.skipIf(!chromiumPath)(
  `a page that asks for the figures of the version that it polls never shows older ones${reason}`,
  async () => {
    const page = await browser.newPage();
    const isThere = page.waitForEvent('console', (message) => message.type() === 'log');
    await page.goto(`${site.url}?api=${server.url}/graphql`);
    await isThere;
    const newest = () => page.evaluate(async () => (await client.dataset()).version);
    const quarterOf = (version: string | undefined) =>
      page.evaluate(async (version) => {
        const asked = { company: { slug: 'alibaba' }, last: 1 };
        const company = await client.companyQuarters(asked, { version });
        return company?.quarters.nodes[0]?.calendarQuarter;
      }, version);
    const version = await newest();
    // The browser has both answers now, and may show the second for half a minute without asking.
    expect(await quarterOf(version)).toBe('2026Q2');
    expect(await quarterOf(undefined)).toBe('2026Q2');
    await addFacts(databaseUrl, [NEXT_REVENUE]);
    await expect.poll(newest).not.toBe(version);
    expect(await quarterOf(await newest())).toBe('2026Q3');
    await expect(quarterOf(version)).resolves.toBe('2026Q2');
    await page.close();
  },
);
