import { formatCalendarQuarter, parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { formatDay, parseDay } from '../domain/day.ts';
import { PERIOD_KINDS } from '../domain/series-table/period-kind.ts';
import { keysOf } from '../domain/table.ts';
import { CURRENCIES } from '../domain/vocabulary.ts';
import { badUserInput } from './errors.ts';
import { measureText, readMeasure } from './measure-text.ts';
import type { SeriesArguments } from './series-arguments.ts';
import { readSubject, subjectText } from './subject-text.ts';

// A table of series as an address, and back: /data/series.csv?subjects=alibaba,group:china-hyperscalers&
// measures=capex/revenue:growth=YEAR&by=QUARTER&from=2024Q1. No sign of it has to be escaped.

/** Where tables of series are as CSV. */
export const SERIES_CSV = '/data/series.csv';

/** Longer ones do not come through every proxy. */
const MAX_LENGTH = 8_000;

/** How one parameter is written, and read again; undefined for what cannot be read. */
interface Parameter<Value> {
  readonly write: (value: Value) => string;
  readonly read: (text: string) => Value | undefined;
  /** What would do. */
  readonly example: string;
}

type Parameters = {
  readonly [Name in keyof SeriesArguments]-?: Parameter<NonNullable<SeriesArguments[Name]>>;
};

const quarter = {
  write: formatCalendarQuarter,
  read: parseCalendarQuarter,
  example: 'a calendar quarter like 2025Q2',
};

const PARAMETERS: Parameters = {
  subjects: {
    write: (subjects) => subjects.map(subjectText).join(','),
    read: (text) => listOf(text, readSubject),
    example:
      'slugs of companies, group:us-hyperscalers or companies:alibaba~baidu, separated by commas',
  },
  measures: {
    write: (measures) => measures.map(measureText).join(','),
    read: (text) => listOf(text, readMeasure),
    example:
      'capex, capex/revenue, capex:growth=YEAR, capex:indexedTo=2024Q1 or capex:basis=HEADLINE, separated by commas',
  },
  by: oneOf(keysOf(PERIOD_KINDS)),
  from: quarter,
  to: quarter,
  last: {
    write: String,
    read: (text) => (/^\d{1,10}$/.test(text) ? Number(text) : undefined),
    example: 'a number of periods like 8',
  },
  currency: oneOf(CURRENCIES),
  asOf: { write: formatDay, read: parseDay, example: 'a date like 2025-06-30' },
};

const NAMES = keysOf(PARAMETERS);

/** The address of a table, whose subjects are named by slugs. Throws BAD_USER_INPUT where it would be too long. */
export function addressOf(series: SeriesArguments): string {
  const parameters = NAMES.flatMap((name) => {
    const value = series[name];
    const { write } = PARAMETERS[name] as Parameter<unknown>;
    return value == null ? [] : `${name}=${write(value)}`;
  });
  const address = `${SERIES_CSV}?${parameters.join('&')}`;
  if (address.length <= MAX_LENGTH) return address;
  throw badUserInput(
    `The address of these series would be longer than ${MAX_LENGTH} characters; ask for fewer subjects or measures.`,
    { argument: 'subjects' },
  );
}

/** What an address asks for, given what follows its question mark. Throws BAD_USER_INPUT, naming the parameter and what would do. */
export function argumentsIn(search: string): SeriesArguments {
  const given: Record<string, unknown> = { by: 'QUARTER' };
  const seen = new Set<string>();
  for (const [name, text] of new URLSearchParams(search)) {
    const parameter = NAMES.find((each) => each === name);
    if (!parameter) {
      throw refusal(
        name,
        `There is no parameter ${JSON.stringify(name)}; there are ${NAMES.join(', ')}.`,
      );
    }
    if (seen.has(name)) throw refusal(name, `${name} is given twice.`);
    seen.add(name);
    const { read, example } = PARAMETERS[parameter];
    given[name] = read(text);
    if (given[name] === undefined) {
      throw refusal(name, `${name} takes ${example}, not ${JSON.stringify(text)}.`);
    }
  }
  for (const name of ['subjects', 'measures'] as const) {
    if (!seen.has(name))
      throw refusal(name, `${name} is missing; it takes ${PARAMETERS[name].example}.`);
  }
  return given as unknown as SeriesArguments;
}

function refusal(argument: string, message: string): Error {
  return badUserInput(message, { argument });
}

/** Every part of a text; undefined where one cannot be read. */
function listOf<Value>(
  text: string,
  read: (part: string) => Value | undefined,
): Value[] | undefined {
  const values = text.split(',').map(read);
  return values.includes(undefined) ? undefined : (values as Value[]);
}

function oneOf<const Word extends string>(words: readonly Word[]): Parameter<Word> {
  return {
    write: (word) => word,
    read: (text) => words.find((word) => word === text),
    example: words.join(', '),
  };
}
