// What there is to measure, in one place. Names and words of the vocabulary, the glossary and the
// explanations, enums and fields of the schema, and the columns, filters and orders of screens are
// all made from these tables.

interface ConceptEntry {
  /** As it stands in a sentence. */
  readonly name: string;
  /** Whether it can be below zero; a report of what cannot be is mistaken. */
  readonly mayBeNegative?: true;
  /** What it is, with its sign. */
  readonly meaning: string;
}

/** The reported concepts, in XBRL's sense of the word. The database has an enum of the same names. */
export const TAXONOMY = {
  REVENUE: { name: 'revenue', meaning: 'Total revenue of the quarter.' },
  CLOUD_REVENUE: {
    name: 'cloud revenue',
    meaning: 'Revenue of the segment or line that sells cloud services.',
  },
  CAPEX: {
    name: 'capex',
    meaning:
      'Purchases of property and equipment, from the cash-flow statement; positive when money is spent.',
  },
  CAPEX_INCLUDING_LEASES: {
    name: 'capex with finance leases',
    meaning:
      'Capital expenditures as the company headlines them, finance leases included; positive when money is spent.',
  },
  OPERATING_CASH_FLOW: {
    name: 'operating cash flow',
    mayBeNegative: true,
    meaning:
      'Net cash from operating activities; positive when cash came in, negative when it went out.',
  },
  DEPRECIATION_AND_AMORTIZATION: {
    name: 'depreciation',
    meaning: 'Depreciation, and amortization where the company reports the two together; positive.',
  },
} as const satisfies Record<string, ConceptEntry>;

export type Concept = keyof typeof TAXONOMY;

interface Described {
  /** As it stands in a sentence. */
  readonly name: string;
  /** What it is, with its sign. */
  readonly definition: string;
}

/** A line that figures are asked for. */
export interface LineItem extends Described {
  /** The concepts that may fill it, the preferred one first. */
  readonly concepts: readonly Concept[];
}

/** Capital expenditures by basis. */
export const CAPEX = {
  CASH: {
    name: 'capex',
    definition:
      'Capital expenditures: purchases of property and equipment, from the cash-flow statement; positive when money is spent.',
    concepts: ['CAPEX'],
  },
  HEADLINE: {
    name: 'headline capex',
    definition:
      'Capital expenditures as the company headlines them, with finance leases where it states such a figure for every quarter of the window, else as on the CASH basis; positive when money is spent.',
    concepts: ['CAPEX_INCLUDING_LEASES', 'CAPEX'],
  },
} as const satisfies Record<string, LineItem>;

export type CapexBasis = keyof typeof CAPEX;

const OPERATING_CASH_FLOW = {
  name: 'operating cash flow',
  definition: 'Net cash from operating activities; negative when cash went out.',
  concepts: ['OPERATING_CASH_FLOW'],
} as const satisfies LineItem;

/** One line less another. */
export interface NetItem extends Described {
  readonly of: LineItem;
  readonly less: LineItem;
}

/** What an amount can be of. */
export type FigureItem = LineItem | NetItem;

/** An item that each basis takes from other concepts. */
interface ItemByBasis extends Described {
  readonly bases: Readonly<Record<CapexBasis, LineItem>>;
}

/** What figures are asked for by name, of a company's quarter and of a group's. */
export const ITEMS = {
  revenue: { name: 'revenue', definition: 'Total revenue.', concepts: ['REVENUE'] },
  cloudRevenue: {
    name: 'cloud revenue',
    definition:
      'Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts.',
    concepts: ['CLOUD_REVENUE'],
  },
  capex: {
    name: 'capex',
    definition: 'Capital expenditures; positive when money is spent.',
    bases: CAPEX,
  },
  operatingCashFlow: OPERATING_CASH_FLOW,
  depreciation: {
    name: 'depreciation',
    definition:
      'Depreciation, with amortization where the company reports the two together; positive.',
    concepts: ['DEPRECIATION_AND_AMORTIZATION'],
  },
  freeCashFlow: {
    name: 'free cash flow',
    definition:
      'Operating cash flow less capital expenditures (CASH) of the same window; negative when more was spent than came in.',
    of: OPERATING_CASH_FLOW,
    less: CAPEX.CASH,
  },
} as const satisfies Record<string, FigureItem | ItemByBasis>;

