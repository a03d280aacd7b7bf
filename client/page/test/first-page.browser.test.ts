import { formatGrowth, formatMoney } from '@capexgraph/client/format';
import { expect } from 'vitest';
import { dayWords } from '../src/state/words.ts';
import { inBrowser, Visit } from './in-browser.ts';

const visit = new Visit();

const GROUPS = 'baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }';

interface Answer {
  companies: { nodes: { latestQuarter: { facts: { publishedOn: string }[] } | null }[] };
  comparison: {
    baseline: Members;
    challenger: Members;
    quarters: { capexMultiple: { value: number | null; numerator: Money; denominator: Money } }[];
    latest: {
      growthLead: { challenger: Growth; baseline: Growth };
      capexMultiple: { numerator: { growth: Growth }; denominator: { growth: Growth } };
    };
    outgrowthRuns: { from: string; to: string }[];
  };
}
type Growth = { value: number };
type Members = { members: { name: string }[] };
type Money = { amount: string; currency: string };

inBrowser('the headline says what the API answers', async () => {
  await visit.open();
  const { comparison, companies } = await visit.server.query<Answer>(`{
    companies { nodes { latestQuarter { facts { publishedOn } } } }
    comparison(${GROUPS}) {
    baseline { members { name } } challenger { members { name } }
    quarters { capexMultiple(window: TRAILING_TWELVE_MONTHS) { value numerator { amount currency } denominator { amount currency } } }
    latest { growthLead { challenger { value } baseline { value } }
      capexMultiple(window: TRAILING_TWELVE_MONTHS) {
        numerator { growth(over: YEAR) { value } } denominator { growth(over: YEAR) { value } } } }
    outgrowthRuns { from to } } }`);
  const multiples = comparison.quarters.flatMap(({ capexMultiple }) =>
    capexMultiple.value === null ? [] : [capexMultiple],
  );
  const times = (value: number) => `${value.toFixed(1)}\u00a0times`;
  const newest = multiples.at(-1)!;
  const newestDay = companies.nodes
    .flatMap(({ latestQuarter }) => latestQuarter?.facts ?? [])
    .map(({ publishedOn }) => publishedOn)
    .sort()
    .at(-1)!;
  const said = await visit.page.locator('.headline').innerText();
  for (const figure of [
    formatMoney(newest.numerator),
    formatMoney(newest.denominator),
    times(newest.value!),
    times(multiples.at(-5)!.value!),
    times(Math.min(...multiples.map(({ value }) => value!))),
    formatGrowth(comparison.latest.growthLead.challenger),
    formatGrowth(comparison.latest.growthLead.baseline),
    formatGrowth(comparison.latest.capexMultiple.numerator.growth),
    formatGrowth(comparison.latest.capexMultiple.denominator.growth),
    ...[comparison.baseline, comparison.challenger].flatMap(({ members }) =>
      members.map(({ name }) => name),
    ),
    `Data to ${dayWords(newestDay)}`,
    ...comparison.outgrowthRuns.flatMap(({ from, to }) => [from, to]),
  ]) {
    expect(said).toContain(figure);
  }
});

inBrowser('the first sentence needs no script, and its figures lead to the page', async () => {
  const plain = await visit.newPage({ javaScriptEnabled: false });
  await plain.goto(visit.server.url);
  const sentence = plain.locator('h1');
  expect(await sentence.innerText()).toMatch(/^US hyperscalers spent \$.* twelve months to /);
  const [figure] = await sentence.locator('a').all();
  expect(await figure!.getAttribute('href')).toContain('point=us-hyperscalers.');
  await plain.close();
});

inBrowser('the first chart takes at most two requests and 40 kB, and nothing jumps', async () => {
  const fresh = await visit.newPage({ viewport: { width: 390, height: 800 } });
  const asked: string[] = [];
  fresh.on('request', (request) => request.url().includes('/graphql') && asked.push(request.url()));
  await fresh.addInitScript(() => {
    const jumps = Object.assign(globalThis, { jumped: 0 });
    type Shift = PerformanceEntry & { value: number };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) jumps.jumped += (entry as Shift).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await fresh.goto(visit.server.url);
  await fresh.locator('.chart a').first().waitFor();
  const data = await fresh.locator('#answers').evaluate(({ textContent }) => textContent!.length);
  expect(data).toBeLessThan(40_000);
  await fresh.waitForLoadState('networkidle');
  expect(asked.length).toBeLessThanOrEqual(2);
  const jumped = await fresh.evaluate(() => (globalThis as unknown as { jumped: number }).jumped);
  expect(jumped).toBeLessThan(0.1);
  await fresh.close();
});
