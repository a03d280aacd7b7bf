import type { CDPSession, Page } from 'playwright-core';
import { launchChromium } from '../../server/test/browser.ts';

// What the first visit of the page costs, beside what it may: node --import tsx client/bench/page-speed.ts http://127.0.0.1:4000

/** How a browser comes to the page; the second is Lighthouse's telephone: slow 4G, and a quarter of the processor. */
const VISITS = [
  { name: 'desk', viewport: { width: 1280, height: 900 } },
  {
    name: 'phone, slow 4G, CPU / 4',
    viewport: { width: 360, height: 740 },
    slow: { cpu: 4, latency: 150, bytesPerSecond: 1_638_400 / 8 },
  },
] as const;

/** What is measured: until the first chart where it says so; the least bytes are those that were sent, compressed. */
interface Measured {
  readonly requests: number;
  readonly dataBytes: number;
  readonly scriptBytes: number;
  readonly allBytes: number;
  readonly firstPaintMs: number;
  readonly largestPaintMs: number;
  readonly chartMs: number;
  readonly layoutShift: number;
  readonly blockedMs: number;
}

/** The most that a first visit may take; times are of the slow telephone, by Lighthouse's “good”. */
const BUDGETS: Record<keyof Measured, { readonly most: number; readonly what: string }> = {
  requests: { most: 2, what: 'requests for data until the first chart' },
  dataBytes: { most: 40_000, what: 'bytes of data for the first chart, not compressed' },
  scriptBytes: { most: 150_000, what: 'bytes of JavaScript, as sent' },
  allBytes: { most: 200_000, what: 'bytes in all, as sent' },
  firstPaintMs: { most: 1_800, what: 'ms to the first paint of content' },
  largestPaintMs: { most: 2_500, what: 'ms to the largest paint of content' },
  chartMs: { most: 2_500, what: 'ms to the first chart' },
  layoutShift: { most: 0.1, what: 'cumulative layout shift' },
  blockedMs: { most: 200, what: 'ms in which long tasks blocked the page' },
};

const [url = 'http://127.0.0.1:4000', runs = '5'] = process.argv.slice(2);
const browser = await launchChromium();
let isOver = false;
console.log(`| | budget | ${VISITS.map(({ name }) => name).join(' | ')} |`);
console.log(`|---|---|${VISITS.map(() => '---').join('|')}|`);
const medians: Measured[] = [];
for (const visit of VISITS) {
  const all: Measured[] = [];
  for (let run = 0; run < Number(runs); run++) all.push(await measured(visit));
  medians.push(medianOf(all));
}
for (const [name, { most, what }] of Object.entries(BUDGETS)) {
  const values = medians.map((median) => median[name as keyof Measured]);
  isOver ||= values.some((value) => value > most);
  const cells = values.map((value) => `${shown(value)}${value > most ? ' **over**' : ''}`);
  console.log(`| ${what} | ${shown(most)} | ${cells.join(' | ')} |`);
}
await browser.close();
process.exitCode = isOver ? 1 : 0;

function shown(value: number): string {
  return value < 10 ? String(Number(value.toFixed(3))) : Math.round(value).toLocaleString('en');
}

/** One visit with nothing in the cache. */
async function measured({ viewport, ...visit }: (typeof VISITS)[number]): Promise<Measured> {
  const page = await browser.newPage({ viewport });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const sent = bytesOf(session);
  if ('slow' in visit) {
    const { cpu, latency, bytesPerSecond } = visit.slow;
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  await page.addInitScript(observe);
  await page.goto(url);
  // Not by a locator: what that runs in the page to find it would count as the page's.
  await evaluated(session, 'chart');
  const requests = sent.filter(({ url }) => url.includes('/graphql')).length;
  await page.waitForLoadState('networkidle');
  const dataBytes = await evaluated<number>(
    session,
    "document.querySelector('#answers').text.length",
  );
  const seen = await seenBy(page);
  await page.close();
  const bytes = (part: string) =>
    sent.reduce((sum, each) => sum + (each.url.includes(part) ? each.bytes : 0), 0);
  return { ...seen, requests, dataBytes, scriptBytes: bytes('.js'), allBytes: bytes('') };
}

/** What an expression comes to in the page, awaited. */
async function evaluated<Value>(session: CDPSession, expression: string): Promise<Value> {
  const options = { expression, awaitPromise: true, returnByValue: true };
  const { result } = await session.send('Runtime.evaluate', options);
  return result.value;
}

interface Sent {
  readonly url: string;
  bytes: number;
}

/** What comes over the wire from now on, headers included. */
function bytesOf(session: CDPSession): Sent[] {
  const sent = new Map<string, Sent>();
  const all: Sent[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('http')) return;
    const each = { url: request.url, bytes: 0 };
    sent.set(requestId, each);
    all.push(each);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const each = sent.get(requestId);
    if (each) each.bytes = encodedDataLength;
  });
  return all;
}

type Seen = Omit<Measured, 'requests' | 'dataBytes' | 'scriptBytes' | 'allBytes'>;

function seenBy(page: Page): Promise<Seen> {
  return page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
}

/**
 * Runs in the page before its scripts: notes what the browser tells of its paints, shifts and long tasks. No function in it has a
 * name, since tsx marks those with a helper that the page lacks.
 */
function observe(): void {
  const seen = {
    firstPaintMs: 0,
    largestPaintMs: 0,
    chartMs: 0,
    layoutShift: 0,
    blockedMs: 0,
  };
  const notes: readonly (readonly [type: string, note: (entry: PerformanceEntry) => void])[] = [
    [
      'paint',
      ({ name, startTime }) => {
        if (name === 'first-contentful-paint') seen.firstPaintMs = startTime;
      },
    ],
    [
      'largest-contentful-paint',
      ({ startTime }) => {
        seen.largestPaintMs = startTime;
      },
    ],
    [
      'layout-shift',
      (entry) => {
        seen.layoutShift += (entry as PerformanceEntry & { value: number }).value;
      },
    ],
    [
      'longtask',
      ({ duration }) => {
        seen.blockedMs += Math.max(0, duration - 50);
      },
    ],
  ];
  for (const [type, note] of notes) {
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
    });
  }
  const chart = new Promise<void>((drawn) => {
    new MutationObserver(() => {
      if (seen.chartMs || !document.querySelector('.chart a')) return;
      seen.chartMs = performance.now();
      drawn();
    }).observe(document, { childList: true, subtree: true });
  });
  Object.assign(globalThis, { seen, chart });
}

function medianOf(all: readonly Measured[]): Measured {
  const median = (name: keyof Measured) =>
    all.map((each) => each[name]).sort((one, other) => one - other)[Math.floor(all.length / 2)]!;
  const names = Object.keys(BUDGETS) as (keyof Measured)[];
  return Object.fromEntries(names.map((name) => [name, median(name)])) as unknown as Measured;
}
