import { CAPEX } from '../domain/measures.ts';
import { WINDOWS } from '../domain/vocabulary.ts';
import type { Claim } from './claim.ts';
import { quarterOf } from './evidence.ts';
import { asPrinted, billions, names } from './words.ts';

const TWELVE_MONTHS = WINDOWS.TRAILING_TWELVE_MONTHS;

/** What the companies spent in twelve months. */
export const SPENDING: readonly Claim[] = [
  {
    slug: 'us-capex-12-months',
    statement:
      'The largest US cloud companies spent USD 291 bn on capital expenditures in twelve months.',
    published: 291,
    unit: 'USD bn',
    measure: ({ us }) => quarterOf(us, '2025Q2').amount(CAPEX.CASH, TWELVE_MONTHS).value(1e9),
    finding({ us }, _, verdict) {
      const quarter = quarterOf(us, '2025Q2');
      const cash = billions(quarter.amount(CAPEX.CASH, TWELVE_MONTHS));
      const headline = billions(quarter.amount(CAPEX.HEADLINE, TWELVE_MONTHS));
      return `${names(us, CAPEX.CASH)} spent ${cash} on property and equipment in the twelve months to June 2025, ${asPrinted('USD 291 bn', verdict)}; with the finance leases that some of them add, it was ${headline}.`;
    },
    query: `{
  group(by: { slug: "us-hyperscalers" }) {
    quarter(calendarQuarter: "2025Q2", asOf: "2025-09-01") {
      capex(window: TRAILING_TWELVE_MONTHS) { value(in: BILLION) explanation }
      headline: capex(window: TRAILING_TWELVE_MONTHS, basis: HEADLINE) { value(in: BILLION) explanation }
      members {
        company { name }
        capex(window: TRAILING_TWELVE_MONTHS) {
          amount
          explanation
          facts { periodEnd publishedOn source { title url } }
        }
      }
    }
  }
}`,
  },
  {
    slug: 'china-capex-12-months',
    statement:
      'Four leading Chinese companies spent USD 45 bn on capital expenditures in twelve months.',
    published: 45,
    unit: 'USD bn',
    measure: ({ china }) => quarterOf(china, '2025Q2').amount(CAPEX.CASH, TWELVE_MONTHS).value(1e9),
    // One of the four is not named, so nobody can look up its figure.
    holds: () => 'not checkable',
    finding({ china }) {
      const spent = billions(quarterOf(china, '2025Q2').amount(CAPEX.CASH, TWELVE_MONTHS));
      return `${names(china, CAPEX.CASH)}, which publish their capital expenditures, spent ${spent} in the twelve months to June 2025; the report counts a fourth company without naming it, so its USD 45 bn cannot be checked.`;
    },
    query: `{
  group(by: { slug: "china-hyperscalers" }) {
    quarter(calendarQuarter: "2025Q2", asOf: "2025-09-01") {
      capex(window: TRAILING_TWELVE_MONTHS) {
        value(in: BILLION)
        explanation
        exchangeRates { calendarQuarter average source { title } }
      }
      members { company { name } capex(window: TRAILING_TWELVE_MONTHS) { amount explanation } }
    }
  }
}`,
  },
];
