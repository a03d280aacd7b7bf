import { expect, test } from 'vitest';
import { COMPANIES, view } from '../test/reviewed-views.ts';
import { explain } from './explanations/explanation.ts';
import { quartersOf } from './quarter.ts';
import { measures, valueOfMeasure } from './testing.ts';

type Measure = ReturnType<typeof measures>[number];

/** A measure has a value and a quality, or it says what it lacks. */
function isConsistent(measure: Measure): boolean {
  const value = valueOfMeasure(measure);
  return value === null
    ? measure.quality === null && measure.missing.length > 0
    : Number.isFinite(value) && measure.quality !== null && measure.missing.length === 0;
}

test.each([
  { asOf: '2022-06-30', currency: 'USD' },
  { asOf: '2023-11-01', currency: 'CNY' },
  { asOf: '2025-09-01' },
  { currency: 'EUR' },
] as const)('quality is null and something missing exactly where the value is: %j', (options) => {
  for (const company of COMPANIES) {
    const known = view(company, options);
    const all = quartersOf(known).flatMap((of) => measures(known, of.calendarQuarter));
    const others = all.filter((measure) => !isConsistent(measure));
    expect(others.map(explain)).toEqual([]);
  }
});
