/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What counts as capital expenditures: what was paid, or what the company headlines. */
export type CapexBasis =
  /** Capital expenditures: purchases of property and equipment, from the cash-flow statement; positive when money is spent. */
  | 'CASH'
  /** Capital expenditures as the company headlines them, with finance leases where it states such a figure for every quarter of the window, else as on the CASH basis; positive when money is spent. */
  | 'HEADLINE';

/** Names one company, in exactly one way. */
export type CompanyBy =
  {   /** The SEC's central index key, with its leading zeros or without. */
  cik: string; id?: never; slug?: never; ticker?: never; }
  |  { cik?: never;   /** Global id. */
  id: string | number; slug?: never; ticker?: never; }
  |  { cik?: never; id?: never;   /** E.g. alibaba. */
  slug: string; ticker?: never; }
  |  { cik?: never; id?: never; slug?: never;   /** Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too. */
  ticker: string; };

/** The reported concepts, in XBRL's sense of the word. Amounts are in whole units of the currency. */
export type Concept =
  /** Purchases of property and equipment, from the cash-flow statement; positive when money is spent. */
  | 'CAPEX'
  /** Capital expenditures as the company headlines them, finance leases included; positive when money is spent. */
  | 'CAPEX_INCLUDING_LEASES'
  /** Revenue of the segment or line that sells cloud services. */
  | 'CLOUD_REVENUE'
  /** Depreciation, and amortization where the company reports the two together; positive. */
  | 'DEPRECIATION_AND_AMORTIZATION'
  /** Net cash from operating activities; positive when cash came in, negative when it went out. */
  | 'OPERATING_CASH_FLOW'
  /** Total revenue of the quarter. */
  | 'REVENUE';

/** A currency, by its ISO 4217 code. */
export type Currency =
  /** Chinese yuan (renminbi). */
  | 'CNY'
  /** Euro. */
  | 'EUR'
  /** Hong Kong dollar. */
  | 'HKD'
  /** US dollar. */
  | 'USD';

/** Numbers between two bounds; a bound that is not given does not bound. No number lies between bounds that contradict each other. */
export type FloatRange = {
  /** Above this. */
  gt?: number | null | undefined;
  /** This or above. */
  gte?: number | null | undefined;
  /** Below this. */
  lt?: number | null | undefined;
  /** This or below. */
  lte?: number | null | undefined;
};

/** Why a value is missing. */
export type GapReason =
  /** The quarters needed are known only in different definitions. */
  | 'NOT_COMPARABLE'
  /** Only figures of longer periods are known, and no difference of them gives it. */
  | 'NOT_DERIVABLE'
  /** The company is known not to publish this concept for the quarter. */
  | 'NOT_DISCLOSED'
  /** The dataset has figures of the company around it, and not this one; whether the company published it is not known here. */
  | 'NOT_IN_DATASET'
  /** Growth from a base of zero or less, or a ratio over zero or less. */
  | 'NOT_MEANINGFUL'
  /** Of a quarter this late, nothing was known of the company on the `asOf` date. */
  | 'NOT_YET_PUBLISHED'
  /** No average exchange rate is known for that quarter. */
  | 'NO_EXCHANGE_RATE'
  /** The quarter lies before the company's oldest one in the dataset. */
  | 'OUT_OF_RANGE';

/** Names one group: one of the dataset, or one of any companies. */
export type GroupBy =
  {   /** Any companies, 1 to 100, in any order; one that is named twice counts once. One that there is not is refused. */
  companies: Array<CompanyBy>; slug?: never; }
  |  { companies?: never;   /** A group of the dataset, e.g. us-hyperscalers. */
  slug: string; };

/** What figures can be asked for by name. Amounts are in whole units of the currency. */
export type Item =
  /** Capital expenditures; positive when money is spent. */
  | 'CAPEX'
  /** Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts. */
  | 'CLOUD_REVENUE'
  /** Depreciation, with amortization where the company reports the two together; positive. */
  | 'DEPRECIATION'
  /** Operating cash flow less capital expenditures (CASH) of the same window; negative when more was spent than came in. */
  | 'FREE_CASH_FLOW'
  /** Net cash from operating activities; negative when cash went out. */
  | 'OPERATING_CASH_FLOW'
  /** Total revenue. */
  | 'REVENUE';

/** One measure of a series: an item, or an item over another; its growth, its index, or itself. */
export type MeasureBy = {
  /** Which capital expenditures, where an item is that. */
  basis?: CapexBasis;
  /** Makes it growth over this, like for like; of an item over another, the change, as a fraction. Of years, over QUARTER is NOT_MEANINGFUL. */
  growth?: Span | null | undefined;
  /** Makes an amount an index: 100 in this quarter; of years, 100 in the year of the same number, e.g. FY2023 for 2023Q1. Each period is compared with it like for like; it need not be one of the periods. Not with `over` or `growth`. */
  indexedTo?: string | null | undefined;
  /** What is shown. */
  item: Item;
  /** Another item that it is divided by, over the same period; of a group, over the members that publish both. */
  over?: Item | null | undefined;
};

/** The direction of an order. Missing values come last in both. */
export type OrderDirection =
  /** Smallest or first first. */
  | 'ASC'
  /** Largest or last first. */
  | 'DESC';

/** What the rows of series are. */
export type Period =
  /** Calendar years. */
  | 'CALENDAR_YEAR'
  /** Fiscal years, by their number: each its own of every company. Missing, as NOT_COMPARABLE, for a group whose members have years of other quarters. */
  | 'FISCAL_YEAR'
  /** Calendar quarters. */
  | 'QUARTER'
  /** Twelve months up to the end of each calendar quarter. */
  | 'TRAILING_TWELVE_MONTHS';

