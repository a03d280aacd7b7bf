import type { Fraction, Points } from '../units.ts';
import type { DocumentText } from '../typed-document.ts';
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
  id: string; slug?: never; ticker?: never; }
  |  { cik?: never; id?: never;   /** E.g. alibaba. */
  slug: string; ticker?: never; }
  |  { cik?: never; id?: never; slug?: never;   /** Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too. */
  ticker: string; };

/** Keeps the companies that meet every condition given. */
export type CompanyFilter = {
  /** In one of these countries, ISO 3166-1 alpha-2. */
  countries?: Array<string> | null | undefined;
  /** In this group, by its slug; a slug of none is refused. */
  group?: string | null | undefined;
  /** With this text in the name, slug or ticker, or in another name or ticker, in capitals or not. */
  search?: string | null | undefined;
  /** One of these companies, by slug. A slug of none is refused. */
  slugs?: Array<string> | null | undefined;
};

/** An order of companies. */
export type CompanyOrder = {
  /** Which way. */
  direction?: OrderDirection;
  /** What to order by. */
  field: CompanyOrderField;
};

/** What companies can be ordered by. */
export type CompanyOrderField =
  /** The country code, then the name. */
  | 'COUNTRY'
  /** Capital expenditures (CASH) of the latest quarter that has them, in US dollars; companies without come last. */
  | 'LATEST_CAPEX_USD'
  /** The name. */
  | 'NAME';

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

/** What sort of document a source is. */
export type SourceKind =
  /** A collection of figures, e.g. exchange rates. */
  | 'DATASET'
  /** A calculation of somebody other than the company. */
  | 'ESTIMATE'
  /** A filing with a regulator, e.g. a 10-Q or a 6-K. */
  | 'FILING'
  /** An article that quotes the figures. */
  | 'NEWS'
  /** The company's own announcement. */
  | 'PRESS_RELEASE';

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

/** Whose year a year is. */
export type YearKind =
  /** The calendar year. */
  | 'CALENDAR'
  /** The company's fiscal year. */
  | 'FISCAL';

/** A figure as one document printed it, in whole units of the currency that was printed. */
export type ReportedFigureFragment = {
  /** Global id, of the fact as of the date that it was asked for. */
  id: string;
  /** What was measured. */
  concept: Concept;
  /** What the concept means in this series. */
  definition: {
    /**
     * The definition's short name, or the tag of a taxonomy that figures stand under, e.g. us-gaap:Revenues.
     */
    slug: string;
    /** What it takes in, for a reader. */
    description: string;
  };
  /** First day of the period that the figure covers. */
  periodStart: string;
  /** Last day of the period that the figure covers. */
  periodEnd: string;
  /** Exact, in whole units of `currency` unless `in` says otherwise. */
  amount: string;
  /** The currency that the document printed; facts are never converted. */
  currency: Currency;
  /** How the figure came about. */
  quality: Quality;
  /** The day on which the figure became public. */
  publishedOn: string;
  /** Where in the document: an XBRL tag, a page, a table; null when it was not noted. */
  locator: string | null;
  /** The document that printed it. */
  source: {
    /** Global id. */
    id: string;
    /** The document's title. */
    title: string;
    /** Who published the document. */
    publisher: string;
    /** Where the document can be read; null when it is not online. */
    url: string | null;
    /**
     * The day on which the document became public; null when only its period is known, or for a dataset that keeps growing.
     */
    publishedOn: string | null;
  };
};

/** One calendar quarter of two groups. */
export type ComparedFiguresFragment = {
  /** The quarter that is compared. */
  calendarQuarter: string;
  /**
   * The challenger's growth of capital expenditures less the baseline's, over the quarter or the year.
   */
  growthLead: {
    /**
     * A fraction: 0.40 when the challenger grew by 60 % and the baseline by 20 %. Negative when the baseline grew faster.
     */
    value: Fraction | null;
    /** The same in percentage points: 40. */
    points: Points | null;
    /** Each input that the value lacks, and why; empty exactly when there is a value. */
    missing: Array<MissingInputFragment>;
  };
  /**
   * Capital expenditures, baseline over challenger: 6.5 means that the baseline spends 6.5 times as much.
   * Asked for with `window: TRAILING_TWELVE_MONTHS`.
   */
  capexMultiple: {
    /** How the value came about, in words and figures, with the definitions that it is in. */
    explanation: string;
  } & FractionFragment;
  /** The baseline's quarter; null when no figure of it is known. */
  baseline: GroupQuarterFiguresFragment | null;
  /** The challenger's quarter; null when no figure of it is known. */
  challenger: GroupQuarterFiguresFragment | null;
};

/**
 * An amount in whole units of its currency: `amount` is exact, `value` is the same as a double.
 * Where it is null, `missing` says which inputs it lacks and why. A group's leaves out the members
 * that are known not to publish it, which are in `excluded`.
 */
export type MoneyFragment = {
  /**
   * Exact, in whole units of the currency unless `in` says otherwise; a converted amount is rounded to cents. Null where an input is missing.
   */
  amount: string | null;
  /**
   * The same as a double, for charts: in whole units of the currency unless `in` says otherwise. Null where an input is missing.
   */
  value: number | null;
  /** The currency that the amount is in. */
  currency: Currency;
  /** The weakest quality of its inputs. Null exactly when the value is. */
  quality: Quality | null;
  /** Each input that the value lacks, and why; empty exactly when there is a value. */
  missing: Array<MissingInputFragment>;
  /**
   * What a group's members are known not to publish, for which the sum leaves them out; empty for a company's amount.
   */
  excluded: Array<{
    /** Whose figure is lacking. */
    company: {
      /** Global id. */
      id: string;
      /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
      slug: string;
      /** The company's name as readers know it. */
      name: string;
    };
  }>;
};

/**
 * A growth rate, as a fraction: 0.57 is +57 %, negative for a decline. Where it is null, `missing`
 * says why.
 */
export type GrowthRateFragment = {
  /** A fraction: 0.57 is +57 %, negative for a decline. */
  value: Fraction | null;
  /** Each input that the value lacks, and why; empty exactly when there is a value. */
  missing: Array<MissingInputFragment>;
};

/** A ratio, as a fraction: 1.21 is 121 %. Where it is null, `missing` says why. */
export type FractionFragment = {
  /**
   * A fraction: 1.21 is 121 %; negative when what is divided is. Null, NOT_MEANINGFUL, over zero or less.
   */
  value: Fraction | null;
  /** Each input that the value lacks, and why; empty exactly when there is a value. */
  missing: Array<MissingInputFragment>;
};

/** An input that a value lacks, and why. */
export type MissingInputFragment = {
  /** Whose figure is lacking. */
  company: {
    /** Global id. */
    id: string;
    /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
    slug: string;
    /** The company's name as readers know it. */
    name: string;
  };
  /** What is lacking. */
  concept: Concept;
  /** The quarter that it is lacking for. */
  calendarQuarter: string;
  /** Why it is lacking. */
  reason: GapReason;
};

