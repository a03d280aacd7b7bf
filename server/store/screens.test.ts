import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { addDays } from '../domain/day.ts';
import { CAPEX } from '../domain/measures.ts';
import { type Quarter, quartersOf } from '../domain/quarter.ts';
import { day, ONE_QUARTER } from '../domain/testing.ts';
import type { Perspective } from '../domain/view.ts';
import { NEXT_REVENUE, type NewFact } from '../test/add-rows.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { latestCapex } from './latest-capex.ts';
import type { Screen } from './screen.ts';
import { type ScreenQuestion, Screens } from './screens.ts';
import { SeriesCache } from './series-cache.ts';
import { Snapshot } from './snapshot.ts';

const NOTHING = { definitions: [], nonDisclosures: new Map() };
const snapshot = reviewedSnapshot();

/** The screen of capital expenditures, the largest first. In euro some are missing: the rates end before the figures do. */
function byCapex({ currency = 'EUR', asOf }: Perspective = {}): ScreenQuestion {
  const column = { figure: 'capex', currency } as const;
  return { asOf, order: { by: column, direction: 'DESC' }, columns: [column] };
}

const BY_QUARTER: ScreenQuestion = {
  order: { by: 'calendarQuarter', direction: 'DESC' },
  columns: [{ figure: 'fiscalQuarter' }],
};

/** What each row of a screen must have, asked of its quarter; NaN in the rows that are not known on the day. */
async function asked(
  { rows }: Screen,
  perspective: Perspective,
  figureOf: (quarter: Quarter) => number | null,
): Promise<number[]> {
  const values = new Array<number>(rows.size).fill(Number.NaN);
  for (const [place, company] of rows.companies.entries()) {
    const view = await snapshot.view(company, perspective);
    for (const quarter of quartersOf(view)) {
      for (let row = rows.starts[place]!; row < rows.starts[place + 1]!; row++) {
        if (rows.quarter[row] === quarter.calendarQuarter) {
          values[row] = figureOf(quarter) ?? Number.NaN;
        }
      }
    }
  }
  return values;
}

const capexOf = (quarter: Quarter) => quarter.amount(CAPEX.CASH, ONE_QUARTER).value();

test.each<Perspective>([
  {},
  { currency: 'CNY', asOf: day('2023-12-31') },
  { currency: 'USD', asOf: day('2025-08-29') },
  { currency: 'USD', asOf: day('1999-12-31') },
])("a column has each row's figure as the quarter has it, and NaN where it is missing: %j", async (perspective) => {
  const screen = await new Screens(snapshot).ask(byCapex(perspective));
  const expected = await asked(screen, { currency: 'EUR', ...perspective }, capexOf);
  expect([...screen.columns[0]!]).toEqual(expected);
  expect(expected.some(Number.isNaN)).toBe(true);
});

test('the fiscal quarter is the one that was known on the day', async () => {
  for (const asOf of [undefined, day('2023-12-31')]) {
    const screen = await new Screens(snapshot).ask({ ...BY_QUARTER, asOf });
    const expected = await asked(
      screen,
      { asOf },
      ({ fiscalQuarter: { year, quarter } }) => year * 4 + quarter - 1,
    );
    expect([...screen.columns[0]!]).toEqual(expected);
  }
});

test('the order has every row once, by the figure that it is of', async () => {
  const { ranking, values, columns } = await new Screens(snapshot).ask(byCapex());
  expect(values).toBe(columns[0]);
  expect([...ranking].sort((a, b) => a - b)).toEqual([...ranking.keys()]);
  const inOrder = [...ranking].map((row) => values[row]!).filter((value) => !Number.isNaN(value));
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
});

test('rows of one value, or without one, stand by quarter and company', async () => {
  const { ranking, values, rows } = await new Screens(snapshot).ask(byCapex());
  const missing = [...ranking].filter((row) => Number.isNaN(values[row]));
  expect(missing.length).toBeGreaterThan(1);
  expect(missing).toEqual([...rows.byQuarter].filter((row) => missing.includes(row)));
  expect([...ranking.slice(-missing.length)]).toEqual(missing);
});

test('columns and orders are worked out once', async () => {
  const screens = new Screens(snapshot);
  const [first, again] = await Promise.all([screens.ask(byCapex()), screens.ask(byCapex())]);
  expect(again.columns[0]).toBe(first.columns[0]);
  expect(again.ranking).toBe(first.ranking);
  const other = await screens.ask(byCapex({ currency: 'CNY' }));
  expect(other.columns[0]).not.toBe(first.columns[0]);
  expect(other.rows).toBe(first.rows);
});

test('days between which nothing was published share their columns and orders', async () => {
  const screens = new Screens(snapshot);
  const { rows, ranking, columns } = await screens.ask(byCapex({ asOf: day('2025-08-29') }));
  const next = Array.from(rows.days).find((each) => each > day('2025-08-29'))!;
  const last = await screens.ask(byCapex({ asOf: addDays(next, -1) }));
  expect([last.ranking, last.columns[0]]).toEqual([ranking, columns[0]]);
  expect(last.ranking).toBe(ranking);
  expect((await screens.ask(byCapex({ asOf: next }))).ranking).not.toBe(ranking);
});