/** How a figure came about. Of several inputs, a computed value carries the weakest. */
export type Quality =
  /** The difference of printed figures, e.g. nine months less six. */
  | 'DERIVED'
  /** Worked out from a rounded figure, e.g. a printed growth rate. */
  | 'ESTIMATED'
  /** Printed in a document. */
  | 'REPORTED';

/** Keeps the quarters that meet every condition given; none, where conditions contradict each other. A quarter whose figure is missing meets none on that figure. */
export type QuarterFilter = {
  /** This quarter. */
  calendarQuarter?: string | null | undefined;
  /** Capital expenditures; positive when money is spent. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given. */
  capex?: FloatRange | null | undefined;
  /** Growth of capex over the year, like for like. A fraction: 0.2 is 20 %. */
  capexGrowthOverYear?: FloatRange | null | undefined;
  /** Capital expenditures, the whole company's, over cloud revenue. A fraction: 0.2 is 20 %. */
  capexToCloudRevenue?: FloatRange | null | undefined;
  /** Capital expenditures over depreciation: above 1, the stock of equipment grows. A fraction: 0.2 is 20 %. */
  capexToDepreciation?: FloatRange | null | undefined;
  /** Capital expenditures over operating cash flow: above 1, they were not paid from it alone. A fraction: 0.2 is 20 %. */
  capexToOperatingCashFlow?: FloatRange | null | undefined;
  /** Capital expenditures over total revenue. A fraction: 0.2 is 20 %. */
  capexToRevenue?: FloatRange | null | undefined;
  /** Change of capex over revenue over the year, like for like. A fraction: 0.2 is 20 %. */
  capexToRevenueChangeOverYear?: FloatRange | null | undefined;
  /** Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given. */
  cloudRevenue?: FloatRange | null | undefined;
  /** Of one of these companies, by slug. A slug of none is refused. */
  companies?: Array<string> | null | undefined;
  /** Of a company in one of these countries, ISO 3166-1 alpha-2. */
  countries?: Array<string> | null | undefined;
  /** Depreciation, with amortization where the company reports the two together; positive. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given. */
  depreciation?: FloatRange | null | undefined;
  /** This quarter of the company's fiscal year, 1 to 4. */
  fiscalQuarter?: number | null | undefined;
  /** Of this fiscal year of the company's, named by the calendar year in which it ends; in four digits. */
  fiscalYear?: number | null | undefined;
  /** Operating cash flow less capital expenditures (CASH) of the same window; negative when more was spent than came in. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given. */
  freeCashFlow?: FloatRange | null | undefined;
  /** This quarter or later. */
  from?: string | null | undefined;
  /** Of a company in this group, by slug; a slug of none is refused. */
  group?: string | null | undefined;
  /** Net cash from operating activities; negative when cash went out. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given. */
  operatingCashFlow?: FloatRange | null | undefined;
  /** Total revenue. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given. */
  revenue?: FloatRange | null | undefined;
  /** Growth of revenue over the year, like for like. A fraction: 0.2 is 20 %. */
  revenueGrowthOverYear?: FloatRange | null | undefined;
  /** This quarter or earlier. */
  to?: string | null | undefined;
};

/** An order of quarters. */
export type QuarterOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: QuarterOrderField;
};

/** What quarters can be ordered by; those without the figure come last. */
export type QuarterOrderField =
  /** The calendar quarter. */
  | 'CALENDAR_QUARTER'
  /** Capital expenditures; positive when money is spent. Of the quarter. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'CAPEX'
  /** Growth of capex over the year, like for like. */
  | 'CAPEX_GROWTH_OVER_YEAR'
  /** Capital expenditures, the whole company's, over cloud revenue. */
  | 'CAPEX_TO_CLOUD_REVENUE'
  /** Capital expenditures over depreciation: above 1, the stock of equipment grows. */
  | 'CAPEX_TO_DEPRECIATION'
  /** Capital expenditures over operating cash flow: above 1, they were not paid from it alone. */
  | 'CAPEX_TO_OPERATING_CASH_FLOW'
  /** Capital expenditures over total revenue. */
  | 'CAPEX_TO_REVENUE'
  /** Change of capex over revenue over the year, like for like. */
  | 'CAPEX_TO_REVENUE_CHANGE_OVER_YEAR'
  /** Capital expenditures; positive when money is spent. Of the trailing twelve months. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'CAPEX_TRAILING_TWELVE_MONTHS'
  /** Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts. Of the quarter. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'CLOUD_REVENUE'
  /** Depreciation, with amortization where the company reports the two together; positive. Of the quarter. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'DEPRECIATION'
  /** Operating cash flow less capital expenditures (CASH) of the same window; negative when more was spent than came in. Of the quarter. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'FREE_CASH_FLOW'
  /** Net cash from operating activities; negative when cash went out. Of the quarter. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'OPERATING_CASH_FLOW'
  /** Total revenue. Of the quarter. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'REVENUE'
  /** Growth of revenue over the year, like for like. */
  | 'REVENUE_GROWTH_OVER_YEAR';

/** What the values of a series are counted in. */
export type SeriesUnit =
  /** A fraction: 0.15 is 15 %, or 15 percentage points where it is a change of a ratio. */
  | 'FRACTION'
  /** 100 in the base. */
  | 'INDEX'
  /** Whole units of the currency of the series. */
  | 'MONEY';

/** What a growth rate or a change looks back to: the quarter before, or the same quarter of the year before. */
export type Span =
  /** The quarter before. */
  | 'QUARTER'
  /** The same quarter of the year before. */
  | 'YEAR';