/**
 * The figures of one quarter, of a company or a group. Capital expenditures (`capex`) are purchases
 * of property and equipment, positive when money is spent; `capexTrailing` are those of the twelve
 * months up to the quarter's end.
 */
export type GroupQuarterFiguresFragment = {
  /** A fiscal quarter takes the calendar quarter that its middle lies in, or nearest to. */
  calendarQuarter: string;
  /** The currency of every amount below. */
  currency: Currency;
  /** Total revenue. */
  revenue: MoneyFragment;
  /**
   * Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts.
   */
  cloudRevenue: MoneyFragment;
  /** Capital expenditures; positive when money is spent. */
  capex: {
    /**
     * Growth over `count` quarters or years, in this currency, like for like: all quarters in one definition. NOT_MEANINGFUL from zero or less, and over QUARTER of a year-to-date or `since` window, or of a year.
     * Asked for with `over: QUARTER`.
     */
    overTheQuarter: GrowthRateFragment;
    /**
     * Growth over `count` quarters or years, in this currency, like for like: all quarters in one definition. NOT_MEANINGFUL from zero or less, and over QUARTER of a year-to-date or `since` window, or of a year.
     * Asked for with `over: YEAR`.
     */
    overTheYear: GrowthRateFragment;
  } & MoneyFragment;
  /**
   * Capital expenditures; positive when money is spent.
   * Asked for with `window: TRAILING_TWELVE_MONTHS`.
   */
  capexTrailing: MoneyFragment;
  /** Capital expenditures over total revenue. */
  capexToRevenue: FractionFragment;
  /** Capital expenditures, the whole company's, over cloud revenue. */
  capexToCloudRevenue: FractionFragment;
};

/**
 * The figures of one quarter, of a company or a group. Capital expenditures (`capex`) are purchases
 * of property and equipment, positive when money is spent; `capexTrailing` are those of the twelve
 * months up to the quarter's end.
 */
export type QuarterFiguresFragment = {
  /** A fiscal quarter takes the calendar quarter that its middle lies in, or nearest to. */
  calendarQuarter: string;
  /** The currency of every amount below. */
  currency: Currency;
  /** Total revenue. */
  revenue: MoneyFragment;
  /**
   * Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts.
   */
  cloudRevenue: MoneyFragment;
  /** Capital expenditures; positive when money is spent. */
  capex: {
    /**
     * Growth over `count` quarters or years, in this currency, like for like: all quarters in one definition. NOT_MEANINGFUL from zero or less, and over QUARTER of a year-to-date or `since` window, or of a year.
     * Asked for with `over: QUARTER`.
     */
    overTheQuarter: GrowthRateFragment;
    /**
     * Growth over `count` quarters or years, in this currency, like for like: all quarters in one definition. NOT_MEANINGFUL from zero or less, and over QUARTER of a year-to-date or `since` window, or of a year.
     * Asked for with `over: YEAR`.
     */
    overTheYear: GrowthRateFragment;
  } & MoneyFragment;
  /**
   * Capital expenditures; positive when money is spent.
   * Asked for with `window: TRAILING_TWELVE_MONTHS`.
   */
  capexTrailing: MoneyFragment;
  /** Capital expenditures over total revenue. */
  capexToRevenue: FractionFragment;
  /** Capital expenditures, the whole company's, over cloud revenue. */
  capexToCloudRevenue: FractionFragment;
};

/** The variables of the query `Changes`. */
export type ChangesQueryVariables = {
  /** The next n changes, 0 to 100. Default: 100. */
  first?: number | null | undefined;
  /**
   * Only changes after the one with this cursor. The last cursor that was read is all that a follower keeps: it holds for ever on this database.
   */
  after?: string | null | undefined;
  /** Only facts of this company, by its slug. */
  company?: string | null | undefined;
};

/** The answer to the query `Changes`. */
export type ChangesQuery = {
  /**
   * Facts in the order in which the dataset got them, from the one after a cursor on: replaying them all rebuilds it. What a later import adds to the `note`, `locator` or `roundedTo` of a fact that was there is no change of its own: the fact has it where it stands.
   */
  changes: {
    /** The items of the page. */
    nodes: Array<{
      /** When this database got it; `publishedOn` of the fact says when it became public. */
      recordedAt: string;
      /** The fact. */
      fact: ReportedFigureFragment;
      /** The fact of the same period and definition whose place it took, if any. */
      supersedes: ReportedFigureFragment | null;
    }>;
    /** Where the page lies in the connection. */
    pageInfo: {
      /** Whether items follow the page. */
      hasNextPage: boolean;
      /** Cursor of the last item; null on an empty page. */
      endCursor: string | null;
    };
  };
};

/** The variables of the query `Claims`. */
export type ClaimsQueryVariables = {
  /** Only claims of this document: the id of its `Source`, or its slug. */
  source?: string | null | undefined;
  /**
   * Only claims with this text, in any letter case, in their statement or in the title or the publisher of their document.
   */
  search?: string | null | undefined;
  /** Only the newest n of them, 0 or more. */
  first?: number | null | undefined;
};

/** The answer to the query `Claims`. */
export type ClaimsQuery = {
  /**
   * Published statements about the figures, each worked out again from the filings; the newest first.
   */
  claims: Array<{
    /** Global id. */
    id: string;
    /** Short name of the claim, e.g. alibaba-growth. */
    slug: string;
    /** The statement, in our own words, with the basis that it states. */
    statement: string;
    /** The day on which it was said. */
    saidOn: string;
    /**
     * The figure as published, in `unit`; null for a claim without one. Of a range, its lower end.
     */
    published: number | null;
    /** The upper end of a published range, in `unit`; null for any other claim. */
    publishedTo: number | null;
    /**
     * The figure from the filings, as known on the day of the claim: of the stated reading, or of the best one where the source states none.
     */
    computed: number | null;
    /** The same with everything known today. */
    computedToday: number | null;
    /** The unit of its figures, e.g. %, percentage points, times or USD bn. */
    unit: string;
    /** What became of it in that reading, by what was known on its day. */
    verdict: Verdict;
    /** What reproduces it, or why nothing does, and what has changed since; sentences to print. */
    finding: string;
    /**
     * A GraphQL document, runnable as it stands, that is the working of that reading. With null for `$asOf` it answers by everything known today.
     */
    query: string;
    /** Every way in which the statement can be read, the stated one first. */
    readings: Array<{
      /** What distinguishes it, e.g. over the year. */
      basis: string;
      /** Whether the source states this basis; null where it leaves it open. */
      isStated: boolean | null;
      /** The figure from the filings in `unit`, as known on the day of the claim. */
      computed: number | null;
      /** The same with everything known today. */
      computedToday: number | null;
      /**
       * What the rounding of its inputs leaves open on the day of the claim, in `unit`; null where the reading does not say.
       */
      bounds: {
        /** No less than this; at most the value. */
        low: number;
        /** No more than this; at least the value. */
        high: number;
      } | null;
      /** The unit of its figures: the claim's, unless it measures something else. */
      unit: string;
      /** What becomes of the claim in this reading, by what was known on its day. */
      verdict: Verdict;
      /** The same by everything known today. */
      verdictToday: Verdict;
      /**
       * A GraphQL document, runnable as it stands, that is the working. With null for `$asOf` it answers by everything known today.
       */
      query: string;
    }>;
    /** The document that made it. */
    source: {
      /** Global id. */
      id: string;
      /** The document's title. */
      title: string;
      /** Who published the document. */
      publisher: string;
      /**
       * The day on which the document became public; null when only its period is known, or for a dataset that keeps growing.
       */
      publishedOn: string | null;
      /** Where the document can be read; null when it is not online. */
      url: string | null;
    };
  }>;
};

