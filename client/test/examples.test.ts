import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumPath, launchChromium } from '../../server/test/browser.ts';
import { startServer, type TestServer } from '../../server/test/testkit.ts';
import { inClient } from './installed.ts';
import { startSite } from './site.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
  [server, folder] = await Promise.all([startServer(), mkdtemp(join(tmpdir(), 'examples-'))]);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Starts an example as its package.json does. */
function start(example: string, script: string, ...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: inClient(`examples/${example}`),
    env: { ...process.env, CAPEXGRAPH_URL: `${server.url}/graphql`, PORT: '0' },
  });
}

test('the script writes every quarter of a group to a CSV file', async () => {
  const file = join(folder, 'capex.csv');
  const script = start('csv', 'main.ts', 'china-hyperscalers', file);
  const [printed, errors] = await Promise.all([text(script.stdout!), text(script.stderr!)]);
  expect(errors).toBe('');
  const [header, ...rows] = (await readFile(file, 'utf8')).trim().split('\r\n');
  expect(printed).toBe(`${rows.length} quarters of china-hyperscalers in ${file}\n`);
  expect(rows.length).toBeGreaterThan(40);
  expect(header).toMatch(/^company,quarter,fiscal quarter,"capex, USD",/);
  expect(rows.find((row) => row.startsWith('Alibaba Group,2025Q2'))).toMatch(
    /^Alibaba Group,2025Q2,FY2026 Q1,53\d{8}(\.\d+)?,2\.\d+,0\.15\d+,$/,
  );
});

test('the server renders a page with the figures in it, and a refusal where there are none', async () => {
  const site = start('server-rendered', 'main.tsx');
  try {
    const [address] = await once(site.stdout!, 'data');
    const url = String(address).trim();
    const page = await fetch(url);
    expect(new URL(page.url).pathname).toBe('/china-hyperscalers/us-hyperscalers');
    const html = await page.text();
    expect(html).toContain('faster over the year in these quarters: <!-- -->2024Q1 to 2025Q2');
    expect(html).toMatch(/<th>2025Q2<\/th><td>\$\d+\.\dB<\/td><td>\+1\d\d\.\d%<\/td>/);
    expect((await fetch(`${url}nobody/us-hyperscalers`)).status).toBe(404);
  } finally {
    site.kill();
  }
});

const reason = chromiumPath ? '' : ' (skipped: there is no Chromium here; set CHROMIUM_PATH)';

test.skipIf(!chromiumPath)(`the React page draws the company that is chosen${reason}`, async () => {
  const root = inClient('examples/react');
  await build({ root, build: { outDir: folder }, logLevel: 'error', configFile: false });
  const site = await startSite((path) => readFile(join(folder, path), 'utf8'));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(`${site.url}?api=${server.url}/graphql`);
    await page.getByRole('img', { name: 'Alibaba Group, by quarter' }).waitFor();
    await page.getByRole('combobox').selectOption({ label: 'Microsoft' });
    const chart = page.getByRole('img', { name: 'Microsoft, by quarter' });
    await chart.waitFor();
    expect(await chart.locator('rect').count()).toBe(12);
    expect(await chart.textContent()).toMatch(/\$\d+(\.\d)?B\+\d+%202[56]Q\d/);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    site.close();
  }
});