/** Names one company or one group. */
export type SubjectBy =
  {   /** One company, e.g. by its slug alibaba. */
  company: CompanyBy; group?: never; }
  |  { company?: never;   /** One group, e.g. by its slug china-hyperscalers, or any companies. */
  group: GroupBy; };

/** What became of a published statement. */
export type Verdict =
  /** The figure lies within 5 % of the printed one. */
  | 'APPROXIMATE'
  /** The figure lies further away; or the statement does not hold. */
  | 'CONTRADICTED'
  /** An input is not public, or what is spoken of is nothing that companies publish. */
  | 'NOT_CHECKABLE'
  /** The figure rounds to the printed one, or rounding of its inputs leaves that open; or the statement holds. */
  | 'REPRODUCED';

export type BreaksQueryVariables = Exact<{
  slugs: Array<string> | string;
  asOf?: string | null | undefined;
  currency?: Currency | null | undefined;
  capex: boolean;
  headline: boolean;
  cloudRevenue: boolean;
  revenue: boolean;
  depreciation: boolean;
  operatingCashFlow: boolean;
}>;


export type BreaksQuery = { companies: { nodes: Array<{ slug: string, name: string, newestCapex?: { capex: { definitions: Array<{ slug: string, description: string }> } } | null, newestHeadline?: { headline: { definitions: Array<{ slug: string, description: string }> } } | null, newestCloudRevenue?: { cloudRevenue: { definitions: Array<{ slug: string, description: string }> } } | null, newestDepreciation?: { depreciation: { definitions: Array<{ slug: string, description: string }> } } | null, quarters: { nodes: Array<{ calendarQuarter: string, CAPEX?: { amount: string | null, currency: Currency }, headline?: { definitions: Array<{ slug: string }> }, CLOUD_REVENUE?: { amount: string | null, currency: Currency }, REVENUE?: { amount: string | null, currency: Currency }, DEPRECIATION_AND_AMORTIZATION?: { amount: string | null, currency: Currency }, OPERATING_CASH_FLOW?: { amount: string | null, currency: Currency }, breaks: Array<{ concept: Concept, from: { slug: string }, to: { slug: string }, amountBefore: { value: number | null, amount: string | null, currency: Currency } }> }> } }> } };

export type AmountedFragment = { amount: string | null, currency: Currency };

export type DefinedFragment = { definitions: Array<{ slug: string, description: string }> };

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { dataset: { version: string, citation: string, importedAt: string, from: string, to: string, facts: number, sources: number }, groups: Array<{ slug: string | null, name: string, description: string, members: Array<{ slug: string }> }>, companies: { nodes: Array<{ slug: string, name: string, ticker: string | null, country: string, reportingCurrency: Currency, fiscalYearEndMonth: number }> } };

export type PublishedClaimsQueryVariables = Exact<{ [key: string]: never; }>;


export type PublishedClaimsQuery = { claims: Array<{ slug: string, statement: string, saidOn: string, published: number | null, publishedTo: number | null, computed: number | null, computedToday: number | null, unit: string, verdict: Verdict, finding: string, query: string, readings: Array<{ basis: string, isStated: boolean | null, computed: number | null, computedToday: number | null, unit: string, verdict: Verdict, substitute: string | null, query: string }>, source: { title: string, publisher: string, url: string | null } }> };

export type CompanyPageQueryVariables = Exact<{
  slug: string;
  currency?: Currency | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CompanyPageQuery = { company: { name: string, ticker: string | null, country: string, cik: string | null, reportingCurrency: Currency, fiscalYearEndMonth: number, guidance: Array<{ id: string, saidOn: string, periodStart: string | null, periodEnd: string | null, basis: string, low: string | null, high: string | null, currency: Currency, note: string | null, source: { title: string, url: string | null }, outcome: { explanation: string, amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> } | null }>, coverage: Array<{ concept: Concept, from: string | null, to: string | null, quarters: number, completeTo: string | null, gaps: Array<{ calendarQuarter: string, reason: GapReason }> }>, groups: Array<{ slug: string | null, name: string }>, quarters: { nodes: Array<{ calendarQuarter: string, fiscalLabel: string, periodEnd: string, publishedOn: string | null, revenue: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, cloudRevenue: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, capex: { amount: string | null, currency: Currency, quality: Quality | null, growth: { value: number | null, missing: Array<{ reason: GapReason }> }, missing: Array<{ reason: GapReason }> }, capexToRevenue: { value: number | null, missing: Array<{ reason: GapReason }> }, operatingCashFlow: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, freeCashFlow: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> } }> }, years: Array<{ label: string, lastQuarter: { periodEnd: string } | null, revenue: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, capex: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, freeCashFlow: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, capexToRevenue: { value: number | null, missing: Array<{ reason: GapReason }> } }> } | null };

export type DaysQueryVariables = Exact<{
  slugs?: Array<string> | string | null | undefined;
}>;


export type DaysQuery = { companies: { nodes: Array<{ quarters: { nodes: Array<{ publishedOn: string | null }> } }> } };

export type ShownFragment = { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> };

export type QuarterFiguresFragment = { revenue: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, cloudRevenue: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, capex: { amount: string | null, currency: Currency, quality: Quality | null, growth: { value: number | null, missing: Array<{ reason: GapReason }> }, missing: Array<{ reason: GapReason }> }, capexToRevenue: { value: number | null, missing: Array<{ reason: GapReason }> }, operatingCashFlow: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, freeCashFlow: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> } };

export type HeadlineQueryVariables = Exact<{
  baseline: GroupBy;
  challenger: GroupBy;
  asOf?: string | null | undefined;
}>;


