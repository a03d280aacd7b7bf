import { expect, test } from 'vitest';
import { formatCalendarQuarter } from '../domain/calendar-quarter.ts';
import { CAPEX } from '../domain/measures.ts';
import { quartersOf } from '../domain/quarter.ts';
import { day, ONE_QUARTER } from '../domain/testing.ts';
import type { Perspective } from '../domain/view.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { Screen } from './screen.ts';
import { SeriesCache } from './series-cache.ts';
import { Snapshot } from './snapshot.ts';

const NOTHING = { definitions: [], nonDisclosures: new Map() };
const snapshot = reviewedSnapshot();
/** The rates of the euro end before the figures do, so some are missing. */
const inEuro: Perspective = { currency: 'EUR' };

/** What a screen has in its rows, e.g. `alibaba 2025Q2`. */
const namesOf = ({ companies, company, quarter }: Screen, rows: Iterable<number>) =>
  [...rows].map(
    (row) => `${companies[company[row]!]!.slug} ${formatCalendarQuarter(quarter[row]!)}`,
  );

test('a screen has a row for each quarter of each company that is known on its day', async () => {
  for (const asOf of [undefined, day('2023-12-31'), day('1999-12-31')]) {
    const screen = await Screen.of(snapshot, { asOf });
    const views = snapshot.catalog.companies.map((company) => snapshot.view(company, { asOf }));
    const quarters = (await Promise.all(views)).flatMap((view) =>
      quartersOf(view).map(
        ({ company, calendarQuarter }) =>
          `${company.slug} ${formatCalendarQuarter(calendarQuarter)}`,
      ),
    );
    expect(namesOf(screen, screen.company.keys()).sort()).toEqual(quarters.sort());
  }
});

test("a column has each row's figure as the quarter has it, and NaN where it is missing", async () => {
  const screen = await Screen.of(snapshot, inEuro);
  const column = await screen.column('capex');
  const views = await Promise.all(
    screen.companies.map((company) => snapshot.view(company, inEuro)),
  );
  const expected = views.flatMap((view) =>
    quartersOf(view).map(
      (quarter) => quarter.amount(CAPEX.CASH, ONE_QUARTER).value() ?? Number.NaN,
    ),
  );
  expect([...column]).toEqual(expected);
  expect(expected.some(Number.isNaN)).toBe(true);
});

test('a ranking stands by its figure, the missing last either way, then by quarter and company', async () => {
  const screen = await Screen.of(snapshot, inEuro);
  const column = await screen.column('capex');
  for (const direction of ['ASC', 'DESC'] as const) {
    const ranking = await screen.ranking('capex', direction);
    expect([...ranking].sort((a, b) => a - b)).toEqual([...column.keys()]);
    const values = [...ranking].map((row) => column[row]!);
    const known = values.filter((value) => !Number.isNaN(value));
    const sorted = known.toSorted((a, b) => (direction === 'ASC' ? a - b : b - a));
    expect(values).toEqual([...sorted, ...values.slice(known.length).fill(Number.NaN)]);
    const names = namesOf(screen, [...ranking].slice(known.length));
    expect(names.length).toBeGreaterThan(1);
    const inOrder = (name: string) => name.split(' ').reverse().join(' ');
    expect(names).toEqual(names.toSorted((a, b) => inOrder(a).localeCompare(inOrder(b))));
  }
});

test('the ranking by quarter needs no figure', async () => {
  const screen = await Screen.of(snapshot, {});
  const names = namesOf(screen, await screen.ranking('calendarQuarter', 'DESC'));
  expect(names.slice(0, 2)).toEqual(['oracle 2026Q3', 'alibaba 2026Q2']);
  expect(names.at(-1)).toBe('tencent 2020Q1');
});

test('columns, rankings and screens are worked out once', async () => {
  const screen = await snapshot.screen(inEuro);
  expect(await snapshot.screen({ currency: 'EUR' })).toBe(screen);
  expect(await snapshot.screen({ currency: 'CNY' })).not.toBe(screen);
  expect(await reviewedSnapshot().screen(inEuro)).not.toBe(screen);
  expect(screen.column('capex')).toBe(screen.column('capex'));
  expect(screen.ranking('capex', 'ASC')).toBe(screen.ranking('capex', 'ASC'));
  expect(screen.ranking('capex', 'ASC')).not.toBe(screen.ranking('capex', 'DESC'));
});

test('what could not be worked out is tried again', async () => {
  let isDown = false;
  const read = async () => {
    if (isDown) throw new Error('down');
    return new Map();
  };
  // Without room for any series, each reading of one asks the database.
  const screen = await Screen.of(
    new Snapshot(snapshot.catalog, new SeriesCache(read, NOTHING, 1)),
    {},
  );
  isDown = true;
  await expect(screen.column('capex')).rejects.toThrow('down');
  await expect(screen.ranking('capex', 'ASC')).rejects.toThrow('down');
  isDown = false;
  expect(await screen.column('capex')).toHaveLength(0);
  expect(await screen.ranking('capex', 'ASC')).toHaveLength(0);
});
