import { z } from 'zod';
import { PUBLISHED_UNITS } from '../../domain/published-units.ts';

// How a claim's readings and its outlook are written down, in a file as in the database. All is text.

const words = (longest: number, expected = 'expected a text') =>
  z
    .string(expected)
    .regex(/\S/, 'expected a text')
    .max(longest, `expected at most ${longest} characters`);

/** How a part of a sentence ends, which others follow. */
export const UNFINISHED = /[^.!?,;:\s]\s*$/;
export const A_PART = 'expected a part of a sentence, without a full stop or comma at its end';
const phrase = words(300).regex(UNFINISHED, A_PART);
const document = words(5_000);
// What begins with a bracket or a brace is a list or an object to YAML.
const expression = words(1_000, 'expected a text; put the expression in quotes');

export const unit = z.enum(PUBLISHED_UNITS, `expected one of ${PUBLISHED_UNITS.join(', ')}`);

const Detail = z.strictObject({
  label: phrase.describe('What the figure is of, as it follows on the figure: in 2024Q4.'),
  figure: expression.describe('JSONata over the answer: a number in the unit.'),
  unit: unit.optional().describe("The figure's unit, where that is other than the reading's."),
});

const Reading = z.strictObject({
  basis: phrase.describe('What sets it apart, in words that follow on a figure: over the year.'),
  stated: z
    .enum(['yes', 'no'], 'expected yes or no; leave it out where it is open')
    .optional()
    .describe('Whether the source states this basis; left out where it leaves that open.'),
  substitute: phrase
    .optional()
    .describe('Why it only stands in for what the source speaks of; left out where it does not.'),
  measure: phrase.optional().describe("What its figure is, where that is other than the claim's."),
  unit: unit.optional().describe("Its figure's unit, where that is other than the claim's."),
  query: document.describe('A GraphQL query with `$asOf` as its only variable.'),
  figure: expression.describe('JSONata over the answer: a number in the unit.'),
  bounds: expression
    .optional()
    .describe('JSONata over the answer: the two numbers between which rounding leaves the figure.'),
  holds: expression
    .optional()
    .describe('JSONata over the answer, for a claim without a figure: whether it holds.'),
  details: z
    .array(Detail, 'expected a list')
    .max(12, 'expected at most 12')
    .optional()
    .describe('Figures that its own is made from.'),
});

const keysIn = ({ shape }: z.ZodObject) => Object.keys(shape);

/** The ways in which a claim can be read. */
export const Readings = z
  .array(Reading, 'expected a list of readings')
  .min(1, 'expected a reading at least; add one')
  .max(6, 'expected at most 6 readings')
  .superRefine((readings, context) => {
    for (const [place, { basis }] of readings.entries()) {
      if (readings.findIndex((other) => other.basis === basis) < place) {
        context.addIssue({
          code: 'custom',
          path: [place, 'basis'],
          message: 'expected a name of its own; a reading before has this one',
        });
      }
    }
  });

/** What has become of the matter since. */
export const Later = z.strictObject({
  query: document.describe('A GraphQL query with `$asOf` as its only variable.'),
  sentence: expression.describe('JSONata over the answer: a sentence.'),
});

/** What may stand in each of them. */
export const KEYS = { reading: keysIn(Reading), detail: keysIn(Detail), later: keysIn(Later) };
