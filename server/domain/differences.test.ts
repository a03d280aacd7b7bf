import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayFromNumber } from './day.ts';
import { Differences } from './differences.ts';
import { FactColumns } from './fact-columns.ts';
import { asReported, difference } from './reported/figure.ts';
import type { ReportedValue } from './reported/reported-value.ts';
import { day, fact, quarter } from './testing.ts';

const PUBLISHED = day('2025-01-30');

function reportsOf(values: readonly string[]) {
  const columns = new FactColumns(values.map((value) => fact('2024Q4', value)));
  const reports = values.map(
    (value, row): ReportedValue => ({
      row,
      definition: 0,
      first: quarter('2024Q4'),
      last: quarter('2024Q4'),
      value: Number(value),
      rounding: 0,
      publishedOn: PUBLISHED,
      isOver: true,
      form: 'OTHER',
      weakness: 0,
    }),
  );
  return { differences: new Differences(columns), reports };
}

test('a figure that was reported as such has the place of its fact', () => {
  const { differences, reports } = reportsOf(['5', '7']);
  const figure = differences.refOf(asReported(reports[1]!, PUBLISHED));
  expect([figure, differences.isDifference(figure), differences.operands(figure)]).toEqual([
    1,
    false,
    [1],
  ]);
  expect([differences.value(figure), differences.exact(figure).toFixed()]).toEqual([7, '7']);
});

test('differences keep their operands in order, and each its own', () => {
  const { differences, reports } = reportsOf(['460', '100', '110', '120']);
  const [year, first, second, third] = reports;
  const refs = [
    difference(year!, [first!, second!, third!], PUBLISHED),
    difference(third!, [second!], PUBLISHED),
  ].map((figure) => differences.refOf(figure));
  expect(refs.map((ref) => differences.isDifference(ref))).toEqual([true, true]);
  expect(refs.map((ref) => differences.operands(ref))).toEqual([
    [0, 1, 2, 3],
    [3, 2],
  ]);
  expect(refs.map((ref) => differences.value(ref))).toEqual([130, 10]);
});

test('a difference is exact, whatever its operands have of digits', () => {
  const { differences, reports } = reportsOf(['9007199254740993.3', '0.1']);
  const ref = differences.refOf(difference(reports[0]!, [reports[1]!], dayFromNumber(0)));
  expect(differences.exact(ref).toFixed()).toBe('9007199254740993.2');
});

test('its value is the double nearest to the exact one', () => {
  const anyCents = fc.integer({ min: -1e14, max: 1e14 }).map((cents) => (cents / 100).toFixed(2));
  const property = fc.property(fc.array(anyCents, { minLength: 2, maxLength: 4 }), (values) => {
    const { differences, reports } = reportsOf(values);
    const [first, ...less] = reports;
    const ref = differences.refOf(difference(first!, less, PUBLISHED));
    expect(differences.value(ref)).toBe(differences.exact(ref).toNumber());
  });
  fc.assert(property);
});