export type HeadlineQuery = { comparison: { baseline: { name: string, members: Array<{ name: string }> }, challenger: { name: string, members: Array<{ name: string }> }, outgrowthRuns: Array<{ from: string, to: string, quarters: number, ongoing: boolean }>, latest: { calendarQuarter: string, growthLead: { points: number | null, baseline: { value: number | null }, challenger: { value: number | null } }, capexMultiple: { numerator: { growth: { value: number | null } }, denominator: { growth: { value: number | null } } } } | null, quarters: Array<{ calendarQuarter: string, growthLead: { challenger: { value: number | null } }, capexMultiple: { value: number | null, numerator: { amount: string | null, currency: Currency }, denominator: { amount: string | null, currency: Currency } } }> }, companies: { nodes: Array<{ latestQuarter: { facts: Array<{ publishedOn: string }> } | null }> } };

export type NewsQueryVariables = Exact<{
  asOf?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type NewsQuery = { quarters: { pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ calendarQuarter: string, company: { slug: string, name: string }, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, publishedOn: string, definition: { slug: string, description: string }, source: { id: string, title: string, url: string | null } }> }> } };

export type PeriodsQueryVariables = Exact<{
  subjects: Array<SubjectBy> | SubjectBy;
  measures: Array<MeasureBy> | MeasureBy;
  by: Period;
  asOf?: string | null | undefined;
}>;


export type PeriodsQuery = { series: { periods: Array<{ label: string }> } };

export type ScreenedQueryVariables = Exact<{
  where?: QuarterFilter | null | undefined;
  orderBy?: QuarterOrder | null | undefined;
  asOf?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type ScreenedQuery = { companies: { nodes: Array<{ latestQuarter: { id: string, calendarQuarter: string, company: { slug: string, name: string }, capex: { missing: Array<{ reason: GapReason }> }, capexToRevenue: { missing: Array<{ reason: GapReason }> }, capexToCloudRevenue: { missing: Array<{ reason: GapReason }> }, capexToOperatingCashFlow: { missing: Array<{ reason: GapReason }> }, capexToDepreciation: { missing: Array<{ reason: GapReason }> }, revenue: { missing: Array<{ reason: GapReason }> }, cloudRevenue: { missing: Array<{ reason: GapReason }> }, operatingCashFlow: { missing: Array<{ reason: GapReason }> }, freeCashFlow: { missing: Array<{ reason: GapReason }> }, depreciation: { missing: Array<{ reason: GapReason }> }, capexGrowthOverYear: { growth: { missing: Array<{ reason: GapReason }> } }, revenueGrowthOverYear: { growth: { missing: Array<{ reason: GapReason }> } }, capexToRevenueChangeOverYear: { change: { missing: Array<{ reason: GapReason }> } } } | null }> }, quarters: { totalCount: number, pageInfo: { endCursor: string | null, hasNextPage: boolean }, nodes: Array<{ id: string, calendarQuarter: string, periodEnd: string, publishedOn: string | null, company: { slug: string, name: string }, capexToCloudRevenue: { value: number | null, missing: Array<{ reason: GapReason }> }, capexToOperatingCashFlow: { value: number | null, missing: Array<{ reason: GapReason }> }, capexToDepreciation: { value: number | null, missing: Array<{ reason: GapReason }> }, depreciation: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, revenue: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, cloudRevenue: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, capex: { amount: string | null, currency: Currency, quality: Quality | null, growth: { value: number | null, missing: Array<{ reason: GapReason }> }, missing: Array<{ reason: GapReason }> }, capexToRevenue: { value: number | null, missing: Array<{ reason: GapReason }> }, operatingCashFlow: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> }, freeCashFlow: { amount: string | null, currency: Currency, quality: Quality | null, missing: Array<{ reason: GapReason }> } }> } };

export type JudgedFragment = { calendarQuarter: string, company: { slug: string, name: string }, capex: { missing: Array<{ reason: GapReason }> }, capexToRevenue: { missing: Array<{ reason: GapReason }> }, capexToCloudRevenue: { missing: Array<{ reason: GapReason }> }, capexToOperatingCashFlow: { missing: Array<{ reason: GapReason }> }, capexToDepreciation: { missing: Array<{ reason: GapReason }> }, revenue: { missing: Array<{ reason: GapReason }> }, cloudRevenue: { missing: Array<{ reason: GapReason }> }, operatingCashFlow: { missing: Array<{ reason: GapReason }> }, freeCashFlow: { missing: Array<{ reason: GapReason }> }, depreciation: { missing: Array<{ reason: GapReason }> }, capexGrowthOverYear: { growth: { missing: Array<{ reason: GapReason }> } }, revenueGrowthOverYear: { growth: { missing: Array<{ reason: GapReason }> } }, capexToRevenueChangeOverYear: { change: { missing: Array<{ reason: GapReason }> } } };

export type FractionFragment = { value: number | null, missing: Array<{ reason: GapReason }> };

export type SeriesQueryVariables = Exact<{
  subjects: Array<SubjectBy> | SubjectBy;
  measures: Array<MeasureBy> | MeasureBy;
  by: Period;
  from?: string | null | undefined;
  to?: string | null | undefined;
  currency?: Currency | null | undefined;
  asOf?: string | null | undefined;
  isFiscal?: boolean;
}>;