test('screens take no more memory than they may, however many there are, and answer the same', async () => {
  const bound = 25_000;
  const screens = new Screens(snapshot, bound);
  const first = await screens.ask(byCapex());
  for (let asOf = day('2022-01-01'); asOf < day('2023-03-01'); asOf = addDays(asOf, 10)) {
    await screens.ask(byCapex({ asOf }));
    expect(screens.bytes).toBeLessThanOrEqual(bound);
  }
  const again = await screens.ask(byCapex());
  expect(again.ranking).not.toBe(first.ranking);
  expect(again.ranking).toEqual(first.ranking);
});

test('a screen without room for a single column is still answered', async () => {
  const screens = new Screens(snapshot, 0);
  const { columns, ranking } = await new Screens(snapshot).ask(byCapex());
  expect(await screens.ask(byCapex())).toMatchObject({ columns, ranking });
  expect(screens.bytes).toBe(0);
});

test('however many screens are asked at once, one is worked out at a time', async () => {
  let [reading, most] = [0, 0];
  const screens = new Screens({
    catalog: snapshot.catalog,
    view: snapshot.view.bind(snapshot),
    async passingView(company) {
      most = Math.max(most, ++reading);
      await sleep(1);
      reading--;
      return snapshot.view(company);
    },
  });
  const days = ['2022-12-31', '2023-12-31', '2024-12-31'].map(day);
  await Promise.all(days.map((asOf) => screens.ask(byCapex({ asOf }))));
  expect(most).toBe(snapshot.catalog.companies.length);
});

test('what could not be worked out is tried again', async () => {
  let isDown = false;
  const read = async () => {
    if (isDown) throw new Error('down');
    return new Map();
  };
  // Without room for any series, each reading of one asks the database.
  const without = new Snapshot(snapshot.catalog, new SeriesCache(read, NOTHING, 1));
  const screens = new Screens(without);
  for (const question of [BY_QUARTER, byCapex()]) {
    isDown = true;
    await expect(screens.ask(question)).rejects.toThrow('down');
    isDown = false;
    expect((await screens.ask(question)).ranking).toHaveLength(0);
  }
});

test("the latest capex is that of each company's newest quarter that has it", async () => {
  const latest = await latestCapex(new Screens(snapshot));
  const expected = new Map<number, number>();
  for (const company of snapshot.catalog.companies) {
    const view = await snapshot.view(company, { currency: 'USD' });
    const capex = quartersOf(view)
      .map(capexOf)
      .findLast((value) => value !== null);
    if (capex != null) expected.set(company.id, capex);
  }
  expect(latest).toEqual(expected);
  expect(latest.size).toBeGreaterThan(5);
});

/** What a question is answered with, company by company, whatever the places of its rows. */
async function answered(screens: Screens, question: ScreenQuestion) {
  const { rows, ranking, values, columns } = await screens.ask(question);
  return Array.from(ranking, (row) => [
    rows.companies[rows.company[row]!]!.slug,
    rows.quarter[row],
    rows.knownFrom[row],
    values[row],
    columns.map((column) => column[row]),
  ]);
}

/** A version of the fixture with more facts, and with a company less that stands in the middle. */
function versionWith(facts: readonly NewFact[], without?: string): Snapshot {
  const { catalog, series } = reviewedSnapshot(facts);
  const companies = catalog.companies.filter(({ slug }) => slug !== without);
  return new Snapshot({ ...catalog, companies }, series);
}

const NEXT_CAPEX: NewFact = {
  ...NEXT_REVENUE,
  concept: 'CAPEX',
  definition: 'purchases-gross',
};

const QUESTIONS: ScreenQuestion[] = [
  byCapex(),
  byCapex({ currency: 'USD' }),
  byCapex({ asOf: day('2025-08-29') }),
  BY_QUARTER,
  { order: { by: 'calendarQuarter', direction: 'ASC' }, columns: [{ figure: 'revenue' }] },
];

test.each<[string, Snapshot, Snapshot]>([
  ['a quarter more', versionWith([]), versionWith([NEXT_REVENUE, NEXT_CAPEX])],
  ['a company more', versionWith([], 'baidu'), versionWith([])],
  ['nothing new', versionWith([]), versionWith([])],
])('screens that are taken over from a version answer as new ones do: %s', async (_, before, after) => {
  const changed = new Set([after.company('slug', 'alibaba')!.id]);
  for (const unused of [0, 1]) {
    const screens = new Screens(before);
    for (const question of QUESTIONS) await screens.ask(question);
    let taking = screens;
    for (let version = 0; version <= unused; version++) {
      const next = new Screens(after);
      next.takeOver(taking, changed, true);
      taking = next;
    }
    for (const question of QUESTIONS) {
      expect(await answered(taking, question)).toEqual(
        await answered(new Screens(after), question),
      );
    }
  }
});

test('what an import did not change is not worked out again', async () => {
  const before = versionWith([]);
  const screens = new Screens(before);
  for (const question of QUESTIONS) await screens.ask(question);
  const visited = new Set<string>();
  const after = versionWith([NEXT_REVENUE]);
  const next = new Screens({
    catalog: after.catalog,
    view: after.view.bind(after),
    passingView(company) {
      visited.add(company.slug);
      return after.passingView(company);
    },
  });
  next.takeOver(screens, new Set([after.company('slug', 'alibaba')!.id]), true);
  for (const question of QUESTIONS) await next.ask(question);
  expect([...visited]).toEqual(['alibaba']);
});