/** The variables of the query `Companies`. */
export type CompaniesQueryVariables = {
  /** Which companies. Default: all. */
  where?: CompanyFilter | null | undefined;
  /** Their order. Default: by name. */
  orderBy?: CompanyOrder | null | undefined;
  /** The first n items, 0 to 100. Default: 100. */
  first?: number | null | undefined;
  /** Only items after the one with this cursor. */
  after?: string | null | undefined;
};

/** The answer to the query `Companies`. */
export type CompaniesQuery = {
  /** Companies, by name unless `orderBy` says otherwise. */
  companies: {
    /** The items of the page. */
    nodes: Array<{
      /** Global id. */
      id: string;
      /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
      slug: string;
      /** The company's name as readers know it. */
      name: string;
      /**
       * Ticker symbol of the main listing, e.g. MSFT or 0700.HK; null when the shares are not listed.
       */
      ticker: string | null;
      /** Country of the headquarters, ISO 3166-1 alpha-2, e.g. US or CN. */
      country: string;
      /**
       * The currency that the company reports in; amounts are in it unless another currency is asked for.
       */
      reportingCurrency: Currency;
      /** The month in which the fiscal year ends, 1 to 12: 6 for Microsoft, 3 for Alibaba. */
      fiscalYearEndMonth: number;
      /**
       * Central index key at the SEC, ten digits with leading zeros; null for a company that files nothing there.
       */
      cik: string | null;
    }>;
    /** Where the page lies in the connection. */
    pageInfo: {
      /** Whether items follow the page. */
      hasNextPage: boolean;
      /** Cursor of the last item; null on an empty page. */
      endCursor: string | null;
    };
    /** How many items the whole connection has. */
    totalCount: number;
  };
};

/** The variables of the query `CompanyQuarters`. */
export type CompanyQuartersQueryVariables = {
  /** Which company. */
  company: CompanyBy;
  /** The first quarter wanted. */
  from?: string | null | undefined;
  /** The last quarter wanted. */
  to?: string | null | undefined;
  /** The first n items, 0 to 100. Default: 100. */
  first?: number | null | undefined;
  /** Only items after the one with this cursor. */
  after?: string | null | undefined;
  /** The last n items, 0 to 100. */
  last?: number | null | undefined;
  /** Converts every amount below. Default: the reporting currency. */
  currency?: Currency | null | undefined;
  /**
   * Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known.
   */
  asOf?: string | null | undefined;
};

/** The answer to the query `CompanyQuarters`. */
export type CompanyQuartersQuery = {
  /** One company; null when there is none. */
  company: {
    /** Global id. */
    id: string;
    /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
    slug: string;
    /** The company's name as readers know it. */
    name: string;
    /** Every quarter with a figure known on the `asOf` date, oldest first. */
    quarters: {
      /** The items of the page. */
      nodes: Array<{
        /** Global id, of the quarter in the currency and as of the date asked for. */
        id: string;
        /** E.g. FY2026 Q1. */
        fiscalLabel: string;
        /** Last day of the fiscal quarter. */
        periodEnd: string;
        /** When the first of its figures became public. */
        publishedOn: string | null;
        /** Net cash from operating activities; negative when cash went out. */
        operatingCashFlow: MoneyFragment;
        /**
         * Operating cash flow less capital expenditures (CASH) of the same window; negative when more was spent than came in.
         */
        freeCashFlow: MoneyFragment;
      } & QuarterFiguresFragment>;
      /** Where the page lies in the connection. */
      pageInfo: {
        /** Whether items follow the page. */
        hasNextPage: boolean;
        /** Cursor of the last item; null on an empty page. */
        endCursor: string | null;
      };
      /** How many items the whole connection has. */
      totalCount: number;
    };
  } | null;
};

/** The variables of the query `CompanyYears`. */
export type CompanyYearsQueryVariables = {
  /** Which company. */
  company: CompanyBy;
  /** The company's fiscal years, or calendar years. */
  by?: YearKind | undefined;
  /** Only the newest n of them, 0 or more. */
  last?: number | null | undefined;
  /** Converts every amount below. Default: the reporting currency. */
  currency?: Currency | null | undefined;
  /**
   * Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known.
   */
  asOf?: string | null | undefined;
};

/** The answer to the query `CompanyYears`. */
export type CompanyYearsQuery = {
  /** One company; null when there is none. */
  company: {
    /** Global id. */
    id: string;
    /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
    slug: string;
    /** The company's name as readers know it. */
    name: string;
    /**
     * The years of which a quarter is known, oldest first; each is its fourth quarter with the year to date as window.
     */
    years: Array<{
      /** Whose year it is. */
      kind: YearKind;
      /** E.g. 2026; a fiscal year is named by the calendar year in which it ends. */
      year: number;
      /** E.g. FY2026 or 2025. */
      label: string;
      /** The currency of every amount below. */
      currency: Currency;
      /** The year's fourth quarter; null where nothing of it is known. */
      lastQuarter: {
        /** Global id, of the quarter in the currency and as of the date asked for. */
        id: string;
        /** A fiscal quarter takes the calendar quarter that its middle lies in, or nearest to. */
        calendarQuarter: string;
        /** Last day of the fiscal quarter. */
        periodEnd: string;
      } | null;
      /** Total revenue. */
      revenue: {
        /**
         * Growth over `count` quarters or years, in this currency, like for like: all quarters in one definition. NOT_MEANINGFUL from zero or less, and over QUARTER of a year-to-date or `since` window, or of a year.
         * Asked for with `over: YEAR`.
         */
        overTheYear: GrowthRateFragment;
      } & MoneyFragment;
      /**
       * Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts.
       */
      cloudRevenue: MoneyFragment;
      /** Capital expenditures; positive when money is spent. */
      capex: {
        /**
         * Growth over `count` quarters or years, in this currency, like for like: all quarters in one definition. NOT_MEANINGFUL from zero or less, and over QUARTER of a year-to-date or `since` window, or of a year.
         * Asked for with `over: YEAR`.
         */
        overTheYear: GrowthRateFragment;
      } & MoneyFragment;
      /** Net cash from operating activities; negative when cash went out. */
      operatingCashFlow: MoneyFragment;
      /**
       * Operating cash flow less capital expenditures (CASH) of the same window; negative when more was spent than came in.
       */
      freeCashFlow: MoneyFragment;
      /**
       * Any item over any other, as a fraction.
       * Asked for with `of: CAPEX`, `to: REVENUE`.
       */
      capexToRevenue: FractionFragment;
    }>;
  } | null;
};

