import type { Figures as DomainFigures } from '../domain/figures.ts';
import { CAPEX, LINE_ITEMS, type LineItem } from '../domain/line-item.ts';
import { Amount } from './amount.ts';
import { inBasis, inWindow } from './arguments.ts';
import { builder } from './builder.ts';
import { Currency } from './enums.ts';
import { Ratio } from './ratio.ts';

export const Figures = builder.interfaceRef<DomainFigures>('Figures').implement({
  description: "What a single company's quarter and a group's quarter have in common.",
  fields: (t) => {
    const amount = (item: LineItem, description: string) =>
      t.field({
        type: Amount,
        args: inWindow,
        description,
        resolve: (figures, args) => figures.amount(item, args.window),
      });
    const capexTo = (denominator: LineItem, description: string) =>
      t.field({
        type: Ratio,
        args: { ...inWindow, ...inBasis },
        description,
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
      revenue: amount(LINE_ITEMS.revenue, 'Total revenue.'),
      cloudRevenue: amount(
        LINE_ITEMS.cloudRevenue,
        'Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts.',
      ),
      capex: t.field({
        type: Amount,
        args: { ...inWindow, ...inBasis },
        description: 'Capital expenditures; positive when money is spent.',
        resolve: (figures, args) => figures.amount(CAPEX[args.basis], args.window),
      }),
      operatingCashFlow: amount(
        LINE_ITEMS.operatingCashFlow,
        'Net cash from operating activities; negative when cash went out.',
      ),
      depreciation: amount(
        LINE_ITEMS.depreciation,
        'Depreciation, with amortization where the company reports the two together; positive.',
      ),
      capexToRevenue: capexTo(LINE_ITEMS.revenue, 'Capital expenditures over total revenue.'),
      capexToCloudRevenue: capexTo(
        LINE_ITEMS.cloudRevenue,
        "Capital expenditures, the whole company's, over cloud revenue.",
      ),
      capexToOperatingCashFlow: capexTo(
        LINE_ITEMS.operatingCashFlow,
        'Capital expenditures over operating cash flow: above 1, they were not paid from it alone.',
      ),
      capexToDepreciation: capexTo(
        LINE_ITEMS.depreciation,
        'Capital expenditures over depreciation: above 1, the stock of equipment grows.',
      ),
    };
  },
});
