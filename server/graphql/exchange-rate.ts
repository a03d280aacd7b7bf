import type { ExchangeRate as DomainExchangeRate } from '../domain/exchange-rates.ts';
import { builder } from './builder.ts';
import { Currency } from './enums.ts';
import { Source } from './source.ts';

export const ExchangeRate = builder.objectRef<DomainExchangeRate>('ExchangeRate').implement({
  description: "The average of a quarter's daily rates: units of `quote` for one `base`.",
  fields: (t) => ({
    base: t.expose('base', {
      type: Currency,
      description: 'The currency that one unit is taken of.',
    }),
    quote: t.expose('quote', {
      type: Currency,
      description: 'The currency that it is counted in.',
    }),
    calendarQuarter: t.expose('calendarQuarter', {
      type: 'CalendarQuarter',
      description: 'The quarter whose daily rates were averaged.',
    }),
    average: t.expose('average', {
      type: 'Decimal',
      description: 'Units of `quote` for one `base`, e.g. 7.2331 CNY for one USD.',
    }),
    source: t.field({
      type: Source,
      description: 'Where the daily rates were published.',
      resolve: ({ sourceId }, _, { documents }) => documents.source(sourceId),
    }),
  }),
});