/** The variables of the query `Comparison`. */
export type ComparisonQueryVariables = {
  /** The group to compare with, e.g. that with the slug us-hyperscalers. */
  baseline: GroupBy;
  /** The group that is compared, e.g. that with the slug china-hyperscalers. */
  challenger: GroupBy;
  /** The first quarter wanted. */
  from?: string | null | undefined;
  /** The last quarter wanted. */
  to?: string | null | undefined;
  /** The currency that every amount is converted to. */
  currency?: Currency | undefined;
  /** Shows the figures as they were known at the end of this day. Default: all that is known. */
  asOf?: string | null | undefined;
  /** Only the newest n of them, 0 or more. */
  last?: number | null | undefined;
};

/** The answer to the query `Comparison`. */
export type ComparisonQuery = {
  /**
   * Any two groups side by side, quarter by quarter, in one currency. NOT_FOUND when there is no group with a slug.
   */
  comparison: {
    /** The currency of every amount below. */
    currency: Currency;
    /** The group that is compared with. */
    baseline: {
      /** Global id; of any companies, the same in whatever order they were given. */
      id: string;
      /**
       * The group's short name in addresses and arguments, e.g. us-hyperscalers; null for a group of any companies.
       */
      slug: string | null;
      /**
       * The group's name as readers know it; of any companies, their names, the first five of many.
       */
      name: string;
    };
    /** The group that is compared. */
    challenger: {
      /** Global id; of any companies, the same in whatever order they were given. */
      id: string;
      /**
       * The group's short name in addresses and arguments, e.g. us-hyperscalers; null for a group of any companies.
       */
      slug: string | null;
      /**
       * The group's name as readers know it; of any companies, their names, the first five of many.
       */
      name: string;
    };
    /**
     * Unbroken runs of quarters in which the challenger's capital expenditures grew faster than the baseline's, oldest first.
     */
    outgrowthRuns: Array<{
      /** The first quarter. */
      from: string;
      /** The last quarter. */
      to: string;
      /** How many quarters. */
      quarters: number;
      /** Whether it reaches the newest quarter that both growth rates are known of. */
      ongoing: boolean;
    }>;
    /**
     * The newest quarter in which both groups' capital expenditures are known; null without one.
     */
    latest: ComparedFiguresFragment | null;
    /** Every quarter that a figure of either group is known of, oldest first. */
    quarters: Array<ComparedFiguresFragment>;
  };
};

/** The variables of the query `Coverage`. */
export type CoverageQueryVariables = {
  /** Only members of this group, by its slug. Default: all. */
  group?: string | null | undefined;
};

/** The answer to the query `Coverage`. */
export type CoverageQuery = {
  /**
   * What each company's figures cover, and what they lack: an entry for each company and concept, companies by name.
   */
  coverage: Array<{
    /** Whose. */
    company: {
      /** Global id. */
      id: string;
      /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
      slug: string;
      /** The company's name as readers know it. */
      name: string;
    };
    /** Of what. */
    concept: Concept;
    /** The first quarter with a figure; null without any. */
    from: string | null;
    /** The last quarter with a figure; null without any. */
    to: string | null;
    /** How many quarters have a figure. */
    quarters: number;
    /** The quarters between the company's first and last that lack one, and why. */
    gaps: Array<{
      /** The quarter that it is lacking for. */
      calendarQuarter: string;
      /** Why it is lacking. */
      reason: GapReason;
    }>;
    /** What the figures mean, the newest meaning first. */
    definitions: Array<{
      /**
       * The definition's short name, or the tag of a taxonomy that figures stand under, e.g. us-gaap:Revenues.
       */
      slug: string;
      /** What it takes in, for a reader. */
      description: string;
    }>;
    /**
     * The publication day of the newest document that a figure of the company's was taken from; null without any.
     */
    completeTo: string | null;
  }>;
};

/** The variables of the query `Dataset`. */
export type DatasetQueryVariables = Record<string, never>;

/** The answer to the query `Dataset`. */
export type DatasetQuery = {
  /** What the dataset holds, and which version of it this is. */
  dataset: {
    /**
     * A digest of the content, 64 hexadecimal digits: the same content has the same version on any server, in whatever order it came. Two answers of one version agree with each other.
     */
    version: string;
    /** When the newest import was made. */
    importedAt: string;
    /** How many companies. */
    companies: number;
    /** How many fiscal quarters of companies'. */
    quarters: number;
    /** How many reported figures, every version of each. */
    facts: number;
    /** How many documents. */
    sources: number;
    /** The oldest calendar quarter with a figure. */
    from: string;
    /** The newest calendar quarter with a figure. */
    to: string;
    /** The licence of the compilation, by its SPDX name. */
    licence: string;
    /** How to cite this version of the dataset, in a sentence. */
    citation: string;
  };
};

/** The variables of the query `Glossary`. */
export type GlossaryQueryVariables = {
  /** Only entries with this text, in any letter case, in their name or their definition. */
  search?: string | null | undefined;
};

/** The answer to the query `Glossary`. */
export type GlossaryQuery = {
  /**
   * Every concept, computed measure and rule, every reason, quality and verdict, and every definition of the facts: its meaning, formula and unit.
   */
  glossary: Array<{
    /**
     * A concept, a field of the figures, a rule, a word such as a reason or a verdict, or the definition of a fact.
     */
    name: string;
    /** What it stands for. */
    definition: string;
    /** How it is worked out; null for what documents print, and for words. */
    formula: string | null;
    /** What it is counted in; none for words. */
    unit: string;
    /** Where it stands in this schema, e.g. Figures.capexToRevenue. */
    coordinate: string | null;
  }>;
};

/** The variables of the query `GroupQuarters`. */
export type GroupQuartersQueryVariables = {
  /** Which group. */
  group: GroupBy;
  /** The first quarter wanted. */
  from?: string | null | undefined;
  /** The last quarter wanted. */
  to?: string | null | undefined;
  /** Only the newest n of them, 0 or more. */
  last?: number | null | undefined;
  /** The currency that every amount is converted to. */
  currency?: Currency | undefined;
  /** Shows the figures as they were known at the end of this day. Default: all that is known. */
  asOf?: string | null | undefined;
};

/** The answer to the query `GroupQuarters`. */
export type GroupQuartersQuery = {
  /** A group of the dataset, null when there is none; or one of any companies. */
  group: {
    /** Global id; of any companies, the same in whatever order they were given. */
    id: string;
    /**
     * The group's short name in addresses and arguments, e.g. us-hyperscalers; null for a group of any companies.
     */
    slug: string | null;
    /**
     * The group's name as readers know it; of any companies, their names, the first five of many.
     */
    name: string;
    /** Which companies belong to the group, and why. */
    description: string;
    /** The companies in the group; of any companies, by slug. */
    members: Array<{
      /** Global id. */
      id: string;
      /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
      slug: string;
      /** The company's name as readers know it. */
      name: string;
    }>;
    /**
     * Oldest first. Sums over the members that publish the concept. While one of those lacks a quarter, the sum is missing, and says which and why; members with a non-disclosure are left out and are in `excluded`.
     */
    quarters: Array<GroupQuarterFiguresFragment>;
  } | null;
};

