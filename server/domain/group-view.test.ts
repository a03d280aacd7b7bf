import { expect, test } from 'vitest';
import { groupView } from '../test/reviewed-views.ts';
import { type CalendarQuarter, formatCalendarQuarter } from './calendar-quarter.ts';
import { groupQuarterOf, groupQuartersOf } from './group-quarter.ts';
import { fact, madeUpGroup, quarter } from './testing.ts';

const group = madeUpGroup({
  Acme: [fact('2024Q4', 1), fact('2025Q2', 1)],
  Byte: [fact('2025Q1', 1, { concept: 'REVENUE' }), fact('2025Q2', 1)],
});
const texts = (quarters: readonly { calendarQuarter: CalendarQuarter }[]) =>
  quarters.map(({ calendarQuarter }) => formatCalendarQuarter(calendarQuarter));

test("a group's quarters are those that any fact of a member is known of, each once, oldest first", () => {
  expect(texts(groupQuartersOf(group))).toEqual(['2024Q4', '2025Q1', '2025Q2']);
});

test.each([
  ['2025Q1', undefined, ['2025Q1', '2025Q2']],
  [undefined, '2024Q4', ['2024Q4']],
  ['2025Q1', '2025Q1', ['2025Q1']],
  ['2025Q2', '2025Q1', []],
  ['2030Q1', undefined, []],
  [undefined, '1999Q4', []],
] as const)('its quarters from %s to %s: %j', (from, to, expected) => {
  const range = [from, to].map((text) => text && quarter(text));
  expect(texts(groupQuartersOf(group, ...range))).toEqual(expected);
});

test('a quarter of which nothing is known of any member is null', () => {
  expect(groupQuarterOf(group, quarter('2025Q3'))).toBeNull();
  expect(
    groupQuarterOf(groupView('us-hyperscalers', { asOf: '2025-03-31' }), quarter('2025Q1')),
  ).toBeNull();
  expect(groupQuarterOf(group, quarter('2025Q1'))).not.toBeNull();
});

test("a quarter's members are those that anything of it is known of", () => {
  const members = (of: string) =>
    groupQuarterOf(group, quarter(of))!.members.map(({ company }) => company.name);
  expect(members('2025Q1')).toEqual(['Byte']);
  expect(members('2025Q2')).toEqual(['Acme', 'Byte']);
  const asOf = groupView('china-hyperscalers', { asOf: '2025-08-13' });
  expect(
    groupQuarterOf(asOf, quarter('2025Q2'))!.members.map(({ company }) => company.slug),
  ).toEqual(['tencent']);
});
