import { launchChromium } from '../../server/test/browser.ts';

// Takes the README's pictures: node --import tsx client/page/pictures.ts FOLDER http://127.0.0.1:4000

const DESK = { width: 1280, height: 1072 };
const PICTURES = [
  ['page', '', DESK],
  ['page-growth', '?show=GROWTH_YEAR', { ...DESK, height: 1050 }],
  ['page-phone', '', { width: 390, height: 1436 }],
] as const;

const [folder, url] = process.argv.slice(2);
const browser = await launchChromium();
for (const [name, search, viewport] of PICTURES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport, colorScheme });
    await page.goto(`${url}/${search}`);
    await page.locator('.chart a').first().waitFor();
    await page.getByText('Data: CC BY 4.0').waitFor();
    await page.waitForLoadState('networkidle');
    await page.screenshot({
      path: `${folder}/${name}${colorScheme === 'dark' ? '-dark' : ''}.png`,
    });
    await page.close();
  }
}
await browser.close();
