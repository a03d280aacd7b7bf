import { z } from 'zod';
import { parseCalendarQuarter } from '../../domain/calendar-quarter.ts';
import { parseDay } from '../../domain/day.ts';
import { CONCEPTS, CURRENCIES, QUALITIES } from '../../domain/vocabulary.ts';

const text = z.string().min(1, 'expected a text, found nothing');
const optional = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => null), schema]);
const slug = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'expected a slug of letters, digits, ".", "_" and "-"');
const day = z
  .string()
  .refine((text) => parseDay(text) !== undefined, 'expected a date like 2025-06-30');
const quarter = z
  .string()
  .refine((text) => parseCalendarQuarter(text) !== undefined, 'expected a quarter like 2025Q2');
const decimal = (integerDigits: number, decimals: number) =>
  z
    .string()
    .regex(
      new RegExp(`^-?\\d{1,${integerDigits}}(\\.\\d{1,${decimals}})?$`),
      `expected a number like 38676000000 with at most ${decimals} decimals`,
    );
const rate = decimal(10, 10).refine((text) => Number(text) > 0, 'expected a rate above zero');

/** Days between the first and the last of a fiscal year of 53 weeks. */
const LONGEST_PERIOD = 371;
/** A quarter of 12 weeks has 84 days; a transition period of two months at most 62. */
const SHORTEST_PERIOD = 74;

/** The files of a dataset: what a row of each holds. Dates and decimals stay the text that they are. */
export const TABLES = {
  companies: z.object({
    slug,
    name: text,
    ticker: optional(text),
    country: z.string().regex(/^[A-Z]{2}$/, 'expected two capital letters, e.g. US'),
    reporting_currency: z.enum(CURRENCIES),
    fiscal_year_end_month: z
      .string()
      .regex(/^([1-9]|1[0-2])$/, 'expected a month, 1 to 12')
      .transform(Number),
    cik: optional(z.string().regex(/^\d{10}$/, 'expected ten digits')),
  }),
  groups: z.object({ slug, name: text, description: text, members: text }),
  definitions: z.object({ slug, description: text }),
  sources: z.object({
    slug,
    kind: z.enum(['FILING', 'PRESS_RELEASE', 'DATASET', 'NEWS', 'ESTIMATE']),
    title: text,
    publisher: text,
    url: optional(z.url('expected an address like https://example.com/a.pdf')),
    published_on: optional(day),
  }),
  facts: z
    .object({
      company: slug,
      concept: z.enum(CONCEPTS),
      definition: slug,
      period_start: day,
      period_end: day,
      value: decimal(30, 4),
      currency: z.enum(CURRENCIES),
      quality: z.enum(QUALITIES),
      published_on: day,
      source: slug,
      note: optional(text),
    })
    .check(({ value: fact, issues }) => {
      const refuse = (column: string, message: string) =>
        issues.push({ code: 'custom', path: [column], message, input: fact });
      const days = parseDay(fact.period_end)! - parseDay(fact.period_start)!;
      if (days < 0) refuse('period_end', 'expected a date after period_start');
      if (days >= 0 && days < SHORTEST_PERIOD) {
        refuse('period_end', 'expected a period of a quarter at least');
      }
      if (days > LONGEST_PERIOD) refuse('period_end', 'expected a period of a year at most');
      if (fact.published_on <= fact.period_end) {
        refuse('published_on', 'expected a date after period_end');
      }
      if (fact.concept.endsWith('REVENUE') && fact.value.startsWith('-')) {
        refuse('value', 'expected revenue of zero or more');
      }
    }),
  'exchange-rates': z.object({
    base: z.enum(CURRENCIES),
    quote: z.enum(CURRENCIES),
    calendar_quarter: quarter,
    average: rate,
    period_end: optional(rate),
    source: slug,
  }),
} as const;

export type TableName = keyof typeof TABLES;
export type TableRow<Name extends TableName> = z.output<(typeof TABLES)[Name]>;
