import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filings } from '../test/generated-filings.ts';
import { type Day, END_OF_TIME } from './day.ts';
import type { FactRecord } from './fact-columns.ts';
import { fiscalPeriodOf } from './fiscal-calendar.ts';
import type { ReportedValue } from './reported/reported-value.ts';
import { Series } from './series.ts';
import { day, fact, period, quarter, series } from './testing.ts';

const [ONE, OTHER] = [0, 1];
const TAGS = ['us-gaap:One', 'us-gaap:Other'];

const tagged = (facts: readonly FactRecord[]) =>
  new Series(
    series([]).company,
    facts.map((fact, id) => ({ ...fact, id })),
    TAGS,
  );

/** Why each fact is set aside as of a day, by their order. */
const reasonsOn = (known: Series, asOf = END_OF_TIME) =>
  [...known.facts.id.keys()]
    .sort((a, b) => known.facts.id[a]! - known.facts.id[b]!)
    .map((row) => known.reasonSetAside(row, asOf));

describe('what is set aside follows from the lines of the day', () => {
  const publishedOn = day('2025-04-30');
  const known = tagged([
    fact('2024Q1', 100, { definition: ONE }),
    fact('2024Q1', 100, { definition: OTHER, publishedOn: day('2024-10-30') }),
    fact('2025Q1', 150, { definition: ONE, publishedOn }),
    fact('2025Q1', 140, { definition: OTHER, publishedOn }),
  ]);

  test('two tags that part on a day do not contradict each other', () => {
    const lines = known.lines('CAPEX').ranked(publishedOn);
    expect(lines.map(({ definitions }) => definitions)).toEqual([[ONE], [OTHER]]);
    expect(reasonsOn(known)).toEqual([null, null, null, null]);
  });

  test('the figures of the first in order are those of the series', () => {
    const line = known.lines('CAPEX').lineOf(quarter('2025Q1'), END_OF_TIME)!;
    expect(known.differences.value(line.find(quarter('2025Q1'), END_OF_TIME))).toBe(150);
  });

  test('what one line sets aside, it takes again where two tags turn out to be two', () => {
    const wrong = tagged([
      fact('2024Q1', 100, { definition: ONE }),
      fact('2024Q1', 100, { definition: OTHER, publishedOn: day('2024-10-30') }),
      fact('2023Q4', 460, { definition: ONE, ...period('2023-01-01', '2023-12-31') }),
      fact('2023Q3', 460, { definition: OTHER, publishedOn: day('2024-12-01') }),
      fact('2024Q2', 110, { definition: ONE }),
      fact('2024Q2', 90, { definition: OTHER, publishedOn: day('2025-01-30') }),
    ]);
    expect(reasonsOn(wrong, day('2025-01-29'))[3]).toBe('is the figure of 4 quarters');
    expect(reasonsOn(wrong)).toEqual([null, null, null, null, null, null]);
  });
});

test('quarters in one currency and years in another are never one line', () => {
  const known = tagged(
    [2023, 2024].flatMap((year) => [
      fact(`${year}Q3`, 36, {
        ...{ definition: ONE, form: 'QUARTERLY' },
        ...period(`${year}-01-01`, `${year}-09-30`),
      }),
      fact(`${year}Q4`, 350, {
        ...{ definition: OTHER, form: 'ANNUAL', currency: 'CNY' },
        ...period(`${year}-01-01`, `${year}-12-31`),
      }),
    ]),
  );
  expect(known.lines('CAPEX').ranked(END_OF_TIME)).toHaveLength(2);
  expect(known.lines('CAPEX').lineOf(quarter('2024Q4'), END_OF_TIME)).toBeUndefined();
});

/** A report as a fact. */
function asFact({ row, first, last, value, rounding, ...rest }: ReportedValue): FactRecord {
  const { start } = fiscalPeriodOf(first, 12);
  const { end } = fiscalPeriodOf(last, 12);
  const { definition, publishedOn, form } = rest;
  const roundedTo = rounding * 2;
  const period = { periodStart: start, periodEnd: end };
  return fact('2024Q1', value, { id: row, definition, publishedOn, roundedTo, form, ...period });
}

/** All that a series has to say of what was published by a day: figures and their operands, facts and what became of them. */
function accountOf(known: Series, published: Day, asOf: Day) {
  const { facts, differences } = known;
  const lines = known.lines('CAPEX');
  const quarters: unknown[] = [];
  for (let of = quarter('2017Q1'); of < quarter('2024Q1'); of++) {
    const line = lines.lineOf(of, asOf);
    const figure = line?.find(of, asOf);
    const value = figure === undefined ? null : differences.value(figure);
    const operands = figure === undefined ? [] : differences.operands(figure);
    const inputs = operands.map((row) => facts.id[row]);
    quarters.push([line?.definitions, value, inputs, known.knows(of, asOf)]);
  }
  const rows = [...facts.id.keys()].filter((row) => facts.publishedOn[row]! <= published);
  const fates = rows.map((row) => [
    facts.id[row],
    known.reasonSetAside(row, asOf),
    facts.id[known.successor(row, asOf)],
  ]);
  return { quarters, fates };
}

test('what a series had to say on a day follows from what was published by then', () => {
  const property = fc.property(filings(), ({ reports }) => {
    const facts = reports.map(asFact);
    const all = tagged(facts);
    for (const day of new Set(facts.map(({ publishedOn }) => publishedOn))) {
      const published = facts.filter(({ publishedOn }) => publishedOn <= day);
      expect(accountOf(all, day, day)).toEqual(accountOf(tagged(published), day, END_OF_TIME));
    }
  });
  fc.assert(property, { numRuns: 60, interruptAfterTimeLimit: 4_000 });
});
