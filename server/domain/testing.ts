import type { Amount, Figures } from './amount.ts';
import {
  addQuarters,
  type CalendarQuarter,
  formatCalendarQuarter,
  parseCalendarQuarter,
} from './calendar-quarter.ts';
import type { CompanyAmount } from './company-amount.ts';
import { addDays, type Day, parseDay } from './day.ts';
import { type ExchangeRate, ExchangeRates } from './exchange-rates.ts';
import { type Explained, explain } from './explanations/explanation.ts';
import type { FactRecord } from './fact-columns.ts';
import { fiscalPeriodOf } from './fiscal-calendar.ts';
import type { Gap } from './gap.ts';
import type { GroupAmount } from './group-amount.ts';
import { GroupQuarter } from './group-quarter.ts';
import { GroupView } from './group-view.ts';
import { ITEMS as ALL_ITEMS, CAPEX, figureItem, RATIOS } from './measures.ts';
import type { NonDisclosure } from './non-disclosure.ts';
import { Quarter } from './quarter.ts';
import { Series } from './series.ts';
import { keysOf, tableOf } from './table.ts';
import { View } from './view.ts';
import {
  CAPEX_BASES,
  type Company,
  type Concept,
  type Currency,
  SPANS,
  WINDOWS,
  type Window,
} from './vocabulary.ts';
import { since } from './window.ts';

/** The day of a date like 2025-06-30. */
export const day = (text: string): Day => parseDay(text)!;

/** The calendar quarter of text like 2025Q2. */
export const quarter = (text: string): CalendarQuarter => parseCalendarQuarter(text)!;

/** A rate like `rate('USD', 'CNY', '2025Q2', '7.2331')`. */
export function rate(base: Currency, quote: Currency, of: string, average: string): ExchangeRate {
  return { base, quote, calendarQuarter: quarter(of), average, sourceId: 1 };
}

/** How a view sees: in a currency, as of a day. */
export interface ViewOptions {
  readonly currency?: Currency;
  readonly asOf?: string | Day;
}

/** A view of a series with exchange rates: `viewOf(series, RATES, { asOf: '2025-09-01' })`. */
export function viewOf(
  series: Series,
  rates: ExchangeRates,
  { currency, asOf }: ViewOptions = {},
): View {
  return new View(series, rates, { currency, asOf: typeof asOf === 'string' ? day(asOf) : asOf });
}

// Made-up series.

/** Made-up definitions, in the order of the list that settles ties. */
export const [FIRST, SECOND] = [0, 1];

/** `fact('2025Q2', 100)`: capex of 100 USD, published thirty days after the calendar quarter. */
export function fact(of: string, value: number | string, details: Partial<FactRecord> = {}) {
  const { start: periodStart, end: periodEnd } = fiscalPeriodOf(quarter(of), 12);
  const record: FactRecord = {
    id: 1,
    concept: 'CAPEX',
    definition: FIRST,
    periodStart,
    periodEnd,
    value: String(value),
    currency: 'USD',
    quality: 'REPORTED',
    roundedTo: 0,
    form: 'OTHER',
    publishedOn: addDays(periodEnd, 30),
  };
  return { ...record, ...details };
}

/** The details of a fact that covers another period than its quarter. */
export function period(start: string, end: string) {
  return { periodStart: day(start), periodEnd: day(end) };
}

/** A made-up company that reports calendar quarters in USD. */
export function series(
  facts: readonly FactRecord[],
  details: Partial<Company> = {},
  nonDisclosures: readonly NonDisclosure[] = [],
): Series {
  const company: Company = {
    id: 1,
    slug: 'acme',
    name: 'Acme',
    reportingCurrency: 'USD',
    fiscalYearEndMonth: 12,
  };
  return new Series({ ...company, ...details }, facts, ['first', 'second'], nonDisclosures);
}

/** That a company does not publish a concept, ever or in some quarters. */
export function notDisclosed(concept: Concept, from = '2000Q1', until = '2099Q4'): NonDisclosure {
  return { concept, from: quarter(from), until: quarter(until) };
}

/** Two years of quarters. */
export const QUARTERS = Array.from({ length: 8 }, (_, place) =>
  addQuarters(quarter('2024Q1'), place),
);

/** Made-up exchange rates of those two years: 7 CNY, 8 HKD or 0.9 EUR for a dollar. */
export const RATES = new ExchangeRates(
  QUARTERS.map(formatCalendarQuarter).flatMap((of) => [
    rate('USD', 'CNY', of, '7'),
    rate('USD', 'HKD', of, '8'),
    rate('USD', 'EUR', of, '0.9'),
  ]),
);

/** Its view, converted with the made-up rates: `madeUp([fact('2025Q2', 100)], { currency: 'CNY' })`. */
export function madeUp(facts: readonly FactRecord[], options: ViewOptions = {}): View {
  return viewOf(series(facts), RATES, options);
}