/** The variables of the query `Groups`. */
export type GroupsQueryVariables = Record<string, never>;

/** The answer to the query `Groups`. */
export type GroupsQuery = {
  /** Every group of the dataset. */
  groups: Array<{
    /** Global id; of any companies, the same in whatever order they were given. */
    id: string;
    /**
     * The group's short name in addresses and arguments, e.g. us-hyperscalers; null for a group of any companies.
     */
    slug: string | null;
    /**
     * The group's name as readers know it; of any companies, their names, the first five of many.
     */
    name: string;
    /** Which companies belong to the group, and why. */
    description: string;
    /** The companies in the group; of any companies, by slug. */
    members: Array<{
      /** Global id. */
      id: string;
      /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
      slug: string;
      /** The company's name as readers know it. */
      name: string;
      /**
       * Ticker symbol of the main listing, e.g. MSFT or 0700.HK; null when the shares are not listed.
       */
      ticker: string | null;
      /** Country of the headquarters, ISO 3166-1 alpha-2, e.g. US or CN. */
      country: string;
    }>;
  }>;
};

/** The variables of the query `Guidance`. */
export type GuidanceQueryVariables = {
  /** Which company. */
  company: CompanyBy;
  /** As known at the end of this day. Default: all that is known. */
  asOf?: string | null | undefined;
};

/** The answer to the query `Guidance`. */
export type GuidanceQuery = {
  /** One company; null when there is none. */
  company: {
    /** Global id. */
    id: string;
    /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
    slug: string;
    /** The company's name as readers know it. */
    name: string;
    /** What the company said that it would spend, newest statement first. */
    guidance: Array<{
      /** Global id. */
      id: string;
      /** What it spoke of. */
      concept: Concept;
      /** What it counts, in the company's sense, e.g. cash-capex-and-finance-leases. */
      basis: string;
      /** First day of the period; null where it names none. */
      periodStart: string | null;
      /** Last day of the period; null where it names none. */
      periodEnd: string | null;
      /**
       * Lower end, in whole units of `currency`, positive when money is spent; null where it gives only an upper one.
       */
      low: string | null;
      /** Upper end, in whole units of `currency`; null for "at least". */
      high: string | null;
      /** The currency of both ends. */
      currency: Currency;
      /** The day on which it was said. */
      saidOn: string;
      /** What else was said with it; null when there is nothing. */
      note: string | null;
      /**
       * What came of it: the amount of that period on the basis nearest to it, in `currency`; its explanation says which, and its gaps what is not there yet. Null where no period of one to four quarters is named.
       */
      outcome: {
        /** How the value came about, in words and figures, with the definitions that it is in. */
        explanation: string;
      } & MoneyFragment | null;
      /** Where it was said. */
      source: {
        /** Global id. */
        id: string;
        /** The document's title. */
        title: string;
        /** Who published the document. */
        publisher: string;
        /** Where the document can be read; null when it is not online. */
        url: string | null;
        /**
         * The day on which the document became public; null when only its period is known, or for a dataset that keeps growing.
         */
        publishedOn: string | null;
      };
    }>;
  } | null;
};

/** The variables of the query `QuarterSources`. */
export type QuarterSourcesQueryVariables = {
  /** Which company. */
  company: CompanyBy;
  /** The quarter wanted. */
  calendarQuarter: string;
  /** Only facts of this concept. */
  concept?: Concept | null | undefined;
  /**
   * Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known.
   */
  asOf?: string | null | undefined;
};

/** The answer to the query `QuarterSources`. */
export type QuarterSourcesQuery = {
  /** One company; null when there is none. */
  company: {
    /** Global id. */
    id: string;
    /** The company's name as readers know it. */
    name: string;
    /** One quarter; null when no figure of it was known on the `asOf` date. */
    quarter: {
      /** Global id, of the quarter in the currency and as of the date asked for. */
      id: string;
      /** E.g. FY2026 Q1. */
      fiscalLabel: string;
      /**
       * Every fact that is of this quarter or of a longer period that ends with it, in every version, newest first.
       */
      facts: Array<{
        /** Global id, of the fact as of the date that it was asked for. */
        id: string;
        /** What was measured. */
        concept: Concept;
        /** What the concept means in this series. */
        definition: {
          /**
           * The definition's short name, or the tag of a taxonomy that figures stand under, e.g. us-gaap:Revenues.
           */
          slug: string;
          /** What it takes in, for a reader. */
          description: string;
        };
        /** Exact, in whole units of `currency` unless `in` says otherwise. */
        amount: string;
        /** The currency that the document printed; facts are never converted. */
        currency: Currency;
        /** How the figure came about. */
        quality: Quality;
        /** The unit that it is rounded to: 1000000 for millions. */
        roundedTo: string;
        /** First day of the period that the figure covers. */
        periodStart: string;
        /** Last day of the period that the figure covers. */
        periodEnd: string;
        /** The day on which the figure became public. */
        publishedOn: string;
        /** Where in the document: an XBRL tag, a page, a table; null when it was not noted. */
        locator: string | null;
        /**
         * What else is to be known of it, e.g. how a figure that no document prints was worked out; null when there is nothing.
         */
        note: string | null;
        /**
         * Why no figure is taken from it, as known on the `asOf` date, e.g. that it is the figure of 4 quarters; null for all others.
         */
        setAside: string | null;
        /**
         * The fact of the same period and definition that took this one's place by the `asOf` date, if any.
         */
        supersededBy: {
          /** Global id, of the fact as of the date that it was asked for. */
          id: string;
          /** The day on which the figure became public. */
          publishedOn: string;
        } | null;
        /** The document that printed it. */
        source: {
          /** Global id. */
          id: string;
          /** What sort of document it is; a filing and a press release come from the company itself. */
          kind: SourceKind;
          /** The document's title. */
          title: string;
          /** Who published the document. */
          publisher: string;
          /** Where the document can be read; null when it is not online. */
          url: string | null;
          /**
           * The form of the filing that it is or was filed with, e.g. 10-K; null where that is not known.
           */
          form: string | null;
          /** The number under which the SEC keeps that filing; null for one that is not kept there. */
          accession: string | null;
        };
      }>;
    } | null;
  } | null;
};

/** The variables of the query `Screen`. */
export type ScreenQueryVariables = {
  /** Which quarters. Default: all. */
  where?: QuarterFilter | null | undefined;
  /** Their order. Default: newest first. */
  orderBy?: QuarterOrder | null | undefined;
  /** The first n items, 0 to 100. Default: 100. */
  first?: number | null | undefined;
  /** Only items after the one with this cursor. */
  after?: string | null | undefined;
  /** Converts every amount below. Default: the reporting currency. */
  currency?: Currency | null | undefined;
  /**
   * Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known.
   */
  asOf?: string | null | undefined;
};

