import fc from 'fast-check';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Database } from '../database/client.ts';
import { createGraphQL } from '../http/app.ts';
import { graphqlRequest } from '../http/exchange.ts';
import type { Payer } from '../store/screen.ts';
import { Snapshot } from '../store/snapshot.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { FIELDS, RANGES } from '../test/screening.ts';
import { ROW_OF_NEW } from './cost-weights.ts';

/** The quarters of 10,000 companies: a single new column of them costs more than a request may. */
const MANY_ROWS = 600_000;

/** A fixture of a few rows that says that it has many, and counts the figures that are worked out. */
class Large extends Snapshot {
  workedOut = 0;

  override screen(...[question, payer]: Parameters<Snapshot['screen']>) {
    const large: Payer | undefined = payer && {
      planNew: (_, names) => payer.planNew(MANY_ROWS, names),
      payNew: (figures) => {
        payer.payNew(figures);
        this.workedOut += figures;
      },
    };
    return super.screen(question, large);
  }
}

const { catalog, series } = reviewedSnapshot();

/** One that nobody has asked for a screen of. */
const largeSnapshot = () => new Large(catalog, series);

const { graphql } = createGraphQL({
  database: {} as Database,
  log: pino({ level: 'silent' }),
  responseCacheBytes: 0,
});

async function ask(query: string, snapshot: Snapshot, isAwaited = () => true) {
  const body = Buffer.from(JSON.stringify({ query }));
  const headers = { 'content-type': 'application/json' };
  const request = graphqlRequest({ method: 'POST', url: '/graphql', headers, body, isAwaited });
  const { body: answer, ...rest } = await graphql(request, snapshot);
  return { ...rest, text: answer.toString() };
}

interface Screened {
  readonly filters: readonly string[];
  readonly order: string;
  readonly currency: string;
  readonly day: string;
}

const screens: fc.Arbitrary<Screened> = fc.record({
  filters: fc.uniqueArray(fc.constantFrom('fiscalYear', ...RANGES)),
  order: fc.constantFrom(...FIELDS),
  currency: fc.constantFrom('USD', 'CNY', 'EUR'),
  day: fc
    .date({ min: new Date('2024-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
});

function screenOf({ filters, order, currency, day }: Screened): string {
  const where = filters.map((name) => `${name}: ${name === 'fiscalYear' ? 2024 : '{ gt: 0 }'}`);
  return `quarters(first: 1, where: { ${where.join(' ')} }, orderBy: { field: ${order} }, currency: ${currency}, asOf: "${day}") { totalCount }`;
}

const EVERYTHING: Screened = {
  filters: ['fiscalYear', ...RANGES],
  order: 'CAPEX_TRAILING_TWELVE_MONTHS',
  currency: 'CNY',
  day: '2025-06-30',
};

test('one screen that nobody has asked for yet is answered, by every filter at once and in any order', async () => {
  expect(await ask(`{ ${screenOf(EVERYTHING)} }`, largeSnapshot())).toMatchObject({ status: 200 });
  const property = fc.asyncProperty(screens, async (screen) => {
    expect((await ask(`{ ${screenOf(screen)} }`, largeSnapshot())).status).toBe(200);
  });
  await fc.assert(property, { numRuns: 25 });
});

const FIFTY = Array.from({ length: 50 }, (_, n) => n);
const dayOf = (n: number) => new Date(Date.UTC(2022, 0, 1 + n * 30)).toISOString().slice(0, 10);

test.each<[string, (n: number) => Partial<Screened>]>([
  ['days', (n) => ({ day: dayOf(n) })],
  ['filters', (n) => ({ filters: [RANGES[n % RANGES.length]!], day: dayOf(n % 4) })],
  ['orders', (n) => ({ order: FIELDS[n % FIELDS.length]!, day: dayOf(n % 4) })],
])('a request of fifty new %s is refused, names filters, and has none of them worked out', async (_, of) => {
  const screen: Screened = { filters: ['capex'], order: 'REVENUE', currency: 'USD', day: dayOf(0) };
  const all = FIFTY.map((n) => `a${n}: ${screenOf({ ...screen, ...of(n) })}`).join(' ');
  const snapshot = largeSnapshot();
  // Interpreted the first times, compiled later.
  for (let time = 1; time <= 3; time++) {
    const { status, codes, text } = await ask(`{ ${all} }`, snapshot);
    expect([status, codes]).toEqual([400, ['QUERY_TOO_LARGE']]);
    expect(text).toMatch(/more than 16 new columns and orders .* fewer filters/);
    expect(snapshot.workedOut).toBe(0);
  }
});

test('the same column for fifty screens is one, and what somebody has asked for is new no more', async () => {
  const screens = FIFTY.map(
    (n) => `a${n}: quarters(first: 1, where: { capex: { gt: ${n} } }) { totalCount }`,
  );
  expect((await ask(`{ ${screens.join(' ')} }`, largeSnapshot())).status).toBe(200);

  const days = FIFTY.slice(0, 8).map(
    (n) => `a${n}: ${screenOf({ ...EVERYTHING, filters: [], day: dayOf(n) })}`,
  );
  const snapshot = largeSnapshot();
  const all = `{ ${days.join(' ')} }`;
  expect((await ask(all, snapshot)).status).toBe(200);
  const more = `{ ${days.join(' ')} ${screenOf(EVERYTHING)} }`;
  expect((await ask(more, largeSnapshot())).status).toBe(400);
  expect((await ask(more, snapshot)).status).toBe(200);
});

test('what is worked out for a screen is charged to who asked for it, once', async () => {
  const snapshot = largeSnapshot();
  const screen = `{ ${screenOf(EVERYTHING)} }`;
  const first = await ask(screen, snapshot);
  const again = await ask(`${screen} #`, snapshot);
  const { rows } = await snapshot.screen({
    order: { by: 'calendarQuarter', direction: 'ASC' },
    columns: [],
  });
  // Every filter's column, that of its order, and the order.
  expect(first.cost - again.cost).toBeCloseTo(ROW_OF_NEW.micros * rows.size * 16);
});

test('a first screen comes to an end where nobody waits for it any more', async () => {
  const snapshot = largeSnapshot();
  let asked = 0;
  const untilThirdCompany = () => ++asked <= 3;
  const screen = `{ ${screenOf(EVERYTHING)} }`;
  const { status, codes } = await ask(screen, snapshot, untilThirdCompany);
  expect([status, codes]).toEqual([504, ['TIMEOUT']]);
  const { workedOut } = snapshot;
  expect((await ask(screen, snapshot)).status).toBe(200);
  expect(workedOut).toBeLessThan((snapshot.workedOut - workedOut) / 2);
});
