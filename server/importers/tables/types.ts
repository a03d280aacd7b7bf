import { z } from 'zod';
import { parseCalendarQuarter } from '../../domain/calendar-quarter.ts';
import { Currency } from '../../generated/prisma/enums.ts';
import { readDay } from '../days.ts';
import { decimalText } from './as-stored.ts';

/** A type in the words of the Table Schema of Frictionless Data. */
export interface FieldType {
  readonly type: 'string' | 'date' | 'integer' | 'number' | 'array' | 'object';
  readonly format?: 'uri';
  readonly constraints?: {
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maximum?: number;
  };
}

/** What a column can hold: what is accepted, and how it gets into the database and out of it again. */
export interface Type<Schema extends z.ZodType = z.ZodType> {
  /** What a row may hold: text or a number, and null for nothing. */
  readonly schema: Schema;
  /** SQL of what is stored, from SQL of the text that was given. */
  readonly into: (given: string) => string;
  /** SQL of the text that was given, from SQL of what is stored. */
  readonly out: (stored: string) => string;
  /** The same text from the one that was given, where it may be given in several ways. */
  readonly asStored?: (given: string) => string;
  /** What whoever reads the files is told of it. */
  readonly field: FieldType;
  /** Whether files and importers may leave the column out; that says nothing of what it holds. */
  readonly mayBeLeftOut?: boolean;
  /** What is stored where nothing is said. */
  readonly otherwise?: string;
}

const asIs = (sql: string) => sql;
const as = (type: string) => (given: string) => `${given}::${type}`;

/** Text that is stored as it is. */
const textual = <Schema extends z.ZodType>(
  schema: Schema,
  field: FieldType = { type: 'string' },
): Type<Schema> => ({
  schema,
  into: asIs,
  out: asIs,
  field,
});

/** Text of one form, e.g. `matching(/^\d{10}$/, 'expected ten digits')`. */
export const matching = (form: RegExp, expected: string) =>
  textual(z.string(expected).regex(form, expected), {
    type: 'string',
    constraints: { pattern: form.source },
  });

/** Signs that no reader sees would make two rows look alike. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const READABLE = /^[^\0-\x08\x0b\x0c\x0e-\x1f\x7f]*$/;
export const text = textual(
  matching(/\S/, 'expected a text').schema.regex(
    READABLE,
    'expected a text without control characters',
  ),
);
export const slug = matching(
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
  'expected a slug of letters, digits, ".", "_" and "-"',
);
/** A slug, or a tag of a taxonomy, e.g. us-gaap:Revenues. */
export const definition = matching(
  /^[A-Za-z0-9][A-Za-z0-9:._-]*$/,
  'expected a slug of letters, digits, ".", ":", "_" and "-"',
);
/** A page or a file of the web: whoever follows it runs no script, and reads no file of theirs. */
export const address = textual(
  z.url({ protocol: /^https?$/, error: 'expected an address like https://example.com/a.pdf' }),
  { type: 'string', format: 'uri' },
);
export const quarter = textual(
  z
    .string()
    .refine((text) => parseCalendarQuarter(text) !== undefined, 'expected a quarter like 2025Q2'),
);

const A_DATE = 'expected a date like 2025-06-30';
export const day: Type<z.ZodString> = {
  schema: z.string(A_DATE).refine((text) => readDay(text) !== undefined, A_DATE),
  into: as('date'),
  out: asIs,
  field: { type: 'date' },
};

export const decimal = (integerDigits: number, decimals: number): Type<z.ZodString> => ({
  schema: matching(
    new RegExp(`^-?\\d{1,${integerDigits}}(\\.\\d{1,${decimals}})?$`),
    `expected a number like 38676000000 with at most ${decimals} decimals`,
  ).schema,
  into: as('numeric'),
  out: (stored) => `trim_scale(${stored})`,
  asStored: decimalText,
  field: { type: 'number' },
});

export const rate: Type<z.ZodString> = {
  ...decimal(10, 10),
  schema: decimal(10, 10).schema.refine((text) => Number(text) > 0, 'expected a rate above zero'),
};

export const month = {
  schema: z
    .union([z.string(), z.number()], 'expected a month, 1 to 12')
    .transform(String)
    .pipe(matching(/^([1-9]|1[0-2])$/, 'expected a month, 1 to 12').schema)
    .transform(Number),
  into: as('int'),
  out: asIs,
  field: { type: 'integer', constraints: { minimum: 1, maximum: 12 } },
} as const;

/** 1 or more. */
export const wholeNumber = {
  schema: z
    .union([z.string(), z.number()], 'expected a whole number above zero')
    .transform(String)
    .pipe(matching(/^[1-9]\d{0,8}$/, 'expected a whole number above zero').schema)
    .transform(Number),
  into: as('int'),
  out: asIs,
  field: { type: 'integer', constraints: { minimum: 1 } },
} as const;

/** A word of an enum of the database, e.g. `wordOf({ Currency })`. */
export function wordOf<Word extends string>(named: Record<string, Readonly<Record<Word, Word>>>) {
  const [[name, words]] = Object.entries(named) as [[string, Record<Word, Word>]];
  return {
    schema: z.enum(words, `expected one of ${Object.keys(words).join(', ')}`),
    into: as(`"${name}"`),
    out: asIs,
    field: { type: 'string', constraints: { enum: Object.keys(words) } },
  } as const;
}

export const currency = wordOf({ Currency });

/** The same, or nothing. */
export const optional = <Schema extends z.ZodType>(type: Type<Schema>) => ({
  ...type,
  schema: type.schema.nullable(),
});

/**
 * The same, or nothing, of a column that was added to its table: files from before, and importers that
 * do not know of it, leave it out.
 */
export const added = <Schema extends z.ZodType>(type: Type<Schema>) => ({
  ...type,
  schema: type.schema.nullable().default(null),
  mayBeLeftOut: true,
});

/** The same, of a column that was added to its table: where nothing was ever said, it has a value that says so. */
export const addedWith = (type: Type<z.ZodString>, otherwise: string) => ({
  ...added(type),
  into: (given: string) => type.into(`coalesce(${given}, '${otherwise}')`),
  otherwise,
});