/** The answer to the query `Screen`. */
export type ScreenQuery = {
  /** Screens quarters across companies: filter on any figure, order by any figure. */
  quarters: {
    /** The items of the page. */
    nodes: Array<{
      /** Global id, of the quarter in the currency and as of the date asked for. */
      id: string;
      /** Whose quarter it is. */
      company: {
        /** Global id. */
        id: string;
        /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
        slug: string;
        /** The company's name as readers know it. */
        name: string;
      };
      /** E.g. FY2026 Q1. */
      fiscalLabel: string;
    } & QuarterFiguresFragment>;
    /** Where the page lies in the connection. */
    pageInfo: {
      /** Whether items follow the page. */
      hasNextPage: boolean;
      /** Cursor of the last item; null on an empty page. */
      endCursor: string | null;
    };
    /** How many items the whole connection has. */
    totalCount: number;
  };
};

/** The variables of the query `Series`. */
export type SeriesQueryVariables = {
  /** Companies and groups, 1 to 100, each once. */
  subjects: Array<SubjectBy>;
  /** What is shown of each, 1 to 20, each once. */
  measures: Array<MeasureBy>;
  /** What the rows are. */
  by?: Period | undefined;
  /**
   * Only periods that end in this quarter or later; of fiscal years, those that do of any subject.
   */
  from?: string | null | undefined;
  /**
   * Only periods that end in this quarter or earlier; of fiscal years, those that do of any subject.
   */
  to?: string | null | undefined;
  /** Only the newest n of them, 0 or more. */
  last?: number | null | undefined;
  /**
   * Converts every amount. Default: each company's reporting currency, and US dollars for groups.
   */
  currency?: Currency | null | undefined;
  /** Shows the figures as they were known at the end of this day. Default: all that is known. */
  asOf?: string | null | undefined;
};

/** The answer to the query `Series`. */
export type SeriesQuery = {
  /**
   * Rows ready for a chart or a spreadsheet: every subject and measure over the same periods, aligned.
   */
  series: {
    /**
     * Where the same table is as CSV, on this server: a row for each period, a column for each series. Money is exact, as in Amount.amount; what is missing has its reason instead, e.g. NOT_DISCLOSED.
     */
    csv: string;
    /**
     * Oldest first, without a hole: those that any subject is known in, and those between. A year that is not over is one of them.
     */
    periods: Array<{
      /** E.g. 2025Q2, also for the twelve months up to its end; FY2025 or 2025. */
      label: string;
      /** The calendar quarter in which it ends. */
      calendarQuarter: string | null;
      /** First day of the calendar quarter, of the twelve months or of the year, in whole months. */
      start: string | null;
      /** The last day. */
      end: string | null;
    }>;
    /** Every measure of the first subject, then of the next. */
    series: Array<{
      /** E.g. Alibaba Group, capex over revenue. */
      label: string;
      /** What the values are counted in. */
      unit: SeriesUnit;
      /**
       * Of the amounts that are shown; of fractions and indices, of those that they are made from.
       */
      currency: Currency | null;
      /** Whose figures these are. */
      subject: {
        __typename: 'Company';
        /** Global id. */
        id: string;
        /** The company's short name in addresses and arguments, e.g. alibaba. It never changes. */
        slug: string;
        /** The company's name as readers know it. */
        name: string;
      } | {
        __typename: 'Group';
        /** Global id; of any companies, the same in whatever order they were given. */
        id: string;
        /**
         * The group's short name in addresses and arguments, e.g. us-hyperscalers; null for a group of any companies.
         */
        groupSlug: string | null;
        /**
         * The group's name as readers know it; of any companies, their names, the first five of many.
         */
        name: string;
      };
      /** One for each period, in the order of `periods`; null where it is missing. */
      values: Array<number | null>;
      /**
       * The same with all that a measure knows: why one is missing, what it is made from, how exact it is.
       */
      measures: Array<{
        /** Each input that the value lacks, and why; empty exactly when there is a value. */
        missing: Array<MissingInputFragment>;
      }>;
    }>;
  };
};
/**
 * Facts in the order in which the dataset got them, a page of them, from the one after the cursor
 * `after` on: keep the last `endCursor`, and ask again for what came since. `supersedes` is the fact
 * whose place one took. Of every company unless one is given by its slug.
 *
 * @example
 * const { nodes, pageInfo } = await client.changes({ company: 'alibaba', first: 50 });
 */
export const ChangesDocument: DocumentText<ChangesQuery, ChangesQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Changes($first:Int$after:String$company:String){changes(first:$first after:$after company:$company){nodes{recordedAt fact{...Capexgraph0}supersedes{...Capexgraph0}}pageInfo{hasNextPage endCursor}}}fragment Capexgraph0 on Fact{id concept definition{slug description}periodStart periodEnd amount currency quality publishedOn locator source{id title publisher url publishedOn}}`), { documentId: 'sha256:029dd20fae3532bbec2d6ac3b40c3906eda113c60c79bd05193642c27ad798be' });
/**
 * Published statements, each worked out again from the filings: as known when it was published
 * (`computed`) and with everything known today, in every reading that the source's words leave open.
 * The figures are in `unit`; `query` is a document that is the working, runnable as it stands. The newest
 * first; `search` is a text in the statement or in the title or the publisher of its document.
 *
 * @example
 * const statements = await client.claims();
 * const contradicted = statements.filter(({ verdict }) => verdict === 'CONTRADICTED');
 * const working = await client.request(statements[0]!.query);
 */
export const ClaimsDocument: DocumentText<ClaimsQuery, ClaimsQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Claims($source:String$search:String$first:Int){claims(source:$source search:$search first:$first){id slug statement saidOn published publishedTo computed computedToday unit verdict finding query readings{basis isStated computed computedToday bounds{low high}unit verdict verdictToday query}source{id title publisher publishedOn url}}}`), { documentId: 'sha256:dc3f43fb06fd87d13e40dc14c9c5f9335d91f926bb1726069b788a064af20412' });
/**
 * Companies, by name unless `orderBy` says otherwise; one page of them, 100 unless `first` says less,
 * see `paginate` for all.
 *
 * @example
 * const { totalCount, nodes } = await client.companies({ where: { countries: ['CN'] } });
 */
