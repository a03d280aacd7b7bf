import { expectTypeOf, test } from 'vitest';
import type { CalendarQuarter } from './calendar-quarter.ts';
import type { Day } from './day.ts';
import type { Quarter } from './quarter.ts';
import type { Series } from './series.ts';
import type { Span } from './vocabulary.ts';

// What is expected here is checked by the compiler (npm run check).

test('a day, a quarter and a span are numbers, and no number is one of them', () => {
  expectTypeOf<Day | CalendarQuarter | Span>().toExtend<number>();
  expectTypeOf<number>().not.toExtend<Day>();
  expectTypeOf<4>().not.toExtend<Span>();
});

test('none of them stands in for another', () => {
  expectTypeOf<Day>().not.toExtend<CalendarQuarter | Span>();
  expectTypeOf<CalendarQuarter>().not.toExtend<Day | Span>();
  expectTypeOf<Span>().not.toExtend<Day | CalendarQuarter>();
});

test('so two arguments that are swapped do not compile', () => {
  type FactsOf = Parameters<Series['factsOf']>;
  expectTypeOf<['CAPEX', CalendarQuarter, Day]>().toExtend<FactsOf>();
  expectTypeOf<['CAPEX', Day, CalendarQuarter]>().not.toExtend<FactsOf>();
  type Growth = ReturnType<Quarter['amount']>['growth'];
  expectTypeOf<Parameters<Growth>>().toEqualTypeOf<[Span, number?]>();
});
