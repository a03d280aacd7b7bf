import { CAPEX } from '../domain/measures.ts';
import { SPANS } from '../domain/vocabulary.ts';
import type { Claim } from './claim.ts';
import { chineseGrowth, type Evidence } from './evidence.ts';
import { names, rate } from './words.ts';

/** Whether growth has risen. */
export const ACCELERATION: Claim = {
  slug: 'china-accelerated',
  statement: 'Investment by the Chinese companies has accelerated since early 2023.',
  published: null,
  unit: 'percentage points',
  measure: acceleration,
  holds: (evidence) => acceleration(evidence)! > 0,
  finding(then) {
    const before = chineseGrowth(then, SPANS.YEAR, '2023Q1').value;
    const after = chineseGrowth(then, SPANS.YEAR, '2025Q2').value;
    return `Measured as growth over the year in yuan, the capital expenditures of ${names(then.china, CAPEX.CASH)} went from ${before! < 0 ? 'a fall' : 'a rise'} of ${rate(before)} in 2023Q1 to ${after! < 0 ? 'a fall' : 'a rise'} of ${rate(after)} in 2025Q2.`;
  },
  query: `{
  group(by: { slug: "china-hyperscalers" }) {
    quarters(from: "2023Q1", to: "2025Q2", currency: CNY, asOf: "2025-09-01") {
      calendarQuarter
      capex { value(in: BILLION) growth(over: YEAR) { value explanation } }
    }
  }
}`,
};

/** By how many points growth over the year rose from early 2023 to the June quarter of 2025. */
function acceleration(evidence: Evidence): number | null {
  const before = chineseGrowth(evidence, SPANS.YEAR, '2023Q1').value;
  const after = chineseGrowth(evidence, SPANS.YEAR, '2025Q2').value;
  return before === null || after === null ? null : (after - before) * 100;
}
