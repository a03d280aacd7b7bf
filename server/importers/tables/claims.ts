import { z } from 'zod';
import { decimalsOf } from '../../domain/published-units.ts';
import type { Claim } from '../../generated/prisma/client.ts';
import { jsonText } from './as-stored.ts';
import { firstText } from './order.ts';
import { A_PART, Later, Readings, UNFINISHED, unit } from './readings.ts';
import { tableOf } from './table.ts';
import { added, day, decimal, slug, type Type, text } from './types.ts';

/** JSON of a form, kept as PostgreSQL writes it. */
function json(schema: z.ZodType, type: 'array' | 'object', expected: string): Type<z.ZodString> {
  return {
    field: { type },
    schema: z.string(expected).check(({ value, issues }) => {
      for (const { path, message } of problemsIn(value, schema)) {
        issues.push({ code: 'custom', path, message, input: value });
      }
    }),
    into: (given) => `${given}::jsonb`,
    out: (stored) => `${stored}::text`,
    asStored: jsonText,
  };
}

function problemsIn(text: string, schema: z.ZodType) {
  try {
    return schema.safeParse(JSON.parse(text)).error?.issues ?? [];
  } catch {
    return [{ path: [], message: 'expected JSON' }];
  }
}

const DECIMALS = 4;
const FORM = /^-?\d{1,12}(\.\d{1,4})?$/;
const NUMBER = /-?\d+(\.\d+)?/;

/** What a figure has too much of, with the figure that is meant. */
function wrongNumber({ input }: { readonly input?: unknown }): string {
  const [meant] = NUMBER.exec(String(input).replaceAll(',', '')) ?? [];
  const mend = meant ? `write ${Number(Number(meant).toFixed(DECIMALS))}` : 'e.g. 72.2';
  return `expected a number alone with at most ${DECIMALS} decimals; ${mend}`;
}

const figure = {
  ...decimal(12, DECIMALS),
  schema: z.string({ error: wrongNumber }).regex(FORM, { error: wrongNumber }),
};
/** A later import says all of a claim anew. */
const anew = { mayChange: true, mayBeEmptied: true };

export const claims = tableOf<Claim, 'id'>()(
  {
    slug: { ...slug, meaning: "The claim's short name." },
    source: {
      ...slug,
      meaning: 'The document that made it, by its slug in sources.csv.',
      refersTo: { table: 'source', key: 'id' },
    },
    said_on: {
      ...day,
      meaning: 'The day on which it was said.',
      notAfter: { column: 'source', day: 'published_on' },
      ...anew,
    },
    statement: {
      ...text,
      meaning: 'The statement, in our own words, with the basis that the source states.',
      ...anew,
    },
    measure: {
      ...text,
      schema: text.schema.regex(UNFINISHED, A_PART),
      meaning: 'What its figure is, as the start of a sentence.',
      ...anew,
    },
    unit: {
      schema: unit,
      into: (given: string) => given,
      out: (stored: string) => stored,
      field: { type: 'string', constraints: { enum: unit.options } },
      meaning: 'The unit of its figures.',
      ...anew,
    },
    published: {
      ...added(figure),
      meaning: 'The figure as published, or its lower end; empty for a claim without one.',
      ...anew,
    },
    published_to: {
      ...added(figure),
      meaning: 'The upper end of a published range.',
      ...anew,
    },
    precision: {
      ...added(figure),
      meaning: 'The unit of the last printed digit: 1 for 168, 0.1 for 9.4.',
      ...anew,
    },
    readings: {
      ...json(Readings, 'array', 'expected a list of the ways to read it; add readings:'),
      meaning: 'The ways to read it; a JSON array in a table.',
      ...anew,
    },
    later: {
      ...added(json(Later, 'object', 'expected a query and a sentence')),
      meaning: 'What has become of the matter since; a JSON object in a table.',
      ...anew,
    },
  },
  {
    stored: 'claim',
    meaning: 'Published statements, and the ways in which they are worked out again.',
    identity: ['slug'],
    order: `said_on, ${firstText('stored.slug')}`,
    ifDifferent: 'a claim of another document has a slug of its own',
    check: (row) => ({ ...wrongFigure(row), ...wrongReadings(row) }),
  },
);

interface Printed {
  readonly unit: z.output<typeof unit>;
  readonly published: string | null;
  readonly published_to: string | null;
  readonly precision: string | null;
}

const isMultiple = (figure: string, step: string) => {
  const times = Number(figure) / Number(step);
  return Math.abs(times - Math.round(times)) < 1e-6;
};

const digitsOf = (figure: string) => figure.split('.')[1]?.length ?? 0;

function wrongFigure({ unit, published, published_to, precision }: Printed) {
  const wrong: Partial<Record<'published' | 'published_to' | 'precision', string>> = {};
  if (published === null) {
    if (published_to !== null) wrong.published_to = 'expected none without a published figure';
    return wrong;
  }
  // That is said of the column already.
  if (!FORM.test(published)) return wrong;
  const decimals = decimalsOf(unit);
  if (precision === null || Number(precision) <= 0) {
    wrong.precision = 'expected the unit of the last printed digit, e.g. 1 for 168';
  } else if (!isMultiple(published, precision)) {
    const multiple = Math.round(Number(published) / Number(precision)) * Number(precision);
    const rounded = Number(multiple.toFixed(DECIMALS));
    wrong.published = `expected no more digits than a precision of ${precision} has; write ${rounded}`;
  }
  if (digitsOf(published) > decimals) {
    const rounded = Number(Number(published).toFixed(decimals));
    wrong.published = `expected at most ${decimals} decimals of ${unit}; write ${rounded}`;
  }
  if (published_to !== null && Number(published_to) <= Number(published)) {
    wrong.published_to = 'expected more than the lower end';
  }
  return wrong;
}

/** A claim has a printed figure, or says of each reading when it holds; and a source states one basis, if any. */
function wrongReadings({ published, readings: text }: Printed & { readonly readings: string }) {
  const readings = JSON.parse(text) as z.output<typeof Readings>;
  const wrong: { [path: `readings.${number}.${string}`]: string } = {};
  const [, ...others] = readings.flatMap(({ stated }, place) => (stated === 'yes' ? [place] : []));
  for (const place of others) {
    wrong[`readings.${place}.stated`] =
      'expected at most one reading that is stated: yes; write no, or leave it out where that is open';
  }
  for (const [place, { holds, bounds }] of readings.entries()) {
    if (published !== null) {
      if (holds !== undefined) {
        wrong[`readings.${place}.holds`] =
          'expected no `holds` beside a published figure; leave out one of the two';
      }
    } else if (holds === undefined) {
      wrong[`readings.${place}.holds`] = 'expected `holds` in every reading, or a published figure';
    } else if (bounds !== undefined) {
      wrong[`readings.${place}.bounds`] =
        'expected no `bounds` beside `holds`, which they say nothing of; leave them out';
    }
  }
  return wrong;
}
