/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { TypedDocumentString } from '../typed-document.ts';
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

/** Numbers between two bounds; a bound that is not given does not bound. */
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

/** The direction of an order. Missing values come last in both. */
export type OrderDirection =
  /** Smallest or first first. */
  | 'ASC'
  /** Largest or last first. */
  | 'DESC';

/** How a figure came about. Of several inputs, a computed value carries the weakest. */
export type Quality =
  /** The difference of printed figures, e.g. nine months less six. */
  | 'DERIVED'
  /** Worked out from a rounded figure, e.g. a printed growth rate. */
  | 'ESTIMATED'
  /** Printed in a document. */
  | 'REPORTED';

/** Keeps the quarters that meet every condition given. A quarter whose figure is missing meets none on that figure. */
export type QuarterFilter = {
  /** This quarter. */
  calendarQuarter?: string | null | undefined;
  /** Capital expenditures; positive when money is spent. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given. */
  capex?: FloatRange | null | undefined;
  /** Growth of capex over the year. A fraction: 0.2 is 20 %. */
  capexGrowthOverYear?: FloatRange | null | undefined;
  /** Capital expenditures, the whole company's, over cloud revenue. A fraction: 0.2 is 20 %. */
  capexToCloudRevenue?: FloatRange | null | undefined;
  /** Capital expenditures over total revenue. A fraction: 0.2 is 20 %. */
  capexToRevenue?: FloatRange | null | undefined;
  /** Of one of these companies, by slug. A slug of none is refused. */
  companies?: Array<string> | null | undefined;
  /** Of a company in one of these countries, ISO 3166-1 alpha-2. */
  countries?: Array<string> | null | undefined;
  /** This quarter or later. */
  from?: string | null | undefined;
  /** Of a company in this group, by slug; a slug of none is refused. */
  group?: string | null | undefined;
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
  /** Growth of capex over the year. */
  | 'CAPEX_GROWTH_OVER_YEAR'
  /** Capital expenditures, the whole company's, over cloud revenue. */
  | 'CAPEX_TO_CLOUD_REVENUE'
  /** Capital expenditures over total revenue. */
  | 'CAPEX_TO_REVENUE'
  /** Capital expenditures; positive when money is spent. Of the trailing twelve months. In `currency`; in US dollars when none is given, since amounts in several currencies have no order. */
  | 'CAPEX_TRAILING_TWELVE_MONTHS';

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

export type ClaimsQueryVariables = Exact<{
  source?: string | null | undefined;
}>;


export type ClaimsQuery = { claims: Array<{ slug: string, statement: string, saidOn: string, published: number | null, publishedTo: number | null, computed: number | null, computedToday: number | null, unit: string, verdict: Verdict, finding: string, query: string, readings: Array<{ basis: string, isStated: boolean | null, computed: number | null, computedToday: number | null, unit: string, verdict: Verdict, verdictToday: Verdict, query: string, bounds: { low: number, high: number } | null }>, source: { title: string, publisher: string, publishedOn: string | null, url: string | null } }> };

export type CompaniesQueryVariables = Exact<{
  where?: CompanyFilter | null | undefined;
  orderBy?: CompanyOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type CompaniesQuery = { companies: { totalCount: number, nodes: Array<{ id: string, slug: string, name: string, ticker: string | null, country: string, reportingCurrency: Currency, fiscalYearEndMonth: number, cik: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CompanyQuartersQueryVariables = Exact<{
  company: CompanyBy;
  from?: string | null | undefined;
  to?: string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  currency?: Currency | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CompanyQuartersQuery = { company: { slug: string, name: string, quarters: { totalCount: number, nodes: Array<(
        { fiscalLabel: string, periodEnd: string, publishedOn: string | null }
        & QuarterFiguresFragment
      )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } } | null };

export type ComparisonQueryVariables = Exact<{
  baseline: GroupBy;
  challenger: GroupBy;
  from?: string | null | undefined;
  to?: string | null | undefined;
  currency?: Currency;
  asOf?: string | null | undefined;
}>;


export type ComparisonQuery = { comparison: { currency: Currency, baseline: { slug: string | null, name: string }, challenger: { slug: string | null, name: string }, outgrowthRuns: Array<{ from: string, to: string, quarters: number, ongoing: boolean }>, latest: ComparedFiguresFragment | null, quarters: Array<ComparedFiguresFragment> } };

export type ComparedFiguresFragment = { calendarQuarter: string, growthLead: { value: number | null, points: number | null, missing: Array<MissingInputFragment> }, capexMultiple: (
    { explanation: string }
    & FractionFragment
  ), baseline: GroupQuarterFiguresFragment | null, challenger: GroupQuarterFiguresFragment | null };

export type DatasetQueryVariables = Exact<{ [key: string]: never; }>;


export type DatasetQuery = { dataset: { version: string, importedAt: string, companies: number, quarters: number, facts: number, sources: number, from: string, to: string } };

export type MoneyFragment = { amount: string | null, value: number | null, currency: Currency, quality: Quality | null, missing: Array<MissingInputFragment> };

export type GrowthRateFragment = { value: number | null, missing: Array<MissingInputFragment> };

export type FractionFragment = { value: number | null, missing: Array<MissingInputFragment> };

export type MissingInputFragment = { concept: Concept, calendarQuarter: string, reason: GapReason, company: { slug: string, name: string } };

export type GroupQuarterFiguresFragment = { calendarQuarter: string, currency: Currency, revenue: MoneyFragment, cloudRevenue: MoneyFragment, capex: (
    { overTheQuarter: GrowthRateFragment, overTheYear: GrowthRateFragment }
    & MoneyFragment
  ), capexTrailing: MoneyFragment, capexToRevenue: FractionFragment, capexToCloudRevenue: FractionFragment };

export type QuarterFiguresFragment = { calendarQuarter: string, currency: Currency, revenue: MoneyFragment, cloudRevenue: MoneyFragment, capex: (
    { overTheQuarter: GrowthRateFragment, overTheYear: GrowthRateFragment }
    & MoneyFragment
  ), capexTrailing: MoneyFragment, capexToRevenue: FractionFragment, capexToCloudRevenue: FractionFragment };

export type GlossaryQueryVariables = Exact<{ [key: string]: never; }>;


export type GlossaryQuery = { glossary: Array<{ name: string, definition: string, formula: string | null, unit: string, coordinate: string | null }> };

export type GroupQuartersQueryVariables = Exact<{
  group: GroupBy;
  from?: string | null | undefined;
  to?: string | null | undefined;
  last?: number | null | undefined;
  currency?: Currency;
  asOf?: string | null | undefined;
}>;


export type GroupQuartersQuery = { group: { slug: string | null, name: string, description: string, members: Array<{ slug: string, name: string }>, quarters: Array<GroupQuarterFiguresFragment> } | null };

export type GroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupsQuery = { groups: Array<{ slug: string | null, name: string, description: string, members: Array<{ slug: string, name: string, ticker: string | null, country: string }> }> };

export type QuarterSourcesQueryVariables = Exact<{
  company: CompanyBy;
  calendarQuarter: string;
  concept?: Concept | null | undefined;
  asOf?: string | null | undefined;
}>;


export type QuarterSourcesQuery = { company: { name: string, quarter: { fiscalLabel: string, facts: Array<{ concept: Concept, amount: string, currency: Currency, quality: Quality, publishedOn: string, note: string | null, definition: { slug: string, description: string }, source: { kind: SourceKind, title: string, publisher: string, url: string | null } }> } | null } | null };

export type ScreenQueryVariables = Exact<{
  where?: QuarterFilter | null | undefined;
  orderBy?: QuarterOrder | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  currency?: Currency | null | undefined;
  asOf?: string | null | undefined;
}>;


export type ScreenQuery = { quarters: { totalCount: number, nodes: Array<(
      { fiscalLabel: string, company: { slug: string, name: string } }
      & QuarterFiguresFragment
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

/**
 * An input that a value lacks, and why.
 */
export const MissingInputFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}`) as unknown as TypedDocumentString<MissingInputFragment, unknown>;
/**
 * A ratio, as a fraction: 1.21 is 121 %. Where it is null, `missing` says why.
 */
export const FractionFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}`) as unknown as TypedDocumentString<FractionFragment, unknown>;
/**
 * An amount in whole units of its currency: `amount` is exact, `value` is the same as a double.
 * Where it is null, `missing` says which inputs it lacks and why.
 */
export const MoneyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}`) as unknown as TypedDocumentString<MoneyFragment, unknown>;
/**
 * A growth rate, as a fraction: 0.57 is +57 %, negative for a decline. Where it is null, `missing`
 * says why.
 */
export const GrowthRateFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment GrowthRate on Growth{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}`) as unknown as TypedDocumentString<GrowthRateFragment, unknown>;
/**
 * The figures of one quarter, of a company or a group. Capital expenditures (`capex`) are purchases
 * of property and equipment, positive when money is spent; `capexTrailing` are those of the twelve
 * months up to the quarter's end.
 */
export const GroupQuarterFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment GroupQuarterFigures on GroupQuarter{calendarQuarter currency revenue{...Money}cloudRevenue{...Money}capex{...Money overTheQuarter:growth(over:QUARTER){...GrowthRate}overTheYear:growth(over:YEAR){...GrowthRate}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){...Money}capexToRevenue{...Fraction}capexToCloudRevenue{...Fraction}}fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment GrowthRate on Growth{value missing{...MissingInput}}fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}`) as unknown as TypedDocumentString<GroupQuarterFiguresFragment, unknown>;
/**
 * One calendar quarter of two groups.
 */
export const ComparedFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment ComparedFigures on ComparedQuarter{calendarQuarter growthLead{value points missing{...MissingInput}}capexMultiple(window:TRAILING_TWELVE_MONTHS){...Fraction explanation}baseline{...GroupQuarterFigures}challenger{...GroupQuarterFigures}}fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment GrowthRate on Growth{value missing{...MissingInput}}fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}fragment GroupQuarterFigures on GroupQuarter{calendarQuarter currency revenue{...Money}cloudRevenue{...Money}capex{...Money overTheQuarter:growth(over:QUARTER){...GrowthRate}overTheYear:growth(over:YEAR){...GrowthRate}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){...Money}capexToRevenue{...Fraction}capexToCloudRevenue{...Fraction}}`) as unknown as TypedDocumentString<ComparedFiguresFragment, unknown>;
/**
 * The figures of one quarter, of a company or a group. Capital expenditures (`capex`) are purchases
 * of property and equipment, positive when money is spent; `capexTrailing` are those of the twelve
 * months up to the quarter's end.
 */
export const QuarterFiguresFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`fragment QuarterFigures on Quarter{calendarQuarter currency revenue{...Money}cloudRevenue{...Money}capex{...Money overTheQuarter:growth(over:QUARTER){...GrowthRate}overTheYear:growth(over:YEAR){...GrowthRate}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){...Money}capexToRevenue{...Fraction}capexToCloudRevenue{...Fraction}}fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment GrowthRate on Growth{value missing{...MissingInput}}fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}`) as unknown as TypedDocumentString<QuarterFiguresFragment, unknown>;
/**
 * Published statements, each worked out again from the filings: as known when it was published
 * (`computed`) and with everything known today, in every reading that the source's words leave open.
 * The figures are in `unit`; `query` is a document that is the working, runnable as it stands.
 *
 * @example
 * const claims = await client.claims();
 * const contradicted = claims.filter(({ verdict }) => verdict === 'CONTRADICTED');
 * const working = await client.request(claims[0]!.query);
 */
export const ClaimsDocument = /*#__PURE__*/ new TypedDocumentString(`query Claims($source:String){claims(source:$source){slug statement saidOn published publishedTo computed computedToday unit verdict finding query readings{basis isStated computed computedToday bounds{low high}unit verdict verdictToday query}source{title publisher publishedOn url}}}`) as unknown as TypedDocumentString<ClaimsQuery, ClaimsQueryVariables>;
/**
 * Companies, by name unless `orderBy` says otherwise; one page of them, 100 unless `first` says less,
 * see `paginate` for all.
 *
 * @example
 * const { totalCount, nodes } = await client.companies({ where: { countries: ['CN'] } });
 */
export const CompaniesDocument = /*#__PURE__*/ new TypedDocumentString(`query Companies($where:CompanyFilter$orderBy:CompanyOrder$first:Int$after:String){companies(where:$where orderBy:$orderBy first:$first after:$after){nodes{id slug name ticker country reportingCurrency fiscalYearEndMonth cik}pageInfo{hasNextPage endCursor}totalCount}}`) as unknown as TypedDocumentString<CompaniesQuery, CompaniesQueryVariables>;
/**
 * A company and its quarters, oldest first: revenue, cloud revenue and capital expenditures in whole
 * units of `currency` (the reporting currency unless given), growth and ratios as fractions; as known
 * on the day `asOf`. Null when there is no such company.
 *
 * @example
 * const company = await client.companyQuarters({
 *   company: { ticker: 'BABA' },
 *   from: '2024Q1',
 *   currency: 'USD',
 * });
 */
export const CompanyQuartersDocument = /*#__PURE__*/ new TypedDocumentString(`query CompanyQuarters($company:CompanyBy!$from:CalendarQuarter$to:CalendarQuarter$first:Int$after:String$last:Int$currency:Currency$asOf:Date){company(by:$company){slug name quarters(from:$from to:$to first:$first after:$after last:$last currency:$currency asOf:$asOf){nodes{fiscalLabel periodEnd publishedOn ...QuarterFigures}pageInfo{hasNextPage endCursor}totalCount}}}fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment GrowthRate on Growth{value missing{...MissingInput}}fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}fragment QuarterFigures on Quarter{calendarQuarter currency revenue{...Money}cloudRevenue{...Money}capex{...Money overTheQuarter:growth(over:QUARTER){...GrowthRate}overTheYear:growth(over:YEAR){...GrowthRate}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){...Money}capexToRevenue{...Fraction}capexToCloudRevenue{...Fraction}}`) as unknown as TypedDocumentString<CompanyQuartersQuery, CompanyQuartersQueryVariables>;
/**
 * Two groups side by side, quarter by quarter, in one currency (USD unless given). `capexMultiple`
 * is the baseline's capital expenditures over the challenger's, both of twelve months; `growthLead`
 * is the challenger's growth over the year less the baseline's, as a fraction and in points; `outgrowthRuns`
 * are the runs of quarters in which the challenger grew faster. Each group is one of the dataset, or one
 * of any companies. An unknown group is an error with the code NOT_FOUND.
 *
 * @example
 * const { outgrowthRuns, latest } = await client.comparison({
 *   baseline: { slug: 'us-hyperscalers' },
 *   challenger: { slug: 'china-hyperscalers' },
 *   from: '2024Q1',
 * });
 */
export const ComparisonDocument = /*#__PURE__*/ new TypedDocumentString(`query Comparison($baseline:GroupBy!$challenger:GroupBy!$from:CalendarQuarter$to:CalendarQuarter$currency:Currency!=USD$asOf:Date){comparison(baseline:$baseline challenger:$challenger from:$from to:$to currency:$currency asOf:$asOf){currency baseline{slug name}challenger{slug name}outgrowthRuns{from to quarters ongoing}latest{...ComparedFigures}quarters{...ComparedFigures}}}fragment ComparedFigures on ComparedQuarter{calendarQuarter growthLead{value points missing{...MissingInput}}capexMultiple(window:TRAILING_TWELVE_MONTHS){...Fraction explanation}baseline{...GroupQuarterFigures}challenger{...GroupQuarterFigures}}fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment GrowthRate on Growth{value missing{...MissingInput}}fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}fragment GroupQuarterFigures on GroupQuarter{calendarQuarter currency revenue{...Money}cloudRevenue{...Money}capex{...Money overTheQuarter:growth(over:QUARTER){...GrowthRate}overTheYear:growth(over:YEAR){...GrowthRate}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){...Money}capexToRevenue{...Fraction}capexToCloudRevenue{...Fraction}}`) as unknown as TypedDocumentString<ComparisonQuery, ComparisonQueryVariables>;
/**
 * What the dataset holds; two answers of one `version` agree with each other.
 *
 * @example
 * const { version, from, to } = await client.dataset();
 */
export const DatasetDocument = /*#__PURE__*/ new TypedDocumentString(`query Dataset{dataset{version importedAt companies quarters facts sources from to}}`) as unknown as TypedDocumentString<DatasetQuery, DatasetQueryVariables>;
/**
 * What each concept, measure, rule, reason, verdict and definition means: its formula, its unit, and
 * where it stands in the schema, e.g. `Figures.capexToRevenue`.
 *
 * @example
 * const glossary = await client.glossary();
 * const formulas = new Map(glossary.map(({ name, formula }) => [name, formula]));
 */
export const GlossaryDocument = /*#__PURE__*/ new TypedDocumentString(`query Glossary{glossary{name definition formula unit coordinate}}`) as unknown as TypedDocumentString<GlossaryQuery, GlossaryQueryVariables>;
/**
 * A group, of the dataset or of any companies, and its quarters, oldest first: sums over the members
 * that publish a concept, in whole units of `currency` (USD unless given). A sum is null while one of
 * those members lacks it, and `missing` names it. Null when there is no group with such a slug.
 *
 * @example
 * const group = await client.groupQuarters({
 *   group: { companies: [{ slug: 'alibaba' }, { ticker: 'BIDU' }] },
 *   last: 8,
 * });
 */
export const GroupQuartersDocument = /*#__PURE__*/ new TypedDocumentString(`query GroupQuarters($group:GroupBy!$from:CalendarQuarter$to:CalendarQuarter$last:Int$currency:Currency!=USD$asOf:Date){group(by:$group){slug name description members{slug name}quarters(from:$from to:$to last:$last currency:$currency asOf:$asOf){...GroupQuarterFigures}}}fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment GrowthRate on Growth{value missing{...MissingInput}}fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}fragment GroupQuarterFigures on GroupQuarter{calendarQuarter currency revenue{...Money}cloudRevenue{...Money}capex{...Money overTheQuarter:growth(over:QUARTER){...GrowthRate}overTheYear:growth(over:YEAR){...GrowthRate}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){...Money}capexToRevenue{...Fraction}capexToCloudRevenue{...Fraction}}`) as unknown as TypedDocumentString<GroupQuartersQuery, GroupQuartersQueryVariables>;
/**
 * Every group, with the companies in it.
 *
 * @example
 * const groups = await client.groups();
 * const chinese = groups.find(({ slug }) => slug === 'china-cloud')?.members;
 */
export const GroupsDocument = /*#__PURE__*/ new TypedDocumentString(`query Groups{groups{slug name description members{slug name ticker country}}}`) as unknown as TypedDocumentString<GroupsQuery, GroupsQueryVariables>;
/**
 * The facts of one quarter with the documents that printed them: amounts in whole units of the
 * currency that was printed, each with the day on which it became public. Of every concept unless
 * one is given; `definition` says what the concept means in the fact's series. Null when there is no
 * such company; its `quarter` is null when that is not known.
 *
 * @example
 * const company = await client.quarterSources({
 *   company: { slug: 'alibaba' },
 *   calendarQuarter: '2025Q2',
 *   concept: 'CAPEX',
 * });
 */
export const QuarterSourcesDocument = /*#__PURE__*/ new TypedDocumentString(`query QuarterSources($company:CompanyBy!$calendarQuarter:CalendarQuarter!$concept:Concept$asOf:Date){company(by:$company){name quarter(calendarQuarter:$calendarQuarter asOf:$asOf){fiscalLabel facts(concept:$concept){concept definition{slug description}amount currency quality publishedOn note source{kind title publisher url}}}}}`) as unknown as TypedDocumentString<QuarterSourcesQuery, QuarterSourcesQueryVariables>;
/**
 * Quarters across companies that meet conditions on any figure, ordered by any figure; one page of
 * them, 100 unless `first` says less, see `paginate` for all. Ratios and growth in conditions are
 * fractions, amounts are whole units of `currency` (each company's reporting currency unless given).
 *
 * @example
 * const { totalCount, nodes } = await client.screen({
 *   where: { from: '2025Q1', capexToRevenue: { gt: 0.333 } },
 *   orderBy: { field: 'CAPEX_TO_REVENUE' },
 *   currency: 'USD',
 * });
 */
export const ScreenDocument = /*#__PURE__*/ new TypedDocumentString(`query Screen($where:QuarterFilter$orderBy:QuarterOrder$first:Int$after:String$currency:Currency$asOf:Date){quarters(where:$where orderBy:$orderBy first:$first after:$after currency:$currency asOf:$asOf){nodes{company{slug name}fiscalLabel ...QuarterFigures}pageInfo{hasNextPage endCursor}totalCount}}fragment Money on Amount{amount value currency quality missing{...MissingInput}}fragment GrowthRate on Growth{value missing{...MissingInput}}fragment Fraction on Ratio{value missing{...MissingInput}}fragment MissingInput on Gap{company{slug name}concept calendarQuarter reason}fragment QuarterFigures on Quarter{calendarQuarter currency revenue{...Money}cloudRevenue{...Money}capex{...Money overTheQuarter:growth(over:QUARTER){...GrowthRate}overTheYear:growth(over:YEAR){...GrowthRate}}capexTrailing:capex(window:TRAILING_TWELVE_MONTHS){...Money}capexToRevenue{...Fraction}capexToCloudRevenue{...Fraction}}`) as unknown as TypedDocumentString<ScreenQuery, ScreenQueryVariables>;