export const CompaniesDocument: DocumentText<CompaniesQuery, CompaniesQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Companies($where:CompanyFilter$orderBy:CompanyOrder$first:Int$after:String){companies(where:$where orderBy:$orderBy first:$first after:$after){nodes{id slug name ticker country reportingCurrency fiscalYearEndMonth cik}pageInfo{hasNextPage endCursor}totalCount}}`), { documentId: 'sha256:adb875e64e816a2d785fef7a2ca8a10067b6463c802042359573737a0235e173' });
/**
 * A company and its quarters, oldest first: revenue, cloud revenue, capital expenditures and cash
 * flows in whole units of `currency` (the reporting currency unless given), growth and ratios as
 * fractions; as known on the day `asOf`. Null when there is no such company.
 *
 * @example
 * const company = await client.companyQuarters({
 *   company: { ticker: 'BABA' },
 *   from: '2024Q1',
 *   currency: 'USD',
 * });
 */
export const CompanyQuartersDocument: DocumentText<CompanyQuartersQuery, CompanyQuartersQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query CompanyQuarters($company:CompanyBy!$from:CalendarQuarter$to:CalendarQuarter$first:Int$after:String$last:Int$currency:Currency$asOf:Date){company(by:$company){id slug name quarters(from:$from to:$to first:$first after:$after last:$last currency:$currency asOf:$asOf){nodes{id fiscalLabel periodEnd publishedOn calendarQuarter currency revenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}cloudRevenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capex{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}overTheQuarter:growth(over:QUARTER){value missing{company{id slug name}concept calendarQuarter reason}}overTheYear:growth(over:YEAR){value missing{company{id slug name}concept calendarQuarter reason}}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capexToRevenue{value missing{company{id slug name}concept calendarQuarter reason}}capexToCloudRevenue{value missing{company{id slug name}concept calendarQuarter reason}}operatingCashFlow{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}freeCashFlow{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}}pageInfo{hasNextPage endCursor}totalCount}}}`), { documentId: 'sha256:9ce39af113b0ee55e8d0f1ba189f580047777e94a4922b2baf3983f6ed075aec' });
/**
 * A company and its years, oldest first, fiscal unless `by` says calendar: figures of the whole year
 * in whole units of `currency` (the reporting currency unless given), growth and ratios as fractions,
 * missing in a year that is not over. `freeCashFlow` is operating cash flow less capital
 * expenditures, negative when more was spent than came in. Null when there is no such company.
 *
 * @example
 * const company = await client.companyYears({ company: { ticker: 'MSFT' }, last: 3 });
 */
export const CompanyYearsDocument: DocumentText<CompanyYearsQuery, CompanyYearsQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query CompanyYears($company:CompanyBy!$by:YearKind!=FISCAL$last:Int$currency:Currency$asOf:Date){company(by:$company){id slug name years(by:$by last:$last currency:$currency asOf:$asOf){kind year label currency lastQuarter{id calendarQuarter periodEnd}revenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}overTheYear:growth(over:YEAR){value missing{company{id slug name}concept calendarQuarter reason}}}cloudRevenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capex{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}overTheYear:growth(over:YEAR){value missing{company{id slug name}concept calendarQuarter reason}}}operatingCashFlow{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}freeCashFlow{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capexToRevenue:ratio(of:CAPEX to:REVENUE){value missing{company{id slug name}concept calendarQuarter reason}}}}}`), { documentId: 'sha256:a61c71df34e8215f94d79edc80c7b846b8556e4f0a2d4b6511708b0c6311a7b1' });
/**
 * Two groups side by side, quarter by quarter, in one currency (USD unless given). `capexMultiple`
 * is the baseline's capital expenditures over the challenger's, both of twelve months; `growthLead`
 * is the challenger's growth over the year less the baseline's, as a fraction and in percentage points;
 * `outgrowthRuns` are the runs of quarters in which the challenger grew faster. Each group is one of the
 * dataset, or one of any companies. An unknown group is an error with the code NOT_FOUND. `quarters` are all
 * unless `last` or `from` is given; each costs what the figures of all members do, and all at once are too many of
 * large groups.
 *
 * @example
 * const { outgrowthRuns, latest } = await client.comparison({
 *   baseline: { slug: 'us-hyperscalers' },
 *   challenger: { slug: 'china-hyperscalers' },
 *   from: '2024Q1',
 * });
 */
export const ComparisonDocument: DocumentText<ComparisonQuery, ComparisonQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Comparison($baseline:GroupBy!$challenger:GroupBy!$from:CalendarQuarter$to:CalendarQuarter$currency:Currency!=USD$asOf:Date$last:Int){comparison(baseline:$baseline challenger:$challenger from:$from to:$to currency:$currency asOf:$asOf){currency baseline{id slug name}challenger{id slug name}outgrowthRuns{from to quarters ongoing}latest{...Capexgraph1}quarters(last:$last){...Capexgraph1}}}fragment Capexgraph1 on ComparedQuarter{calendarQuarter growthLead{value points missing{company{id slug name}concept calendarQuarter reason}}capexMultiple(window:TRAILING_TWELVE_MONTHS){value missing{company{id slug name}concept calendarQuarter reason}explanation}baseline{...Capexgraph6}challenger{...Capexgraph6}}fragment Capexgraph6 on GroupQuarter{calendarQuarter currency revenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}cloudRevenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capex{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}overTheQuarter:growth(over:QUARTER){value missing{company{id slug name}concept calendarQuarter reason}}overTheYear:growth(over:YEAR){value missing{company{id slug name}concept calendarQuarter reason}}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capexToRevenue{value missing{company{id slug name}concept calendarQuarter reason}}capexToCloudRevenue{value missing{company{id slug name}concept calendarQuarter reason}}}`), { documentId: 'sha256:0de1a10deeceb595346539c7fac64cecf8b0799e5570f579eeced05d407850e9' });
/**
 * What the figures cover, an entry for each company and concept: from which quarter to which, what
 * lacks between them and why (`gaps`), what the figures mean, the newest meaning first, and the day of
 * the newest document that one was taken from. Of all companies unless a group is given by its slug;
 * one that there is not is an error with the code NOT_FOUND.
 *
 * @example
 * const entries = await client.coverage({ group: 'china-hyperscalers' });
 * const incomplete = entries.filter(({ gaps }) => gaps.length > 0);
 */
export const CoverageDocument: DocumentText<CoverageQuery, CoverageQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Coverage($group:String){coverage(group:$group){company{id slug name}concept from to quarters gaps{calendarQuarter reason}definitions{slug description}completeTo}}`), { documentId: 'sha256:2f348b429e61483342b65af59432fb0527cffb80aa79e4f7c64ca76e9b2abab0' });
/**
 * What the dataset holds; two answers of one `version` agree with each other. `citation` is how to cite
 * this version, in a sentence.
 *
 * @example
 * const { version, from, to } = await client.dataset();
 */
export const DatasetDocument: DocumentText<DatasetQuery, DatasetQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Dataset{dataset{version importedAt companies quarters facts sources from to licence citation}}`), { documentId: 'sha256:699b299b2b8f3508d8fd183ebbcb48cd31838dcd05c6ac037cf9519f50b450ed' });
/**
 * What each concept, measure, rule, reason, verdict and definition means: its formula, its unit, and
 * where it stands in the schema, e.g. `Figures.capexToRevenue`. Of all unless `search`, a text in the
 * name or the definition, is given.
 *
 * @example
 * const entries = await client.glossary();
 * const formulas = new Map(entries.map(({ name, formula }) => [name, formula]));
 */
