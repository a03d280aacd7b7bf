import { expect, test } from 'vitest';
import { formatCalendarQuarter } from '../domain/calendar-quarter.ts';
import { type Day, END_OF_TIME, START_OF_TIME } from '../domain/day.ts';
import { quartersOf } from '../domain/quarter.ts';
import { day } from '../domain/testing.ts';
import { reviewedSnapshot } from '../test/reviewed-snapshot.ts';
import { ScreenRows } from './screen-rows.ts';

const snapshot = reviewedSnapshot();
const rows = await ScreenRows.read(snapshot);

const namesOf = (found: Iterable<number>) =>
  [...found].map(
    (row) =>
      `${rows.companies[rows.company[row]!]!.slug} ${formatCalendarQuarter(rows.quarter[row]!)}`,
  );

/** The quarters that are known on a day, asked company by company. */
async function quartersOn(asOf: Day): Promise<string[]> {
  const views = await Promise.all(
    rows.companies.map((company) => snapshot.view(company, { asOf })),
  );
  return views.flatMap((view) =>
    quartersOf(view).map(
      ({ company, calendarQuarter }) => `${company.slug} ${formatCalendarQuarter(calendarQuarter)}`,
    ),
  );
}

test('there is a row for each quarter of each company, known on a day if the company knows it then', async () => {
  for (const asOf of [END_OF_TIME, day('2025-08-29'), day('2023-12-31'), day('1999-12-31')]) {
    const known = [...rows.company.keys()].filter((row) => rows.knownFrom[row]! <= asOf);
    expect(namesOf(known)).toEqual(await quartersOn(asOf));
  }
});

test("a company's rows stand together, the oldest first", () => {
  rows.companies.forEach(({ slug }, place) => {
    const [start, end] = [rows.starts[place]!, rows.starts[place + 1]!];
    const names = namesOf(Array.from({ length: end - start }, (_, of) => start + of));
    expect(names.every((name) => name.startsWith(`${slug} `))).toBe(true);
    expect(names).toEqual(names.toSorted());
  });
  expect(rows.starts.at(-1)).toBe(rows.size);
});

test('rows are there by quarter, then by company', () => {
  const names = namesOf(rows.byQuarter).map((name) => name.split(' ').reverse().join(' '));
  expect(names).toEqual(names.toSorted());
  expect(names.slice(-2)).toEqual(['2026Q2 tencent', '2026Q3 oracle']);
});

test('a day on which nothing was published shows what the newest one before it does', () => {
  const published = Array.from(rows.days);
  const gap = published.findIndex((each, place) => published[place + 1]! > each + 2);
  const [quiet, next] = [published[gap]! as Day, published[gap + 1]! as Day];
  for (let asOf = quiet as number; asOf < next; asOf++) expect(rows.dayOf(asOf as Day)).toBe(quiet);
  expect(rows.dayOf(next)).toBe(next);
});

test('from the last publication on, nothing changes until the end of time; before the first, nothing is known', () => {
  const last = rows.days[rows.days.length - 1]!;
  for (const asOf of [last, (last + 1) as Day, END_OF_TIME])
    expect(rows.dayOf(asOf)).toBe(END_OF_TIME);
  expect(rows.dayOf((rows.days[0]! - 1) as Day)).toBe(START_OF_TIME);
  expect(rows.dayOf(START_OF_TIME)).toBe(START_OF_TIME);
});
