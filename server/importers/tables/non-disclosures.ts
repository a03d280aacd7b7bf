import type { NonDisclosure } from '../../generated/prisma/client.ts';
import { Concept } from '../../generated/prisma/enums.ts';
import { firstText, longest } from './order.ts';
import { tableOf } from './table.ts';
import { matching, optional, quarter, slug, text, wordOf } from './types.ts';

export const nonDisclosures = tableOf<NonDisclosure, 'id'>()(
  {
    company: {
      ...slug,
      meaning: 'The company that does not publish the concept.',
      refersTo: { table: 'company', key: 'id' },
    },
    concept: { ...wordOf({ Concept }), meaning: 'What it does not publish.' },
    from: {
      ...optional(quarter),
      meaning: 'The first calendar quarter that this holds for; empty where it always has.',
    },
    until: {
      ...optional(quarter),
      meaning: 'The last calendar quarter that it holds for; empty where it still does.',
      stays: firstText,
    },
    kind: {
      ...matching(/^[A-Z_]+$/, 'expected NOT_SEPARATE or NO_SUCH_BUSINESS'),
      meaning: 'NOT_SEPARATE: part of another line. NO_SUCH_BUSINESS: there is nothing to publish.',
      stays: firstText,
    },
    note: { ...text, meaning: 'How that is known.', stays: longest },
  },
  {
    stored: 'non_disclosure',
    meaning: 'What companies do not publish, from when to when.',
    identity: ['company', 'concept', 'from'],
    order: `${firstText('company.slug')}, concept, ${firstText('"from"')} nulls first`,
  },
);
