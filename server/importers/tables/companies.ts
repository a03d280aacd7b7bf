import type { Company } from '../../generated/prisma/client.ts';
import { firstText } from './order.ts';
import { tableOf } from './table.ts';
import { added, currency, matching, month, optional, slug, text } from './types.ts';

export const companies = tableOf<Company, 'id'>()(
  {
    slug: { ...slug, meaning: "The company's short name in addresses; it never changes." },
    name: { ...text, meaning: "The company's name as readers know it.", mayChange: true },
    ticker: {
      ...optional(text),
      meaning: 'Ticker symbol of the main listing; empty when the shares are not listed.',
      isUnique: true,
      mayChange: true,
    },
    aliases: {
      ...added(text),
      meaning: 'Tickers of other listings and other names, with semicolons between them.',
      mayChange: true,
    },
    country: {
      ...matching(/^[A-Z]{2}$/, 'expected two capital letters, e.g. US'),
      meaning: 'Country of the headquarters, ISO 3166-1 alpha-2; ZZ when it is not known.',
      mayChange: true,
    },
    reporting_currency: { ...currency, meaning: 'The currency that the company reports in.' },
    fiscal_year_end_month: {
      ...month,
      meaning: 'The month in which the fiscal year ends, 1 to 12.',
    },
    cik: {
      ...optional(matching(/^\d{10}$/, 'expected ten digits')),
      meaning: 'Central index key at the SEC; empty for a company that files nothing there.',
      isUnique: true,
    },
  },
  {
    stored: 'company',
    meaning: 'The companies whose figures the dataset holds.',
    identity: ['slug'],
    order: firstText('stored.slug'),
  },
);
