import { launchChromium } from './browser.ts';

// Takes the README's picture: node --import tsx server/test/screenshot.ts FILE.png http://127.0.0.1:4000/graphql

const [file, url] = process.argv.slice(2);
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(url!);
await page.locator('.graphiql-execute-button').click();
await page.locator('.result-window').getByText('38676').first().waitFor();
await page.waitForTimeout(1_000);
await page.screenshot({ path: file! });
await browser.close();
