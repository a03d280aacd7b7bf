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
  /** The company of a company's page. */
  readonly company: string;
  /** The question of the screen. */
  readonly screen: string;
  /** The chart alone, for a frame of another page. */
  readonly embed: '' | 'yes';
}

export const PAGES = ['charts', 'claims', 'company', 'screen'] as const;
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
export const TABS = ['chart', 'table', 'sources'] as const;

type Page = (typeof PAGES)[number];
export type ItemName = (typeof ITEMS)[number];
export type Show = (typeof SHOWS)[number];
export type PeriodKind = (typeof PERIODS)[number];
type CurrencyCode = (typeof CURRENCIES)[number];
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
  company: '',
  screen: '',
  embed: '',
};