export type Item = keyof typeof ITEMS;

interface RatioEntry {
  readonly numerator: Item;
  readonly denominator: Item;
  readonly definition: string;
}

/** Items that are set in relation to each other. */
export const RATIOS = {
  capexToRevenue: {
    numerator: 'capex',
    denominator: 'revenue',
    definition: 'Capital expenditures over total revenue.',
  },
  capexToCloudRevenue: {
    numerator: 'capex',
    denominator: 'cloudRevenue',
    definition: "Capital expenditures, the whole company's, over cloud revenue.",
  },
  capexToOperatingCashFlow: {
    numerator: 'capex',
    denominator: 'operatingCashFlow',
    definition:
      'Capital expenditures over operating cash flow: above 1, they were not paid from it alone.',
  },
  capexToDepreciation: {
    numerator: 'capex',
    denominator: 'depreciation',
    definition: 'Capital expenditures over depreciation: above 1, the stock of equipment grows.',
  },
} as const satisfies Record<string, RatioEntry>;

export type RatioName = keyof typeof RATIOS;

/** A figure of a quarter, on the CASH basis: an amount, a ratio, or how one of these changed. */
type ScreenedEntry =
  | {
      readonly amount: Item;
      readonly window?: 'TRAILING_TWELVE_MONTHS';
      readonly isOrderOnly?: true;
    }
  | { readonly ratio: RatioName }
  | { readonly growth: Item; readonly over: 'QUARTER' | 'YEAR' }
  | { readonly change: RatioName; readonly over: 'QUARTER' | 'YEAR' };

/** What quarters can be filtered and ordered by. */
export const SCREENED = {
  revenue: { amount: 'revenue' },
  cloudRevenue: { amount: 'cloudRevenue' },
  capex: { amount: 'capex' },
  capexTrailingTwelveMonths: {
    amount: 'capex',
    window: 'TRAILING_TWELVE_MONTHS',
    isOrderOnly: true,
  },
  operatingCashFlow: { amount: 'operatingCashFlow' },
  depreciation: { amount: 'depreciation' },
  freeCashFlow: { amount: 'freeCashFlow' },
  capexToRevenue: { ratio: 'capexToRevenue' },
  capexToCloudRevenue: { ratio: 'capexToCloudRevenue' },
  capexToOperatingCashFlow: { ratio: 'capexToOperatingCashFlow' },
  capexToDepreciation: { ratio: 'capexToDepreciation' },
  capexGrowthOverYear: { growth: 'capex', over: 'YEAR' },
  revenueGrowthOverYear: { growth: 'revenue', over: 'YEAR' },
  capexToRevenueChangeOverYear: { change: 'capexToRevenue', over: 'YEAR' },
} as const satisfies Record<string, ScreenedEntry>;

export type Screened = keyof typeof SCREENED;
/** What quarters can be filtered by. */
export type Filtered = {
  [Figure in Screened]: (typeof SCREENED)[Figure] extends { isOrderOnly: true } ? never : Figure;
}[Screened];

/** Whether an item takes a basis. */
export function takesBasis(item: Item): boolean {
  return 'bases' in ITEMS[item];
}

/** What an item stands for on each basis: the same on all, for an item that takes none. */
export function linesOf(item: Item): Readonly<Record<CapexBasis, FigureItem>> {
  const entry = ITEMS[item];
  return 'bases' in entry ? entry.bases : { CASH: entry, HEADLINE: entry };
}

/** What an item stands for. */
export function figureItem(item: Item, basis: CapexBasis = 'CASH'): FigureItem {
  return linesOf(item)[basis];
}

/** The lines that figures have to be known of. */
export function linesNeeded(item: FigureItem): readonly LineItem[] {
  return 'less' in item ? [item.of, item.less] : [item];
}
