import { MONTHS } from './quarters.ts';
import type { ItemName, PeriodKind, Show, View } from './view.ts';

/** What the parts of a view are called, in sentences. */
export const ITEM_WORDS: Record<ItemName, string> = {
  CAPEX: 'capital expenditures',
  REVENUE: 'revenue',
  CLOUD_REVENUE: 'cloud revenue',
  OPERATING_CASH_FLOW: 'operating cash flow',
  FREE_CASH_FLOW: 'free cash flow',
  DEPRECIATION: 'depreciation',
};

export const SHOW_WORDS: Record<Show, string> = {
  AMOUNT: 'amount',
  GROWTH_YEAR: 'growth over the year',
  GROWTH_QUARTER: 'growth over the quarter',
  INDEX: 'index',
};

export const PERIOD_WORDS: Record<PeriodKind, string> = {
  QUARTER: 'by quarter',
  TRAILING_TWELVE_MONTHS: 'twelve months to the end of each quarter',
  FISCAL_YEAR: 'by fiscal year',
  CALENDAR_YEAR: 'by calendar year',
};

/** Why a value is missing. */
export const REASON_WORDS: Record<string, string> = {
  NOT_COMPARABLE: 'no two figures in one definition',
  NOT_DERIVABLE: 'does not follow from what was printed',
  NOT_DISCLOSED: 'not disclosed',
  NOT_IN_DATASET: 'not in the dataset',
  NOT_MEANINGFUL: 'not meaningful',
  NOT_YET_PUBLISHED: 'not yet published',
  NO_EXCHANGE_RATE: 'no exchange rate',
  OUT_OF_RANGE: 'before the figures begin',
};

/** The same in cells of tables, which have little room. */
export const SHORT_REASONS: Record<string, string> = {
  NOT_COMPARABLE: 'not comparable',
  NOT_DERIVABLE: 'not derivable',
  NOT_DISCLOSED: 'undisclosed',
  NOT_IN_DATASET: 'not in data',
  NOT_MEANINGFUL: 'no meaning',
  NOT_YET_PUBLISHED: 'not yet out',
  NO_EXCHANGE_RATE: 'no rate',
  OUT_OF_RANGE: 'before start',
};

/** E.g. Capital expenditures over revenue, growth over the year. */
export function measureWords({ item, over, show }: Pick<View, 'item' | 'over' | 'show'>): string {
  const what = ITEM_WORDS[item] + (over ? ` over ${ITEM_WORDS[over]}` : '');
  if (show === 'AMOUNT') return what;
  if (show === 'INDEX') return `${what}, index`;
  const span = show === 'GROWTH_YEAR' ? 'the year' : 'the quarter';
  return over ? `${what}, change over ${span}` : `growth of ${what} over ${span}`;
}

/** Currencies, in sentences. */
const CURRENCY_WORDS: Record<View['currency'], string> = {
  USD: 'US dollars',
  CNY: 'yuan',
  EUR: 'euros',
  HKD: 'Hong Kong dollars',
};

/** Under the title of a chart: the measure, its unit and currency. */
export function subtitleOf(view: View): string {
  const { over, show, by, currency, base, basis, item, asOf } = view;
  const unit =
    show === 'INDEX'
      ? `${base} = 100`
      : over || show !== 'AMOUNT'
        ? over && show !== 'AMOUNT'
          ? 'percentage points'
          : 'per cent'
        : '';
  const words = [capital(measureWords(view)), PERIOD_WORDS[by]];
  if (unit) words.push(unit);
  if (!over) words.push(`in ${CURRENCY_WORDS[currency]}`);
  if (basis === 'HEADLINE' && [item, over].includes('CAPEX'))
    words.push('as the companies headline them');
  if (asOf) words.push(`as known on ${dayWords(asOf)}`);
  return words.join(', ');
}

/** E.g. twelve months to 2026Q2; quarters and years speak for themselves. */
export const windowWords = (period: string, { by }: Pick<View, 'by'>) =>
  by === 'TRAILING_TWELVE_MONTHS' ? `twelve months to ${period}` : period;

/** E.g. 1 September 2025. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** E.g. Alibaba Group, Tencent and Baidu. */
export function listWords(words: readonly string[]): string {
  const [last, ...others] = words.toReversed();
  return others.length ? `${others.reverse().join(', ')} and ${last}` : (last ?? '');
}
