import { formatCalendarQuarter, parseCalendarQuarter } from '../domain/calendar-quarter.ts';
import { ComparedQuarter } from '../domain/comparison.ts';
import { CAPEX } from '../domain/measures.ts';
import { SPANS, type Span, WINDOWS } from '../domain/vocabulary.ts';
import type { Claim } from './claim.ts';
import { chineseGrowth, type Evidence } from './evidence.ts';
import { asPrinted, billions, moved, names, points } from './words.ts';

/** The quarters from late 2024 to the newest that was known when the claims were made. */
const SINCE_LATE_2024 = ['2024Q4', '2025Q1', '2025Q2'];

const growthOf = (evidence: Evidence, slug: string, span: Span) =>
  evidence.chinese(slug, '2025Q2').amount(CAPEX.CASH, WINDOWS.QUARTER).growth(span);

const percentage = (fraction: number | null) => (fraction === null ? null : fraction * 100);

/** By how many points the Chinese group's growth led, quarter by quarter since late 2024. */
function leadsSinceLate2024({ comparison }: Evidence): (number | null)[] {
  return SINCE_LATE_2024.map(
    (quarter) =>
      new ComparedQuarter(comparison, parseCalendarQuarter(quarter)!).growthLead(
        SPANS.YEAR,
        WINDOWS.QUARTER,
        'CASH',
      ).points,
  );
}

function smallestLead(evidence: Evidence): number | null {
  const leads = leadsSinceLate2024(evidence);
  return leads.includes(null) ? null : Math.min(...(leads as number[]));
}

/** The run of quarters that takes in the June quarter of 2025, by what is known today. */
function runOf({ comparison }: Evidence): string {
  const june = parseCalendarQuarter('2025Q2')!;
  const run = comparison
    .outgrowthRuns(SPANS.YEAR, 'CASH')
    .find(({ from, to }) => from <= june && june <= to);
  if (!run) return '';
  const [from, to] = [run.from, run.to].map(formatCalendarQuarter);
  const outcome = run.ongoing ? 'is still going on' : `ended in ${to}`;
  return `; by all that is known today, the run began in ${from} and ${outcome}`;
}

/** One company's growth over the quarter, which a report gives without saying over what. */
function companyGrowth(slug: string, name: string, printed: number): Claim {
  return {
    slug: `${slug}-growth`,
    statement: `${name}'s capital expenditures grew by ${printed} % in the June quarter of 2025.`,
    published: printed,
    unit: '%',
    measure: (evidence) => percentage(growthOf(evidence, slug, SPANS.QUARTER).value),
    finding(then, _, verdict) {
      const overQuarter = growthOf(then, slug, SPANS.QUARTER);
      const overYear = growthOf(then, slug, SPANS.YEAR);
      return `${name}'s capital expenditures ${moved(overQuarter.value)} over the quarter, from ${billions(overQuarter.from)} to ${billions(overQuarter.to)}, ${asPrinted(`${printed} %`, verdict)}; over the year they ${moved(overYear.value)}.`;
    },
    query: `{
  company(by: { slug: "${slug}" }) {
    quarter(calendarQuarter: "2025Q2", asOf: "2025-09-01") {
      capex {
        amount
        overTheQuarter: growth(over: QUARTER) { value explanation }
        overTheYear: growth(over: YEAR) { value explanation }
        facts { publishedOn source { title url } }
      }
    }
  }
}`,
  };
}

/** How fast the companies' spending grew. */
export const GROWTH: readonly Claim[] = [
  {
    slug: 'china-outgrows-us',
    statement:
      'Capital expenditures have grown faster in China than in the US in every quarter since late 2024.',
    published: null,
    unit: 'percentage points',
    measure: smallestLead,
    holds: (evidence) => smallestLead(evidence)! > 0,
    finding(then, today) {
      const leads = leadsSinceLate2024(then) as number[];
      const led = leads.filter((lead) => lead > 0).length;
      const quarters =
        led === leads.length ? 'every quarter' : `${led} of the ${leads.length} quarters`;
      const smallest = Math.min(...leads);
      const margin = led === leads.length ? `, by at least ${points(smallest)}` : '';
      return `Over the year and in US dollars, the capital expenditures of ${names(then.china, CAPEX.CASH)} grew faster than those of ${names(then.us, CAPEX.CASH)} in ${quarters} from 2024Q4 to 2025Q2${margin}${runOf(today)}.`;
    },
    query: `{
  then: comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }, from: "2024Q4", to: "2025Q2", asOf: "2025-09-01") {
    quarters { ...Growth }
  }
  now: comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }, from: "2023Q1") {
    outgrowthRuns { from to quarters ongoing }
    quarters { ...Growth }
  }
}

fragment Growth on ComparedQuarter {
  calendarQuarter
  growthLead { points explanation }
  baseline { capex { growth(over: YEAR) { value explanation } } }
  challenger { capex { growth(over: YEAR) { value explanation } } }
}`,
  },
  {
    slug: 'three-firms-growth',
    statement:
      'The capital expenditures of Baidu, Alibaba and Tencent together grew by 168 % in the June quarter of 2025.',
    published: 168,
    unit: '%',
    measure: (evidence) => percentage(chineseGrowth(evidence, SPANS.YEAR, '2025Q2').value),
    finding(then, _, verdict) {
      const overYear = chineseGrowth(then, SPANS.YEAR, '2025Q2');
      const overQuarter = chineseGrowth(then, SPANS.QUARTER, '2025Q2');
      return `Together, the capital expenditures of ${names(then.china, CAPEX.CASH)} ${moved(overYear.value)} over the year, from ${billions(overYear.from)} to ${billions(overYear.to)}, ${asPrinted('168 %', verdict)}; over the quarter they ${moved(overQuarter.value)}, and the report does not say which it means.`;
    },
    query: `{
  group(by: { slug: "china-hyperscalers" }) {
    quarter(calendarQuarter: "2025Q2", currency: CNY, asOf: "2025-09-01") {
      capex {
        explanation
        overTheYear: growth(over: YEAR) { value explanation }
        overTheQuarter: growth(over: QUARTER) { value explanation }
      }
      members { company { name } capex { amount growth(over: YEAR) { value explanation } } }
    }
  }
}`,
  },
  companyGrowth('alibaba', 'Alibaba', 57),
  companyGrowth('baidu', 'Baidu', 30),
  {
    slug: 'tencent-decline',
    statement:
      'Of the three, only Tencent spent less in the June quarter of 2025 than in the quarter before.',
    published: null,
    unit: '%',
    measure: (evidence) => percentage(growthOf(evidence, 'tencent', SPANS.QUARTER).value),
    holds: (evidence) => {
      const grown = (slug: string) => growthOf(evidence, slug, SPANS.QUARTER).value!;
      return grown('tencent') < 0 && grown('alibaba') > 0 && grown('baidu') > 0;
    },
    finding(then) {
      const [tencent, alibaba, baidu] = ['tencent', 'alibaba', 'baidu'].map((slug) =>
        growthOf(then, slug, SPANS.QUARTER),
      );
      return `From the March to the June quarter of 2025, Tencent's capital expenditures ${moved(tencent!.value)} to ${billions(tencent!.to)}, while Alibaba's ${moved(alibaba!.value)} and Baidu's ${moved(baidu!.value)}.`;
    },
    query: `{
  group(by: { slug: "china-hyperscalers" }) {
    quarter(calendarQuarter: "2025Q2", currency: CNY, asOf: "2025-09-01") {
      members { company { name } capex { amount growth(over: QUARTER) { value explanation } } }
    }
  }
}`,
  },
];
