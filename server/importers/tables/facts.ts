import { formatCalendarQuarter } from '../../domain/calendar-quarter.ts';
import { quarterOfPeriod } from '../../domain/fiscal-calendar.ts';
import type { Fact } from '../../generated/prisma/client.ts';
import { Concept, Quality } from '../../generated/prisma/enums.ts';
import { readDay } from '../days.ts';
import { tableOf } from './table.ts';
import { currency, day, decimal, optional, slug, text, wordOf } from './types.ts';

/** Days between the first and the last of a fiscal year of 53 weeks. */
const LONGEST_PERIOD = 371;
/** A quarter of 12 weeks has 84 days; a transition period of two months at most 62. */
const SHORTEST_PERIOD = 74;

const MS_PER_DAY = 86_400_000;

export const facts = tableOf<Fact, 'id' | 'quarterId' | 'importId'>()(
  {
    company: {
      ...slug,
      meaning: 'The company whose figure it is.',
      refersTo: { table: 'company', key: 'id' },
    },
    concept: { ...wordOf({ Concept }), meaning: "What is reported, in XBRL's sense." },
    definition: {
      ...slug,
      meaning: 'What the concept means in this series.',
      refersTo: { table: 'definition', key: 'slug' },
    },
    period_start: { ...day, meaning: 'First day of the period.', mayDiffer: true },
    period_end: { ...day, meaning: 'Last day of the period.' },
    value: {
      ...decimal(30, 4),
      meaning: 'The figure, in whole units of the currency.',
    },
    currency: { ...currency, meaning: 'The currency of the figure.' },
    quality: {
      ...wordOf({ Quality }),
      meaning: 'Whether the figure was printed, derived from printed ones, or estimated.',
      mayDiffer: true,
    },
    published_on: { ...day, meaning: 'The day on which the figure became public.' },
    source: {
      ...slug,
      meaning: 'The document that it was taken from.',
      refersTo: { table: 'source', key: 'id' },
    },
    note: {
      ...optional(text),
      meaning: 'How a figure that no document prints was worked out; empty for a printed one.',
      mayDiffer: true,
    },
  },
  {
    stored: 'fact',
    identity: ['company', 'concept', 'definition', 'period_end', 'published_on', 'source'],
    order: 'stored.id',
    ifDifferent: 'a restatement has a publication day or source of its own',
    check: ({ period_start, period_end, published_on, concept, value }) => {
      const wrong: Partial<Record<'period_end' | 'published_on' | 'value', string>> = {};
      const [start, end, published] = [period_start, period_end, published_on].map(readDay);
      const days = end! - start!;
      if (days < 0) wrong.period_end = 'expected a date after period_start';
      else if (days < SHORTEST_PERIOD) wrong.period_end = 'expected a period of a quarter at least';
      if (days > LONGEST_PERIOD) wrong.period_end = 'expected a period of a year at most';
      if (published! <= end!) wrong.published_on = 'expected a date after period_end';
      // It may be tomorrow already where the document comes from.
      if (published! > Date.now() / MS_PER_DAY + 1) {
        wrong.published_on = 'expected a day that has come';
      }
      if (value.startsWith('-') && concept.endsWith('REVENUE')) {
        wrong.value = 'expected revenue of zero or more';
      }
      return wrong;
    },
    staged: {
      calendar_quarter: ({ period_start, period_end }) =>
        formatCalendarQuarter(
          quarterOfPeriod({ start: readDay(period_start)!, end: readDay(period_end)! }),
        ),
    },
    joins: `join quarter
      on quarter.company_id = company.id and quarter.calendar_quarter = staged.calendar_quarter`,
    filled: { quarter_id: 'quarter.id', import_id: '$1' },
  },
);
