import type { Guidance } from '../../generated/prisma/client.ts';
import { Concept } from '../../generated/prisma/enums.ts';
import { firstText, longest } from './order.ts';
import { tableOf } from './table.ts';
import { currency, day, decimal, optional, slug, text, wordOf } from './types.ts';

export const guidance = tableOf<Guidance, 'id'>()(
  {
    company: {
      ...slug,
      meaning: 'The company that said it.',
      refersTo: { table: 'company', key: 'id' },
    },
    concept: { ...wordOf({ Concept }), meaning: 'What it spoke of.' },
    basis: { ...slug, meaning: "What it counts, in the company's sense." },
    period_start: { ...optional(day), meaning: 'First day of the period; empty without one.' },
    period_end: { ...optional(day), meaning: 'Last day of the period; empty without one.' },
    low: {
      ...optional(decimal(30, 4)),
      meaning: 'Lower end, in whole units of the currency; empty where only an upper one is given.',
    },
    high: { ...optional(decimal(30, 4)), meaning: 'Upper end; empty for "at least".' },
    currency: { ...currency, meaning: 'The currency of both ends.' },
    said_on: { ...day, meaning: 'The day on which it was said.' },
    source: {
      ...slug,
      meaning: 'Where it was said.',
      refersTo: { table: 'source', key: 'id' },
    },
    note: { ...optional(text), meaning: 'What else was said with it.', stays: longest },
  },
  {
    stored: 'guidance',
    meaning: 'What companies said that they would spend.',
    identity: ['company', 'concept', 'basis', 'period_start', 'period_end', 'said_on', 'source'],
    order: [
      firstText('company.slug'),
      'concept',
      firstText('basis'),
      'period_start nulls first, period_end nulls first, said_on',
      firstText('source.slug'),
    ].join(),
    ifDifferent: 'another statement has a day or source of its own',
  },
);
