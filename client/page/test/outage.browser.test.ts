import { expect } from 'vitest';
import { startServer } from '../../../server/test/testkit.ts';
import { inBrowser, Visit } from './in-browser.ts';

const visit = new Visit();

inBrowser('when the server is gone, the page says so, and goes on when it is back', async () => {
  const { page, database } = visit;
  await visit.open();
  const { port } = new URL(visit.server.url);
  await visit.server.stop();
  await page.getByRole('link', { name: 'Growth', exact: true }).click();
  await page.getByText('The server does not answer').first().waitFor();
  expect(await page.locator('.chart a').count()).toBeGreaterThan(50);
  visit.server = await startServer(database, { PORT: port });
  await page.locator('#finding', { hasText: / than US hyperscalers in / }).waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  // What the browser itself says of an unanswered request.
  for (const complaint of visit.complaints.splice(0)) expect(complaint).toMatch(/ERR_CONNECTION/);
});
