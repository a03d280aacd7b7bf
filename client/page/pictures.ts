import { launchChromium } from '../../server/test/browser.ts';

// Takes the README's pictures: node --import tsx client/page/pictures.ts FOLDER http://127.0.0.1:4000

const [folder, url] = process.argv.slice(2);
const browser = await launchChromium();
for (const [name, colorScheme, width, height] of [
  ['page', 'light', 1280, 1000],
  ['page-dark', 'dark', 1280, 1000],
  ['page-phone', 'light', 390, 1180],
  ['page-phone-dark', 'dark', 390, 1180],
] as const) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(url!);
  await page.locator('.chart a').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.close();
}
await browser.close();