export type SeriesQuery = { series: { csv: string, periods: Array<{ label: string, end: string | null }>, series: Array<{ label: string, unit: SeriesUnit, currency: Currency | null, values: Array<number | null>, measures: Array<
        | { quality: Quality | null, yearFrom?: string, yearTo?: string, parts: Array<{ company: { slug: string }, amount: { value: number | null, quality: Quality | null, missing: Array<{ reason: GapReason }> } }>, missing: Array<{ reason: GapReason, calendarQuarter: string, company: { name: string } }>, excluded: Array<{ company: { name: string } }> }
        | { quality: Quality | null, to: { yearFrom?: string, yearTo?: string, excluded: Array<{ company: { name: string } }> }, missing: Array<{ reason: GapReason, calendarQuarter: string, company: { name: string } }> }
        | { quality: Quality | null, missing: Array<{ reason: GapReason, calendarQuarter: string, company: { name: string } }> }
        | { quality: Quality | null, to: { yearFrom?: string, yearTo?: string, excluded: Array<{ company: { name: string } }> }, missing: Array<{ reason: GapReason, calendarQuarter: string, company: { name: string } }> }
        | { quality: Quality | null, numerator: { yearFrom?: string, yearTo?: string, excluded: Array<{ company: { name: string } }> }, missing: Array<{ reason: GapReason, calendarQuarter: string, company: { name: string } }> }
        | { quality: Quality | null, ratio: { numerator: { yearFrom?: string, yearTo?: string, excluded: Array<{ company: { name: string } }> } }, missing: Array<{ reason: GapReason, calendarQuarter: string, company: { name: string } }> }
      > }> } };

export type LeftOutFragment = { yearFrom?: string, yearTo?: string, excluded: Array<{ company: { name: string } }> };

export type SourcesQueryVariables = Exact<{
  slugs: Array<string> | string;
  from?: string | null | undefined;
  to?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type SourcesQuery = { companies: { nodes: Array<{ slug: string, name: string, quarters: { nodes: Array<{ facts: Array<{ concept: Concept, publishedOn: string, source: { id: string, title: string, url: string | null } }> }> } }> } };

export type WorkingQueryVariables = Exact<{
  subjects: Array<SubjectBy> | SubjectBy;
  measures: Array<MeasureBy> | MeasureBy;
  by: Period;
  from?: string | null | undefined;
  to?: string | null | undefined;
  currency?: Currency | null | undefined;
  asOf?: string | null | undefined;
}>;


export type WorkingQuery = { series: { periods: Array<{ label: string }>, series: Array<{ label: string, unit: SeriesUnit, currency: Currency | null, values: Array<number | null>, measures: Array<
        | { __typename: 'Amount', explanation: string, quality: Quality | null, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, parts: Array<{ company: { slug: string, name: string }, amount: { amount: string | null, currency: Currency } }>, bounds: { low: number, high: number } | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason, company: { name: string } }>, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }
        | { __typename: 'Growth', explanation: string, quality: Quality | null, from: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, to: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, bounds: { low: number, high: number } | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason, company: { name: string } }> }
        | { __typename: 'GrowthLead', explanation: string, quality: Quality | null, bounds: { low: number, high: number } | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason, company: { name: string } }> }
        | { __typename: 'IndexNumber', explanation: string, quality: Quality | null, from: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, to: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, bounds: { low: number, high: number } | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason, company: { name: string } }> }
        | { __typename: 'Ratio', explanation: string, quality: Quality | null, numerator: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, denominator: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, bounds: { low: number, high: number } | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason, company: { name: string } }> }
        | { __typename: 'RatioChange', explanation: string, quality: Quality | null, fromRatio: { explanation: string, numerator: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, denominator: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> } }, toRatio: { explanation: string, numerator: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> }, denominator: { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> } }, bounds: { low: number, high: number } | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason, company: { name: string } }> }
      > }> } };

export type WorkingAmountFragment = { explanation: string, amount: string | null, currency: Currency, yearFrom: string, yearTo: string, excluded: Array<{ reason: GapReason, company: { name: string } }>, definitions: Array<{ slug: string, description: string }>, exchangeRates: Array<{ calendarQuarter: string, base: Currency, quote: Currency, average: string, source: { title: string, url: string | null } }>, facts: Array<{ id: string, concept: Concept, amount: string, currency: Currency, periodStart: string, periodEnd: string, publishedOn: string, locator: string | null, note: string | null, quality: Quality, definition: { slug: string }, quarter: { company: { name: string } }, source: { title: string, publisher: string, url: string | null } }>, vintages: Array<{ validFrom: string, validTo: string | null, amount: { amount: string | null } }> };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const AmountedFragmentDoc = new TypedDocumentString(`
    fragment Amounted on Amount {
  amount
  currency
}
    `, {"fragmentName":"Amounted"}) as unknown as TypedDocumentString<AmountedFragment, unknown>;
export const DefinedFragmentDoc = new TypedDocumentString(`
    fragment Defined on Amount {
  definitions {
    slug
    description
  }
}
    `, {"fragmentName":"Defined"}) as unknown as TypedDocumentString<DefinedFragment, unknown>;
export const ShownFragmentDoc = new TypedDocumentString(`
    fragment Shown on Amount {
  amount
  currency
  quality
  missing {
    reason
  }
}
    `, {"fragmentName":"Shown"}) as unknown as TypedDocumentString<ShownFragment, unknown>;
