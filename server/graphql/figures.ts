import type { Figures as DomainFigures } from '../domain/amount.ts';
import { CAPEX, CAPEX_RATIOS, LINE_ITEMS, type LineItem } from '../domain/line-item.ts';
import { Amount } from './amount.ts';
import { inBasis, inWindow } from './arguments.ts';
import { builder } from './builder.ts';
import { Currency } from './enums.ts';
import { Ratio } from './ratio.ts';

export const Figures = builder.interfaceRef<DomainFigures>('Figures').implement({
  description: "What a single company's quarter and a group's quarter have in common.",
  fields: (t) => {
    const amount = (item: LineItem) =>
      t.field({
        type: Amount,
        args: inWindow,
        description: item.definition,
        resolve: (figures, args) => figures.amount(item, args.window),
      });
    const capexTo = ({ denominator, definition }: { denominator: LineItem; definition: string }) =>
      t.field({
        type: Ratio,
        args: { ...inWindow, ...inBasis },
        description: definition,
        resolve: (figures, args) => figures.ratio(CAPEX[args.basis], denominator, args.window),
      });
    return {
      calendarQuarter: t.expose('calendarQuarter', {
        type: 'CalendarQuarter',
        description: "The calendar quarter that holds the midpoint of the figures' period.",
      }),
      currency: t.expose('currency', {
        type: Currency,
        description: 'The currency of every amount below.',
      }),
      revenue: amount(LINE_ITEMS.revenue),
      cloudRevenue: amount(LINE_ITEMS.cloudRevenue),
      capex: t.field({
        type: Amount,
        args: { ...inWindow, ...inBasis },
        description: 'Capital expenditures; positive when money is spent.',
        resolve: (figures, args) => figures.amount(CAPEX[args.basis], args.window),
      }),
      operatingCashFlow: amount(LINE_ITEMS.operatingCashFlow),
      depreciation: amount(LINE_ITEMS.depreciation),
      capexToRevenue: capexTo(CAPEX_RATIOS.capexToRevenue),
      capexToCloudRevenue: capexTo(CAPEX_RATIOS.capexToCloudRevenue),
      capexToOperatingCashFlow: capexTo(CAPEX_RATIOS.capexToOperatingCashFlow),
      capexToDepreciation: capexTo(CAPEX_RATIOS.capexToDepreciation),
    };
  },
});
