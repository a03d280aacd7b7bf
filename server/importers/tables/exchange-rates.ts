import type { ExchangeRate } from '../../generated/prisma/client.ts';
import { NEWEST_IMPORT } from './newest-import.ts';
import { firstIn, firstText } from './order.ts';
import { tableOf } from './table.ts';
import { currency, optional, quarter, rate, slug } from './types.ts';

export const exchangeRates = tableOf<ExchangeRate, 'importId'>()(
  {
    base: { ...currency, meaning: 'The currency of which one unit is given.' },
    quote: { ...currency, meaning: 'The currency in which it is given.' },
    calendar_quarter: { ...quarter, meaning: 'The calendar quarter.' },
    average: { ...rate, meaning: "The average of the quarter's daily rates." },
    period_end: { ...optional(rate), meaning: "The rate on the quarter's last trading day." },
    source: {
      ...slug,
      meaning: 'Where the rates were taken from.',
      refersTo: { table: 'source', key: 'id' },
      stays: firstIn('source'),
    },
  },
  {
    stored: 'exchange_rate',
    meaning: 'Average exchange rates of calendar quarters.',
    identity: ['base', 'quote', 'calendar_quarter'],
    order: `${firstText('source.slug')}, base, quote, ${firstText('calendar_quarter')}`,
    filled: { import_id: NEWEST_IMPORT },
  },
);