export const QuarterFiguresFragmentDoc = new TypedDocumentString(`
    fragment QuarterFigures on Quarter {
  revenue {
    ...Shown
  }
  cloudRevenue {
    ...Shown
  }
  capex {
    ...Shown
    growth(over: YEAR) {
      value
      missing {
        reason
      }
    }
  }
  capexToRevenue {
    value
    missing {
      reason
    }
  }
  operatingCashFlow {
    ...Shown
  }
  freeCashFlow {
    ...Shown
  }
}
    fragment Shown on Amount {
  amount
  currency
  quality
  missing {
    reason
  }
}`, {"fragmentName":"QuarterFigures"}) as unknown as TypedDocumentString<QuarterFiguresFragment, unknown>;
export const JudgedFragmentDoc = new TypedDocumentString(`
    fragment Judged on Quarter {
  calendarQuarter
  company {
    slug
    name
  }
  capex {
    missing {
      reason
    }
  }
  capexToRevenue {
    missing {
      reason
    }
  }
  capexToCloudRevenue {
    missing {
      reason
    }
  }
  capexToOperatingCashFlow {
    missing {
      reason
    }
  }
  capexToDepreciation {
    missing {
      reason
    }
  }
  revenue {
    missing {
      reason
    }
  }
  cloudRevenue {
    missing {
      reason
    }
  }
  operatingCashFlow {
    missing {
      reason
    }
  }
  freeCashFlow {
    missing {
      reason
    }
  }
  depreciation {
    missing {
      reason
    }
  }
  capexGrowthOverYear: capex {
    growth(over: YEAR) {
      missing {
        reason
      }
    }
  }
  revenueGrowthOverYear: revenue {
    growth(over: YEAR) {
      missing {
        reason
      }
    }
  }
  capexToRevenueChangeOverYear: capexToRevenue {
    change(over: YEAR) {
      missing {
        reason
      }
    }
  }
}
    `, {"fragmentName":"Judged"}) as unknown as TypedDocumentString<JudgedFragment, unknown>;
export const FractionFragmentDoc = new TypedDocumentString(`
    fragment Fraction on Ratio {
  value
  missing {
    reason
  }
}
    `, {"fragmentName":"Fraction"}) as unknown as TypedDocumentString<FractionFragment, unknown>;
export const LeftOutFragmentDoc = new TypedDocumentString(`
    fragment LeftOut on Amount {
  yearFrom: from @include(if: $isFiscal)
  yearTo: to @include(if: $isFiscal)
  excluded {
    company {
      name
    }
  }
}
    `, {"fragmentName":"LeftOut"}) as unknown as TypedDocumentString<LeftOutFragment, unknown>;
export const WorkingAmountFragmentDoc = new TypedDocumentString(`
    fragment WorkingAmount on Amount {
  explanation
  yearFrom: from
  yearTo: to
  amount
  currency
  excluded {
    company {
      name
    }
    reason
  }
  definitions {
    slug
    description
  }
  exchangeRates {
    calendarQuarter
    base
    quote
    average
    source {
      title
      url
    }
  }
  facts {
    id
    concept
    amount
    currency
    periodStart
    periodEnd
    publishedOn
    locator
    note
    quality
    definition {
      slug
    }
    quarter {
      company {
        name
      }
    }
    source {
      title
      publisher
      url
    }
  }
  vintages {
    validFrom
    validTo
    amount {
      amount
    }
  }
}
    `, {"fragmentName":"WorkingAmount"}) as unknown as TypedDocumentString<WorkingAmountFragment, unknown>;
export const BreaksDocument = new TypedDocumentString(`
    query Breaks($slugs: [String!]!, $asOf: Date, $currency: Currency, $capex: Boolean!, $headline: Boolean!, $cloudRevenue: Boolean!, $revenue: Boolean!, $depreciation: Boolean!, $operatingCashFlow: Boolean!) {
  companies(where: {slugs: $slugs}) {
    nodes {
      slug
      name
      newestCapex: latestQuarter(having: [CAPEX], asOf: $asOf) @include(if: $capex) {
        capex {
          ...Defined
        }
      }
      newestHeadline: latestQuarter(having: [CAPEX], asOf: $asOf) @include(if: $headline) {
        headline: capex(basis: HEADLINE) {
          ...Defined
        }
      }
      newestCloudRevenue: latestQuarter(having: [CLOUD_REVENUE], asOf: $asOf) @include(if: $cloudRevenue) {
        cloudRevenue {
          ...Defined
        }
      }
      newestDepreciation: latestQuarter(having: [DEPRECIATION], asOf: $asOf) @include(if: $depreciation) {
        depreciation {
          ...Defined
        }
      }
      quarters(asOf: $asOf, currency: $currency) {
        nodes {
          calendarQuarter
          CAPEX: capex @include(if: $capex) {
            ...Amounted
          }
          headline: capex(basis: HEADLINE) @include(if: $headline) {
            definitions {
              slug
            }
          }
          CLOUD_REVENUE: cloudRevenue @include(if: $cloudRevenue) {
            ...Amounted
          }
          REVENUE: revenue @include(if: $revenue) {
            ...Amounted
          }
          DEPRECIATION_AND_AMORTIZATION: depreciation @include(if: $depreciation) {
            ...Amounted
          }
          OPERATING_CASH_FLOW: operatingCashFlow @include(if: $operatingCashFlow) {
            ...Amounted
          }
          breaks {
            concept
            from {
              slug
            }
            to {
              slug
            }
            amountBefore {
              ...Amounted
              value
            }
          }
        }
      }
    }
  }
}
    fragment Amounted on Amount {
  amount
  currency
}
fragment Defined on Amount {
  definitions {
    slug
    description
  }
}`) as unknown as TypedDocumentString<BreaksQuery, BreaksQueryVariables>;
export const CatalogueDocument = new TypedDocumentString(`
    query Catalogue {
  dataset {
    version
    citation
    importedAt
    from
    to
    facts
    sources
  }
  groups {
    slug
    name
    description
    members {
      slug
    }
  }
  companies {
    nodes {
      slug
      name
      ticker
      country
      reportingCurrency
      fiscalYearEndMonth
    }
  }
}
    `) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
export const PublishedClaimsDocument = new TypedDocumentString(`
    query PublishedClaims {
  claims {
    slug
    statement
    saidOn
    published
    publishedTo
    computed
    computedToday
    unit
    verdict
    finding
    query
    readings {
      basis
      isStated
      computed
      computedToday
      unit
      verdict
      substitute
      query
    }
    source {
      title
      publisher
      url
    }
  }
}
    `) as unknown as TypedDocumentString<PublishedClaimsQuery, PublishedClaimsQueryVariables>;
