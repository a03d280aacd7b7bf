import type { Fact } from '../../generated/prisma/client.ts';
import { Concept, Quality } from '../../generated/prisma/enums.ts';
import { readDay } from '../days.ts';
import { NEWEST_IMPORT } from './newest-import.ts';
import { firstText, longest, smallestBut } from './order.ts';
import { tableOf } from './table.ts';
import {
  added,
  addedWith,
  currency,
  day,
  decimal,
  definition,
  optional,
  slug,
  text,
  wordOf,
} from './types.ts';

const MS_PER_DAY = 86_400_000;

/** The unit of a figure of which no import said any. */
const UNSAID = '1';

export const facts = tableOf<Fact, 'id' | 'importId'>()(
  {
    company: {
      ...slug,
      meaning: 'The company whose figure it is.',
      refersTo: { table: 'company', key: 'id' },
    },
    concept: { ...wordOf({ Concept }), meaning: "What is reported, in XBRL's sense." },
    definition: {
      ...definition,
      meaning: 'What the concept means in this series.',
      refersTo: { table: 'definition', key: 'slug' },
    },
    period_start: { ...day, meaning: 'First day of the period.' },
    period_end: { ...day, meaning: 'Last day of the period.' },
    value: {
      ...decimal(30, 4),
      meaning: 'The figure, in whole units of the currency.',
    },
    currency: { ...currency, meaning: 'The currency of the figure.' },
    quality: {
      ...wordOf({ Quality }),
      meaning: 'Whether the figure was printed, derived from printed ones, or estimated.',
    },
    rounded_to: {
      ...addedWith(decimal(30, 4), UNSAID),
      meaning: 'The unit that the figure is rounded to: 1000000 for millions.',
      // Of a filing it is known by its figures, and a later file may have more of them.
      stays: smallestBut(UNSAID),
    },
    published_on: { ...day, meaning: 'The day on which the figure became public.' },
    source: {
      ...slug,
      meaning: 'The document that it was taken from.',
      refersTo: { table: 'source', key: 'id' },
    },
    locator: {
      ...added(text),
      meaning: 'Where in the document: an XBRL tag, a page, a table.',
      stays: longest,
    },
    note: {
      ...optional(text),
      meaning: 'How a figure that no document prints was worked out; empty for a printed one.',
      stays: longest,
    },
  },
  {
    stored: 'fact',
    meaning: 'Figures, each as one document printed it; a restatement is a row of its own.',
    identity: [
      'company',
      'concept',
      'definition',
      'period_start',
      'period_end',
      'published_on',
      'source',
    ],
    order: [
      firstText('company.slug'),
      'concept',
      firstText('definition'),
      'period_start, period_end, stored.published_on',
      firstText('source.slug'),
    ].join(),
    ifDifferent: 'a restatement has a publication day or source of its own',
    check: ({ period_start, period_end, published_on }) => {
      const wrong: { period_end?: string; published_on?: string } = {};
      const [start, end, published] = [period_start, period_end, published_on].map(readDay);
      if (end! < start!) wrong.period_end = 'expected a date after period_start';
      if (published! <= end!) wrong.published_on = 'expected a date after period_end';
      // It may be tomorrow already where the document comes from.
      if (published! > Date.now() / MS_PER_DAY + 1) {
        wrong.published_on = 'expected a day that has come';
      }
      return wrong;
    },
    filled: { import_id: NEWEST_IMPORT },
  },
);
