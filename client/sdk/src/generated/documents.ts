/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Names one company, in exactly one way. */
export type CompanyBy =
  {   /** The SEC's central index key, ten digits. */
  cik: string; id?: never; slug?: never; ticker?: never; }
  |  { cik?: never;   /** Global id. */
  id: string; slug?: never; ticker?: never; }
  |  { cik?: never; id?: never;   /** E.g. alibaba. */
  slug: string; ticker?: never; }
  |  { cik?: never; id?: never; slug?: never;   /** E.g. MSFT or 0700.HK. */
  ticker: string; };

/** Keeps the companies that meet every condition given. */
export type CompanyFilter = {
  /** In one of these countries, ISO 3166-1 alpha-2. */
  countries?: Array<string> | null | undefined;
  /** In this group, by its slug. */
  group?: string | null | undefined;
  /** With this text in the name, slug or ticker, in capitals or not. */
  search?: string | null | undefined;
  /** One of these companies. */
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

/** Why a value is missing. */
export type GapReason =
  /** The quarters needed are known only in different definitions. */
  | 'NOT_COMPARABLE'
  /** Only a year-to-date or annual figure is known. */
  | 'NOT_DERIVABLE'
  /** The company does not publish this concept, or left this quarter out. */
  | 'NOT_DISCLOSED'
  /** Growth from a base of zero or less, or a ratio to zero. */
  | 'NOT_MEANINGFUL'
  /** No document had it on the `asOf` date. */
  | 'NOT_YET_PUBLISHED'
  /** No average exchange rate is known for that quarter. */
  | 'NO_EXCHANGE_RATE'
  /** The quarter lies before the oldest one known. */
  | 'OUT_OF_RANGE';

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
  last?: number | null | undefined;
  currency?: Currency | null | undefined;
  asOf?: string | null | undefined;
}>;


export type CompanyQuartersQuery = { company: { slug: string, name: string, quarters: { nodes: Array<{ calendarQuarter: string, fiscalLabel: string, periodEnd: string, currency: Currency, revenue: { amount: string | null, value: number | null, currency: Currency, quality: Quality | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason }> }, cloudRevenue: { amount: string | null, value: number | null, currency: Currency, quality: Quality | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason }> }, capex: { amount: string | null, value: number | null, currency: Currency, quality: Quality | null, overTheQuarter: { value: number | null }, overTheYear: { value: number | null }, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason }> }, capexTrailing: { amount: string | null, value: number | null, currency: Currency, quality: Quality | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason }> }, capexToRevenue: { value: number | null }, capexToCloudRevenue: { value: number | null } }> } } | null };

export type MoneyFragment = { amount: string | null, value: number | null, currency: Currency, quality: Quality | null, missing: Array<{ concept: Concept, calendarQuarter: string, reason: GapReason }> };

export type MissingInputFragment = { concept: Concept, calendarQuarter: string, reason: GapReason };

export type QuarterSourcesQueryVariables = Exact<{
  company: CompanyBy;
  calendarQuarter: string;
  concept?: Concept | null | undefined;
  asOf?: string | null | undefined;
}>;


export type QuarterSourcesQuery = { company: { name: string, quarter: { fiscalLabel: string, facts: Array<{ concept: Concept, definition: string, amount: string, currency: Currency, quality: Quality, publishedOn: string, note: string | null, source: { kind: SourceKind, title: string, publisher: string, url: string | null } }> } | null } | null };

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
export const MissingInputFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment MissingInput on Gap {
  concept
  calendarQuarter
  reason
}
    `, {"fragmentName":"MissingInput"}) as unknown as TypedDocumentString<MissingInputFragment, unknown>;
export const MoneyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Money on Amount {
  amount
  value
  currency
  quality
  missing {
    ...MissingInput
  }
}
    fragment MissingInput on Gap {
  concept
  calendarQuarter
  reason
}`, {"fragmentName":"Money"}) as unknown as TypedDocumentString<MoneyFragment, unknown>;
export const CompaniesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Companies($where: CompanyFilter, $orderBy: CompanyOrder, $first: Int, $after: String) {
  companies(where: $where, orderBy: $orderBy, first: $first, after: $after) {
    nodes {
      id
      slug
      name
      ticker
      country
      reportingCurrency
      fiscalYearEndMonth
      cik
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    totalCount
  }
}
    `) as unknown as TypedDocumentString<CompaniesQuery, CompaniesQueryVariables>;
export const CompanyQuartersDocument = /*#__PURE__*/ new TypedDocumentString(`
    query CompanyQuarters($company: CompanyBy!, $from: CalendarQuarter, $to: CalendarQuarter, $last: Int, $currency: Currency, $asOf: Date) {
  company(by: $company) {
    slug
    name
    quarters(from: $from, to: $to, last: $last, currency: $currency, asOf: $asOf) {
      nodes {
        calendarQuarter
        fiscalLabel
        periodEnd
        currency
        revenue {
          ...Money
        }
        cloudRevenue {
          ...Money
        }
        capex {
          ...Money
          overTheQuarter: growth(over: QUARTER) {
            value
          }
          overTheYear: growth(over: YEAR) {
            value
          }
        }
        capexTrailing: capex(window: TRAILING_TWELVE_MONTHS) {
          ...Money
        }
        capexToRevenue {
          value
        }
        capexToCloudRevenue {
          value
        }
      }
    }
  }
}
    fragment Money on Amount {
  amount
  value
  currency
  quality
  missing {
    ...MissingInput
  }
}
fragment MissingInput on Gap {
  concept
  calendarQuarter
  reason
}`) as unknown as TypedDocumentString<CompanyQuartersQuery, CompanyQuartersQueryVariables>;
export const QuarterSourcesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query QuarterSources($company: CompanyBy!, $calendarQuarter: CalendarQuarter!, $concept: Concept, $asOf: Date) {
  company(by: $company) {
    name
    quarter(calendarQuarter: $calendarQuarter, asOf: $asOf) {
      fiscalLabel
      facts(concept: $concept) {
        concept
        definition
        amount
        currency
        quality
        publishedOn
        note
        source {
          kind
          title
          publisher
          url
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<QuarterSourcesQuery, QuarterSourcesQueryVariables>;