import { z } from 'zod';
import { PUBLISHED_UNITS } from '../../domain/published-units.ts';

// How a claim's readings and its outlook are written down, in a file as in the database. All is text.

const words = (longest: number) =>
  z
    .string('expected a text')
    .regex(/\S/, 'expected a text')
    .max(longest, `expected at most ${longest} characters`);

/** A part of a sentence, which others follow. */
const phrase = words(300).refine(
  (text) => !/[.!?]$/.test(text.trim()),
  'expected a part of a sentence, without a full stop',
);
const document = words(5_000);
const expression = words(1_000);

export const unit = z.enum(PUBLISHED_UNITS, `expected one of ${PUBLISHED_UNITS.join(', ')}`);

const Detail = z.strictObject({
  /** What the figure is of, as it follows on the figure: in 2024Q4. */
  label: phrase,
  figure: expression,
  unit: unit.optional(),
});

const Reading = z.strictObject({
  basis: phrase,
  /** Whether the source states this basis; left out where it leaves that open. */
  stated: z.enum(['yes', 'no'], 'expected yes or no; leave it out where it is open').optional(),
  /** Why it only stands in for what the source speaks of. */
  substitute: phrase.optional(),
  /** What its figure is, where that is other than the claim's. */
  measure: phrase.optional(),
  unit: unit.optional(),
  query: document,
  figure: expression,
  bounds: expression.optional(),
  holds: expression.optional(),
  details: z.array(Detail, 'expected a list').max(12, 'expected at most 12').optional(),
});

/** The ways in which a claim can be read. */
export const Readings = z
  .array(Reading, 'expected a list of readings')
  .min(1, 'expected a reading at least')
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
export const Later = z.strictObject({ query: document, sentence: expression });