/** A made-up group of companies with facts, in USD: `madeUpGroup({ Acme: [fact('2025Q2', 100)] })`. */
export function madeUpGroup(
  members: Readonly<Record<string, readonly FactRecord[]>>,
  options: ViewOptions = {},
  nonDisclosures: Readonly<Record<string, readonly NonDisclosure[]>> = {},
): GroupView {
  const currency = options.currency ?? 'USD';
  const views = Object.entries(members).map(([name, facts], id) =>
    viewOf(series(facts, { id, slug: name.toLowerCase(), name }, nonDisclosures[name]), RATES, {
      ...options,
      currency,
    }),
  );
  return new GroupView({ slug: 'makers', name: 'Makers' }, views, currency);
}

// Figures.

export const ONE_QUARTER = WINDOWS.QUARTER;
export const TWELVE_MONTHS = WINDOWS.TRAILING_TWELVE_MONTHS;
export const OVER_QUARTER = SPANS.QUARTER;
export const OVER_YEAR = SPANS.YEAR;

const ITEMS = {
  ...tableOf(keysOf(ALL_ITEMS), (item) => figureItem(item)),
  headlineCapex: CAPEX.HEADLINE,
};
type Item = keyof typeof ITEMS;
type LineItemName = Exclude<Item, 'freeCashFlow'>;

/** `amount(view('alibaba'), 'capex', '2025Q2')`, whether the view knows that quarter or not. */
export function amount(view: View, item: LineItemName, of: Of, window?: Window): CompanyAmount;
export function amount(view: View, item: Item, of: Of, window?: Window): Amount;
export function amount(view: GroupView, item: Item, of: Of, window?: Window): GroupAmount;
export function amount(view: View | GroupView, item: Item, of: Of, window = ONE_QUARTER): Amount {
  return figuresOf(view, of).amount(ITEMS[item], window);
}

/** `ratio(view('alibaba'), 'capex', 'revenue', '2025Q2')`, likewise. */
export function ratio(
  view: View | GroupView,
  over: Item,
  under: Item,
  of: Of,
  window = ONE_QUARTER,
) {
  return figuresOf(view, of).ratio(ITEMS[over], ITEMS[under], window);
}

export function quarterOf(view: View, of: Of): Quarter {
  return new Quarter(view, toQuarter(of));
}

/** A quarter, or text like 2025Q2. */
type Of = string | CalendarQuarter;

const toQuarter = (of: Of) => (typeof of === 'string' ? quarter(of) : of);

function figuresOf(view: View | GroupView, of: Of): Figures {
  return view instanceof View ? quarterOf(view, of) : new GroupQuarter(view, toQuarter(of));
}

/** What gaps say, in short: `CAPEX 2025Q2 NOT_DISCLOSED`. */
export function gaps({ missing }: { readonly missing: readonly Gap[] }): string[] {
  return missing.map(
    ({ concept, calendarQuarter, reason }) =>
      `${concept} ${formatCalendarQuarter(calendarQuarter)} ${reason}`,
  );
}

/** Every window of the vocabulary, and one since a quarter. */
const ALL_WINDOWS: readonly Window[] = [...Object.values(WINDOWS), since(quarter('2024Q2'))];

/** Quotients of every kind of item: the named ones, and such as have free cash flow above or below. */
const QUOTIENTS = [
  ...Object.values(RATIOS),
  { numerator: 'freeCashFlow', denominator: 'revenue' },
  { numerator: 'capex', denominator: 'freeCashFlow' },
] as const;

/** Every measure of a quarter: each amount, growth rate, ratio and change of one over each window. */
export function measures(view: View | GroupView, of: CalendarQuarter): Explained[] {
  const at = figuresOf(view, of);
  return ALL_WINDOWS.flatMap((window) => {
    const amounts = Object.values(ITEMS).map((item) => at.amount(item, window));
    const growths = amounts.flatMap((amount) => [
      amount.growth(SPANS.QUARTER),
      amount.growth(SPANS.YEAR),
      amount.growth(SPANS.YEAR, 3),
    ]);
    const ratios = CAPEX_BASES.flatMap((basis) =>
      QUOTIENTS.map(({ numerator, denominator }) =>
        at.ratio(figureItem(numerator, basis), figureItem(denominator, basis), window),
      ),
    );
    const changes = ratios.flatMap((ratio) => [
      ratio.change(SPANS.QUARTER),
      ratio.change(SPANS.YEAR, 2),
    ]);
    return [...amounts, ...growths, ...ratios, ...changes];
  });
}

/** The value of any measure. */
export function valueOfMeasure(measure: Explained): number | null {
  return typeof measure.value === 'function' ? measure.value() : measure.value;
}

/** What a view has to say of a quarter, a line for each measure. */
export function account(view: View, of: CalendarQuarter): string[] {
  return measures(view, of).map(
    (measure) => `${valueOfMeasure(measure)}, ${measure.quality}: ${explain(measure)}`,
  );
}
