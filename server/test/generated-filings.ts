import fc from 'fast-check';
import { addQuarters, calendarQuarter } from '../domain/calendar-quarter.ts';
import { dayOf } from '../domain/day.ts';
import type { Form, ReportedValue } from '../domain/reported/reported-value.ts';

export interface Filings {
  readonly reports: readonly ReportedValue[];
  /** What was earned or paid in each quarter, before any restatement. */
  readonly quarters: readonly number[];
}

interface Choices {
  readonly years: number;
  /** Whether statements print the quarter beside the year to date, as those of income do. */
  readonly hasQuarters: boolean;
  /** A business is sold in this filing: from then on, everything is reported on a new basis. */
  readonly soldIn: number | null;
  /** From this filing on, figures are reported in coarser units. */
  readonly coarserFrom: number | null;
  /** Filings in which one figure is wrong, and how. */
  readonly mistakes: readonly { readonly filing: number; readonly factor: number }[];
  /** The filing with which the company turns to another tag. */
  readonly otherTagFrom: number | null;
}

const FIRST_YEAR = 2018;
const COARSE = 1000;

/** Filings of a made-up company: three quarterly reports and an annual one a year, each with comparatives. */
export function filings(
  choices: Partial<Record<keyof Choices, boolean>> = {},
): fc.Arbitrary<Filings> {
  const sometimes = (name: keyof Choices) =>
    choices[name] === false ? fc.constant(null) : fc.option(fc.nat(15));
  return fc
    .record({
      years: fc.integer({ min: 1, max: 4 }),
      hasQuarters: fc.boolean(),
      soldIn: sometimes('soldIn'),
      coarserFrom: sometimes('coarserFrom'),
      otherTagFrom: sometimes('otherTagFrom'),
      mistakes: fc.array(
        fc.record({ filing: fc.nat(15), factor: fc.constantFrom(0, -1, 0.001, 1000, 0.7, 4) }),
        { maxLength: choices.mistakes === false ? 0 : 2 },
      ),
      amounts: fc.array(fc.integer({ min: 1_000_000, max: 9_999_999 }), {
        minLength: 20,
        maxLength: 20,
      }),
    })
    .map(({ amounts, ...rest }) => fileAll(amounts, rest));
}

function fileAll(quarters: readonly number[], choices: Choices): Filings {
  const reports: ReportedValue[] = [];
  const filingCount = choices.years * 4;
  for (let filing = 0; filing < filingCount; filing++) {
    const position = filing % 4;
    const year = 1 + Math.floor(filing / 4);
    const publishedOn = dayOf(FIRST_YEAR + year, position * 3 + 4, 30);
    const form: Form = position === 3 ? 'ANNUAL' : 'QUARTERLY';
    const isSold = choices.soldIn !== null && filing >= choices.soldIn;
    const unit = choices.coarserFrom !== null && filing >= choices.coarserFrom ? COARSE : 1;
    let mistake = choices.mistakes.find((each) => each.filing === filing)?.factor;
    for (const ofYear of [year - 1, year]) {
      for (const first of choices.hasQuarters && position > 0 && position < 3
        ? [0, position]
        : [0]) {
        const from = ofYear * 4 + first;
        const to = ofYear * 4 + position;
        const sum = quarters.slice(from, to + 1).reduce((a, b) => a + b, 0);
        const exact = isSold ? Math.round(sum * 0.75) : sum;
        const value = Math.round((exact * (mistake ?? 1)) / unit) * unit;
        mistake = undefined;
        reports.push({
          row: reports.length,
          definition: choices.otherTagFrom !== null && filing >= choices.otherTagFrom ? 1 : 0,
          first: addQuarters(calendarQuarter(FIRST_YEAR, 1), from),
          last: addQuarters(calendarQuarter(FIRST_YEAR, 1), to),
          value,
          rounding: unit / 2,
          publishedOn,
          isOver: true,
          form,
          weakness: 0,
        });
      }
    }
  }
  return { reports, quarters: quarters.slice(4, 4 + filingCount) };
}
