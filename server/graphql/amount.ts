import type { Amount as DomainAmount } from '../domain/amount.ts';
import { inScale } from './arguments.ts';
import { builder } from './builder.ts';
import { Definition } from './definition.ts';
import { Currency } from './enums.ts';
import { ExchangeRate } from './exchange-rate.ts';
import { Fact } from './fact.ts';
import { Gap } from './gap.ts';
import { Measure } from './measure.ts';

export const Amount = builder.objectRef<DomainAmount>('Amount').implement({
  description:
    'An amount of money over one or more quarters. It knows its past and where it came from.',
  interfaces: [Measure],
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      nullable: true,
      args: inScale,
      description:
        'Exact, in whole units of the currency unless `in` says otherwise; a converted amount is rounded to cents. Null where an input is missing.',
      resolve: (amount, args) => amount.exact(args.in ?? 1),
    }),
    value: t.float({
      nullable: true,
      args: inScale,
      description:
        'The same as a double, for charts: in whole units of the currency unless `in` says otherwise. Null where an input is missing.',
      resolve: (amount, args) => amount.value(args.in ?? 1),
    }),
    currency: t.expose('currency', {
      type: Currency,
      description: 'The currency that the amount is in.',
    }),
    from: t.field({
      type: 'CalendarQuarter',
      description: 'The first quarter that it spans.',
      resolve: ({ quarters }) => quarters.first,
    }),
    to: t.field({
      type: 'CalendarQuarter',
      description: 'The last quarter that it spans.',
      resolve: ({ quarters }) => quarters.last,
    }),
    definitions: t.field({
      type: [Definition],
      description:
        "What the figures mean: one for a company's amount (two for free cash flow), one for each definition in a group's; none where there is no value.",
      resolve: ({ definitions }, _, { snapshot }) =>
        definitions.map((slug) => snapshot.definition(slug)),
    }),
    excluded: t.field({
      type: [Gap],
      description:
        "What a group's members are known not to publish, for which the sum leaves them out; empty for a company's amount.",
      resolve: (amount) => amount.excluded,
    }),
    facts: t.field({
      type: [Fact],
      description: 'The reported figures that it was made from, oldest quarter first.',
      resolve: (amount) => amount.facts,
    }),
    exchangeRates: t.field({
      type: [ExchangeRate],
      description:
        'The exchange rates that it was converted with, one for each quarter (two where the way leads through USD); empty in the reporting currency.',
      resolve: (amount) => amount.exchangeRates,
    }),
  }),
});