export const GlossaryDocument: DocumentText<GlossaryQuery, GlossaryQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Glossary($search:String){glossary(search:$search){name definition formula unit coordinate}}`), { documentId: 'sha256:1c133285ff635cecf94239a6952ff88c2ba4671a0eab8999d986692f2f28d08e' });
/**
 * A group, of the dataset or of any companies, and its quarters, oldest first: sums over the members
 * that publish a concept, in whole units of `currency` (USD unless given). A sum is null while one of
 * those members lacks it, and `missing` names it; `excluded` names the members that are known not to
 * publish it, which the sum leaves out. Null when there is no group with such a slug.
 *
 * @example
 * const group = await client.groupQuarters({
 *   group: { companies: [{ slug: 'alibaba' }, { ticker: 'BIDU' }] },
 *   last: 8,
 * });
 */
export const GroupQuartersDocument: DocumentText<GroupQuartersQuery, GroupQuartersQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query GroupQuarters($group:GroupBy!$from:CalendarQuarter$to:CalendarQuarter$last:Int$currency:Currency!=USD$asOf:Date){group(by:$group){id slug name description members{id slug name}quarters(from:$from to:$to last:$last currency:$currency asOf:$asOf){calendarQuarter currency revenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}cloudRevenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capex{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}overTheQuarter:growth(over:QUARTER){value missing{company{id slug name}concept calendarQuarter reason}}overTheYear:growth(over:YEAR){value missing{company{id slug name}concept calendarQuarter reason}}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capexToRevenue{value missing{company{id slug name}concept calendarQuarter reason}}capexToCloudRevenue{value missing{company{id slug name}concept calendarQuarter reason}}}}}`), { documentId: 'sha256:32c0ce6e0a5eb1952df513c9afd93a844b047929b3644ade251beecd4acbbff0' });
/**
 * Every group, with the companies in it.
 *
 * @example
 * const all = await client.groups();
 * const chinese = all.find(({ slug }) => slug === 'china-cloud')?.members;
 */
export const GroupsDocument: DocumentText<GroupsQuery, GroupsQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Groups{groups{id slug name description members{id slug name ticker country}}}`), { documentId: 'sha256:774b1815f9a3e31ec720fb46b1c107b44548fe6f68321cbdae0b5cf4ee926495' });
/**
 * What a company said that it would spend, newest statement first, and what came of it: `low` and
 * `high` in whole units of `currency`, `outcome` the amount of that period on the basis nearest to it,
 * whose `explanation` says which. As known on the day `asOf`. Null when there is no such company.
 *
 * @example
 * const company = await client.guidance({ company: { slug: 'meta' } });
 * const [newest] = company?.guidance ?? [];
 */
export const GuidanceDocument: DocumentText<GuidanceQuery, GuidanceQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Guidance($company:CompanyBy!$asOf:Date){company(by:$company){id slug name guidance(asOf:$asOf){id concept basis periodStart periodEnd low high currency saidOn note outcome(asOf:$asOf){amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}explanation}source{id title publisher url publishedOn}}}}`), { documentId: 'sha256:1db5a4b3051361f8ed0bb18cbc1c1310fd518c6d0ce3414bfe7d5d78ec717164' });
/**
 * The facts of one quarter, and of longer periods that end with it, with the documents that printed
 * them: amounts in whole units of the currency that was printed, each with the day on which it became
 * public and, where it was noted, its place in the document. Of every concept unless one is given;
 * `definition` says what the concept means in the fact's series. Null when there is no
 * such company; its `quarter` is null when that is not known.
 *
 * @example
 * const company = await client.quarterSources({
 *   company: { slug: 'alibaba' },
 *   calendarQuarter: '2025Q2',
 *   concept: 'CAPEX',
 * });
 */
export const QuarterSourcesDocument: DocumentText<QuarterSourcesQuery, QuarterSourcesQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query QuarterSources($company:CompanyBy!$calendarQuarter:CalendarQuarter!$concept:Concept$asOf:Date){company(by:$company){id name quarter(calendarQuarter:$calendarQuarter asOf:$asOf){id fiscalLabel facts(concept:$concept){id concept definition{slug description}amount currency quality roundedTo periodStart periodEnd publishedOn locator note setAside supersededBy{id publishedOn}source{id kind title publisher url form accession}}}}}`), { documentId: 'sha256:f5d2bcade49a719bd5e4fa78ac0ec1c05e435cebd383e809a9e93d3158acd5db' });
/**
 * Quarters across companies that meet conditions on any figure, ordered by any figure; one page of
 * them, as many as `first` says, from the one after the cursor `after` on. Ratios and growth in conditions are
 * fractions, amounts are whole units of `currency` (each company's reporting currency unless given).
 *
 * @example
 * const { totalCount, nodes } = await client.screen({
 *   where: { from: '2025Q1', capexToRevenue: { gt: 0.333 } },
 *   orderBy: { field: 'CAPEX_TO_REVENUE' },
 *   currency: 'USD',
 * });
 */
export const ScreenDocument: DocumentText<ScreenQuery, ScreenQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Screen($where:QuarterFilter$orderBy:QuarterOrder$first:Int$after:String$currency:Currency$asOf:Date){quarters(where:$where orderBy:$orderBy first:$first after:$after currency:$currency asOf:$asOf){nodes{id company{id slug name}fiscalLabel calendarQuarter currency revenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}cloudRevenue{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capex{amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}overTheQuarter:growth(over:QUARTER){value missing{company{id slug name}concept calendarQuarter reason}}overTheYear:growth(over:YEAR){value missing{company{id slug name}concept calendarQuarter reason}}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){amount value currency quality missing{company{id slug name}concept calendarQuarter reason}excluded{company{id slug name}}}capexToRevenue{value missing{company{id slug name}concept calendarQuarter reason}}capexToCloudRevenue{value missing{company{id slug name}concept calendarQuarter reason}}}pageInfo{hasNextPage endCursor}totalCount}}`), { documentId: 'sha256:8948cdafc84ecf61d5645b26db3604acf19609e2ab683f924899f4966813ce39' });
/**
 * A table for a chart: companies and groups, and what is shown of each, over the same periods, which
 * are quarters unless `by` says otherwise. `values` has a number for each period, in `unit`: money in
 * whole units of `currency`, or fractions, or an index that is 100 in a quarter. Where one is null,
 * `missing` of the measure in the same place says why. `csv` is the path on the server
 * where the same table is as CSV.
 *
 * @example
 * const { periods, series } = await client.series({
 *   subjects: [{ company: { slug: 'alibaba' } }, { group: { slug: 'us-hyperscalers' } }],
 *   measures: [{ item: 'CAPEX' }, { item: 'CAPEX', over: 'REVENUE' }],
 *   from: '2024Q1',
 *   currency: 'USD',
 * });
 */
export const SeriesDocument: DocumentText<SeriesQuery, SeriesQueryVariables> = /*#__PURE__*/ Object.assign(/*#__PURE__*/ new String(`query Series($subjects:[SubjectBy!]!$measures:[MeasureBy!]!$by:Period!=QUARTER$from:CalendarQuarter$to:CalendarQuarter$last:Int$currency:Currency$asOf:Date){series(subjects:$subjects measures:$measures by:$by from:$from to:$to last:$last currency:$currency asOf:$asOf){csv periods{label calendarQuarter start end}series{label unit currency subject{...on Company{__typename id slug name}...on Group{__typename id groupSlug:slug name}}values measures{missing{company{id slug name}concept calendarQuarter reason}}}}}`), { documentId: 'sha256:83de7b750eea583c4c334bc25231ea09c6e1ef1e8fd7db9af9dd53b103cbba0b' });