import type { Screened } from './screened.ts';

/** What the page shows: all of it is in the address, so a link restores it. */
export interface View {
  readonly page: Page;
  /** Keys of groups and companies, e.g. `us-hyperscalers` and `@alibaba`; see `subject.ts`. */
  readonly of: readonly string[];
  readonly item: ItemName;
  /** Another item that it is divided by. */
  readonly over: ItemName | '';
  readonly show: Show;
  readonly by: PeriodKind;
  readonly basis: 'CASH' | 'HEADLINE';
  readonly currency: CurrencyCode;
  /** Calendar quarters; empty for all there are. */
  readonly from: string;
  readonly to: string;
  /** The quarter in which an index is 100. */
  readonly base: string;
  /** A day; empty for all that is known. */
  readonly asOf: string;
  readonly tab: Tab;
  /** Whether panels with amounts have one scale. */
  readonly scale: 'own' | 'one';
  /** The number whose working is open: a subject and a period, e.g. `@alibaba.2025Q2`. */
  readonly point: string;
  /** The only verdict of claims that is shown, and the only claim, by its slug; empty for all. */
  readonly verdict: Verdict | '';
  readonly claim: string;
  /** Words that shown claims have in them. */
  readonly find: string;
  /** The company of a company's page. */
  readonly company: string;
  /** What the quarters of the screen have to meet, e.g. `capexToRevenue.over.33`; see `screened.ts`. */
  readonly where: readonly string[];
  /** Whose quarters the screen shows: a country, e.g. CN, or a group by its slug; empty for everyone's. */
  readonly whose: string;
  /** Whether the screen shows the newest quarter of each company, or every quarter. */
  readonly which: 'newest' | 'every';
  readonly order: Screened;
  /** Which come first in the screen. */
  readonly first: 'most' | 'least';
  /** Where a page of a long list begins: the cursor before it; empty for the first page. */
  readonly after: string;
  /** The version of the dataset that an address is pinned to; empty for the newest. */
  readonly version: string;
  /** The chart alone, for a frame of another page. */
  readonly embed: '' | 'yes';
}

export const PAGES = ['charts', 'claims', 'company', 'screen', 'news'] as const;
export const ITEMS = [
  'CAPEX',
  'REVENUE',
  'CLOUD_REVENUE',
  'OPERATING_CASH_FLOW',
  'FREE_CASH_FLOW',
  'DEPRECIATION',
] as const;
export const SHOWS = ['AMOUNT', 'GROWTH_YEAR', 'GROWTH_QUARTER', 'INDEX'] as const;
export const PERIODS = [
  'QUARTER',
  'TRAILING_TWELVE_MONTHS',
  'FISCAL_YEAR',
  'CALENDAR_YEAR',
] as const;
export const CURRENCIES = ['USD', 'CNY', 'EUR', 'HKD'] as const;
export const VERDICTS = ['REPRODUCED', 'APPROXIMATE', 'CONTRADICTED', 'NOT_CHECKABLE'] as const;
export const TABS = ['chart', 'table', 'sources'] as const;

type Page = (typeof PAGES)[number];
export type ItemName = (typeof ITEMS)[number];
export type Show = (typeof SHOWS)[number];
export type PeriodKind = (typeof PERIODS)[number];
type CurrencyCode = (typeof CURRENCIES)[number];
export type Verdict = (typeof VERDICTS)[number];
export type Tab = (typeof TABS)[number];

export const START: View = {
  page: 'charts',
  of: ['us-hyperscalers', 'china-hyperscalers'],
  item: 'CAPEX',
  over: '',
  show: 'AMOUNT',
  by: 'QUARTER',
  basis: 'CASH',
  currency: 'USD',
  from: '',
  to: '',
  base: '2023Q4',
  asOf: '',
  tab: 'chart',
  scale: 'own',
  point: '',
  verdict: '',
  claim: '',
  find: '',
  company: '',
  where: [],
  whose: '',
  which: 'newest',
  order: 'capex',
  first: 'most',
  after: '',
  version: '',
  embed: '',
};

/** What a chart shows at first, for links that leave everything else as it is. */
export const PLAIN = {
  item: START.item,
  over: START.over,
  show: START.show,
  by: START.by,
  basis: START.basis,
  from: START.from,
  to: START.to,
} satisfies Partial<View>;

/** What of a view holds on every page: as of when, and in which version. */
export const kept = ({ asOf, version }: View): Partial<View> => ({ asOf, version });

/** A company's page, as known on the day of the view. */
export const toCompany = (view: View, company: string): Partial<View> => ({
  ...START,
  ...kept(view),
  page: 'company',
  company,
});