export const CompanyPageDocument = new TypedDocumentString(`
    query CompanyPage($slug: String!, $currency: Currency, $asOf: Date) {
  company(by: {slug: $slug}) {
    name
    ticker
    country
    cik
    reportingCurrency
    fiscalYearEndMonth
    guidance(asOf: $asOf) {
      id
      saidOn
      periodStart
      periodEnd
      basis
      low
      high
      currency
      note
      source {
        title
        url
      }
      outcome(asOf: $asOf) {
        ...Shown
        explanation
      }
    }
    coverage {
      concept
      from
      to
      quarters
      completeTo
      gaps {
        calendarQuarter
        reason
      }
    }
    groups {
      slug
      name
    }
    quarters(currency: $currency, asOf: $asOf) {
      nodes {
        calendarQuarter
        fiscalLabel
        periodEnd
        publishedOn
        ...QuarterFigures
      }
    }
    years(currency: $currency, asOf: $asOf) {
      label
      lastQuarter {
        periodEnd
      }
      revenue {
        ...Shown
      }
      capex {
        ...Shown
      }
      freeCashFlow {
        ...Shown
      }
      capexToRevenue: ratio(of: CAPEX, to: REVENUE) {
        value
        missing {
          reason
        }
      }
    }
  }
}
    fragment Shown on Amount {
  amount
  currency
  quality
  missing {
    reason
  }
}
fragment QuarterFigures on Quarter {
  revenue {
    ...Shown
  }
  cloudRevenue {
    ...Shown
  }
  capex {
    ...Shown
    growth(over: YEAR) {
      value
      missing {
        reason
      }
    }
  }
  capexToRevenue {
    value
    missing {
      reason
    }
  }
  operatingCashFlow {
    ...Shown
  }
  freeCashFlow {
    ...Shown
  }
}`) as unknown as TypedDocumentString<CompanyPageQuery, CompanyPageQueryVariables>;
export const DaysDocument = new TypedDocumentString(`
    query Days($slugs: [String!]) {
  companies(where: {slugs: $slugs}) {
    nodes {
      quarters {
        nodes {
          publishedOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DaysQuery, DaysQueryVariables>;
export const HeadlineDocument = new TypedDocumentString(`
    query Headline($baseline: GroupBy!, $challenger: GroupBy!, $asOf: Date) {
  comparison(baseline: $baseline, challenger: $challenger, asOf: $asOf) {
    baseline {
      name
      members {
        name
      }
    }
    challenger {
      name
      members {
        name
      }
    }
    outgrowthRuns {
      from
      to
      quarters
      ongoing
    }
    latest {
      calendarQuarter
      growthLead {
        points
        baseline {
          value
        }
        challenger {
          value
        }
      }
      capexMultiple(window: TRAILING_TWELVE_MONTHS) {
        numerator {
          growth(over: YEAR) {
            value
          }
        }
        denominator {
          growth(over: YEAR) {
            value
          }
        }
      }
    }
    quarters {
      calendarQuarter
      growthLead {
        challenger {
          value
        }
      }
      capexMultiple(window: TRAILING_TWELVE_MONTHS) {
        value
        numerator {
          amount
          currency
        }
        denominator {
          amount
          currency
        }
      }
    }
  }
  companies {
    nodes {
      latestQuarter(asOf: $asOf) {
        facts {
          publishedOn
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<HeadlineQuery, HeadlineQueryVariables>;
export const NewsDocument = new TypedDocumentString(`
    query News($asOf: Date, $after: String) {
  quarters(
    orderBy: {field: CALENDAR_QUARTER}
    first: 70
    after: $after
    asOf: $asOf
  ) {
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      calendarQuarter
      company {
        slug
        name
      }
      facts {
        id
        concept
        amount
        currency
        publishedOn
        definition {
          slug
          description
        }
        source {
          id
          title
          url
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<NewsQuery, NewsQueryVariables>;
export const PeriodsDocument = new TypedDocumentString(`
    query Periods($subjects: [SubjectBy!]!, $measures: [MeasureBy!]!, $by: Period!, $asOf: Date) {
  series(subjects: $subjects, measures: $measures, by: $by, asOf: $asOf) {
    periods {
      label
    }
  }
}
    `) as unknown as TypedDocumentString<PeriodsQuery, PeriodsQueryVariables>;
export const ScreenedDocument = new TypedDocumentString(`
    query Screened($where: QuarterFilter, $orderBy: QuarterOrder, $asOf: Date, $after: String) {
  companies {
    nodes {
      latestQuarter(asOf: $asOf, currency: USD) {
        id
        ...Judged
      }
    }
  }
  quarters(
    where: $where
    orderBy: $orderBy
    currency: USD
    asOf: $asOf
    first: 100
    after: $after
  ) {
    totalCount
    pageInfo {
      endCursor
      hasNextPage
    }
    nodes {
      id
      calendarQuarter
      periodEnd
      publishedOn
      company {
        slug
        name
      }
      ...QuarterFigures
      capexToCloudRevenue {
        ...Fraction
      }
      capexToOperatingCashFlow {
        ...Fraction
      }
      capexToDepreciation {
        ...Fraction
      }
      depreciation {
        ...Shown
      }
    }
  }
}
    fragment Shown on Amount {
  amount
  currency
  quality
  missing {
    reason
  }
}
fragment QuarterFigures on Quarter {
  revenue {
    ...Shown
  }
  cloudRevenue {
    ...Shown
  }
  capex {
    ...Shown
    growth(over: YEAR) {
      value
      missing {
        reason
      }
    }
  }
  capexToRevenue {
    value
    missing {
      reason
    }
  }
  operatingCashFlow {
    ...Shown
  }
  freeCashFlow {
    ...Shown
  }
}
fragment Judged on Quarter {
  calendarQuarter
  company {
    slug
    name
  }
  capex {
    missing {
      reason
    }
  }
  capexToRevenue {
    missing {
      reason
    }
  }
  capexToCloudRevenue {
    missing {
      reason
    }
  }
  capexToOperatingCashFlow {
    missing {
      reason
    }
  }
  capexToDepreciation {
    missing {
      reason
    }
  }
  revenue {
    missing {
      reason
    }
  }
  cloudRevenue {
    missing {
      reason
    }
  }
  operatingCashFlow {
    missing {
      reason
    }
  }
  freeCashFlow {
    missing {
      reason
    }
  }
  depreciation {
    missing {
      reason
    }
  }
  capexGrowthOverYear: capex {
    growth(over: YEAR) {
      missing {
        reason
      }
    }
  }
  revenueGrowthOverYear: revenue {
    growth(over: YEAR) {
      missing {
        reason
      }
    }
  }
  capexToRevenueChangeOverYear: capexToRevenue {
    change(over: YEAR) {
      missing {
        reason
      }
    }
  }
}
fragment Fraction on Ratio {
  value
  missing {
    reason
  }
}`) as unknown as TypedDocumentString<ScreenedQuery, ScreenedQueryVariables>;
export const SeriesDocument = new TypedDocumentString(`
    query Series($subjects: [SubjectBy!]!, $measures: [MeasureBy!]!, $by: Period!, $from: CalendarQuarter, $to: CalendarQuarter, $currency: Currency, $asOf: Date, $isFiscal: Boolean! = false) {
  series(
    subjects: $subjects
    measures: $measures
    by: $by
    from: $from
    to: $to
    currency: $currency
    asOf: $asOf
  ) {
    csv
    periods {
      label
      end
    }
    series {
      label
      unit
      currency
      values
      measures {
        quality
        missing {
          company {
            name
          }
          reason
          calendarQuarter
        }
        ... on Amount {
          ...LeftOut
          parts {
            company {
              slug
            }
            amount {
              value
              quality
              missing {
                reason
              }
            }
          }
        }
        ... on Growth {
          to {
            ...LeftOut
          }
        }
        ... on IndexNumber {
          to {
            ...LeftOut
          }
        }
        ... on Ratio {
          numerator {
            ...LeftOut
          }
        }
        ... on RatioChange {
          ratio: to {
            numerator {
              ...LeftOut
            }
          }
        }
      }
    }
  }
}
    fragment LeftOut on Amount {
  yearFrom: from @include(if: $isFiscal)
  yearTo: to @include(if: $isFiscal)
  excluded {
    company {
      name
    }
  }
}`) as unknown as TypedDocumentString<SeriesQuery, SeriesQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources($slugs: [String!]!, $from: CalendarQuarter, $to: CalendarQuarter, $asOf: Date) {
  companies(where: {slugs: $slugs}) {
    nodes {
      slug
      name
      quarters(asOf: $asOf, from: $from, to: $to) {
        nodes {
          facts {
            concept
            publishedOn
            source {
              id
              title
              url
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const WorkingDocument = new TypedDocumentString(`
    query Working($subjects: [SubjectBy!]!, $measures: [MeasureBy!]!, $by: Period!, $from: CalendarQuarter, $to: CalendarQuarter, $currency: Currency, $asOf: Date) {
  series(
    subjects: $subjects
    measures: $measures
    by: $by
    from: $from
    to: $to
    currency: $currency
    asOf: $asOf
  ) {
    periods {
      label
    }
    series {
      label
      unit
      currency
      values
      measures {
        __typename
        explanation
        quality
        bounds {
          low
          high
        }
        missing {
          company {
            name
          }
          concept
          calendarQuarter
          reason
        }
        ... on Amount {
          ...WorkingAmount
          parts {
            company {
              slug
              name
            }
            amount {
              amount
              currency
            }
          }
        }
        ... on Growth {
          from {
            ...WorkingAmount
          }
          to {
            ...WorkingAmount
          }
        }
        ... on IndexNumber {
          from {
            ...WorkingAmount
          }
          to {
            ...WorkingAmount
          }
        }
        ... on Ratio {
          numerator {
            ...WorkingAmount
          }
          denominator {
            ...WorkingAmount
          }
        }
        ... on RatioChange {
          fromRatio: from {
            explanation
            numerator {
              ...WorkingAmount
            }
            denominator {
              ...WorkingAmount
            }
          }
          toRatio: to {
            explanation
            numerator {
              ...WorkingAmount
            }
            denominator {
              ...WorkingAmount
            }
          }
        }
      }
    }
  }
}
    fragment WorkingAmount on Amount {
  explanation
  yearFrom: from
  yearTo: to
  amount
  currency
  excluded {
    company {
      name
    }
    reason
  }
  definitions {
    slug
    description
  }
  exchangeRates {
    calendarQuarter
    base
    quote
    average
    source {
      title
      url
    }
  }
  facts {
    id
    concept
    amount
    currency
    periodStart
    periodEnd
    publishedOn
    locator
    note
    quality
    definition {
      slug
    }
    quarter {
      company {
        name
      }
    }
    source {
      title
      publisher
      url
    }
  }
  vintages {
    validFrom
    validTo
    amount {
      amount
    }
  }
}`) as unknown as TypedDocumentString<WorkingQuery, WorkingQueryVariables>;