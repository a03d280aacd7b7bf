import type { CapexBasis, Concept } from './vocabulary.ts';

/** A line that figures are asked for. */
export interface LineItem {
  readonly name: string;
  /** What it is, with unit and sign; the schema and the glossary print it. */
  readonly definition: string;
  /** The concepts that may fill it, the preferred one first. */
  readonly concepts: readonly Concept[];
}

/** The line items of a company's quarter and of a group's, but for capital expenditures. */
export const LINE_ITEMS = {
  revenue: { name: 'revenue', definition: 'Total revenue.', concepts: ['REVENUE'] },
  cloudRevenue: {
    name: 'cloud revenue',
    definition:
      'Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts.',
    concepts: ['CLOUD_REVENUE'],
  },
  operatingCashFlow: {
    name: 'operating cash flow',
    definition: 'Net cash from operating activities; negative when cash went out.',
    concepts: ['OPERATING_CASH_FLOW'],
  },
  depreciation: {
    name: 'depreciation',
    definition:
      'Depreciation, with amortization where the company reports the two together; positive.',
    concepts: ['DEPRECIATION_AND_AMORTIZATION'],
  },
} as const satisfies Record<string, LineItem>;

/** Capital expenditures by basis (rule 10). */
export const CAPEX: Readonly<Record<CapexBasis, LineItem>> = {
  CASH: {
    name: 'capex',
    definition:
      'Capital expenditures: purchases of property and equipment, from the cash-flow statement; positive when money is spent.',
    concepts: ['CAPEX'],
  },
  HEADLINE: {
    name: 'headline capex',
    definition:
      'Capital expenditures as the company headlines them, with finance leases where it states such a figure, else as on the CASH basis; positive when money is spent.',
    concepts: ['CAPEX_INCLUDING_LEASES', 'CAPEX'],
  },
};

/** What capital expenditures are set in relation to. */
export const CAPEX_RATIOS = {
  capexToRevenue: {
    denominator: LINE_ITEMS.revenue,
    definition: 'Capital expenditures over total revenue.',
  },
  capexToCloudRevenue: {
    denominator: LINE_ITEMS.cloudRevenue,
    definition: "Capital expenditures, the whole company's, over cloud revenue.",
  },
  capexToOperatingCashFlow: {
    denominator: LINE_ITEMS.operatingCashFlow,
    definition:
      'Capital expenditures over operating cash flow: above 1, they were not paid from it alone.',
  },
  capexToDepreciation: {
    denominator: LINE_ITEMS.depreciation,
    definition: 'Capital expenditures over depreciation: above 1, the stock of equipment grows.',
  },
} as const satisfies Record<string, { denominator: LineItem; definition: string }>;
