import type { CapexBasis, Concept } from './vocabulary.ts';

/** A line that figures are asked for: the concepts that may fill it, the preferred one first. */
export interface LineItem {
  readonly name: string;
  readonly concepts: readonly Concept[];
}

/** The line items of a company's quarter and of a group's. */
export const LINE_ITEMS = {
  revenue: { name: 'revenue', concepts: ['REVENUE'] },
  cloudRevenue: { name: 'cloud revenue', concepts: ['CLOUD_REVENUE'] },
  operatingCashFlow: { name: 'operating cash flow', concepts: ['OPERATING_CASH_FLOW'] },
  depreciation: { name: 'depreciation', concepts: ['DEPRECIATION_AND_AMORTIZATION'] },
} as const satisfies Record<string, LineItem>;

/**
 * Capital expenditures by basis. Headline capex is the figure with finance leases where the company
 * states one, else the cash figure.
 */
export const CAPEX: Readonly<Record<CapexBasis, LineItem>> = {
  CASH: { name: 'capex', concepts: ['CAPEX'] },
  HEADLINE: { name: 'headline capex', concepts: ['CAPEX_INCLUDING_LEASES', 'CAPEX'] },
};
