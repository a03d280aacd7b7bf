import type { GroupView } from '../domain/group-view.ts';
import { CAPEX, ITEMS, type LineItem } from '../domain/measures.ts';
import { SPANS, WINDOWS } from '../domain/vocabulary.ts';
import type { Claim } from './claim.ts';
import { type Evidence, quarterOf } from './evidence.ts';
import { asPrinted, names, points, rate, silent } from './words.ts';

const capexTo = (group: GroupView, denominator: LineItem) =>
  quarterOf(group, '2025Q2').ratio(CAPEX.CASH, denominator, WINDOWS.QUARTER);

/** China's figure less that of the US, in percentage points. */
const difference = (
  { china, us }: Evidence,
  figure: (group: GroupView) => number | null,
  scale: number,
) => {
  const [ours, theirs] = [figure(china), figure(us)];
  return ours === null || theirs === null ? null : (ours - theirs) * scale;
};

const toRevenue = (group: GroupView) => capexTo(group, ITEMS.revenue);
const ratioGap = (evidence: Evidence) =>
  difference(evidence, (group) => toRevenue(group).value, 100);
const changeGap = (evidence: Evidence) =>
  difference(evidence, (group) => toRevenue(group).change(SPANS.YEAR).points, 1);

/** One group's capital expenditures over cloud revenue. */
function toCloudRevenue(
  place: 'china' | 'us',
  { slug, statement, published }: Pick<Claim, 'slug' | 'statement' | 'published'>,
): Claim {
  return {
    slug,
    statement,
    published,
    unit: '%',
    measure: (evidence) => {
      const { value } = capexTo(evidence[place], ITEMS.cloudRevenue);
      return value === null ? null : value * 100;
    },
    finding(then, _, verdict) {
      const group = then[place];
      const items = [CAPEX.CASH, ITEMS.cloudRevenue];
      const ratio = rate(capexTo(group, ITEMS.cloudRevenue).value);
      return `In the June quarter of 2025, capital expenditures were ${ratio} of cloud revenue at ${names(group, ...items)}, ${asPrinted(`${published} %`, verdict)}; ${silent(group, ...items)} publishes no cloud revenue and is left out.`;
    },
    query: `{
  group(by: { slug: "${place}-hyperscalers" }) {
    quarter(calendarQuarter: "2025Q2", asOf: "2025-09-01") {
      capexToCloudRevenue { value explanation numerator { explanation } denominator { explanation } }
      members {
        company { name }
        capexToCloudRevenue { value explanation missing { concept reason } }
      }
    }
  }
}`,
  };
}

/** Both groups' capital expenditures over revenue, in the June quarters of two years. */
const REVENUE_QUERY = `{
  china: group(by: { slug: "china-hyperscalers" }) { ...Intensity }
  us: group(by: { slug: "us-hyperscalers" }) { ...Intensity }
}

fragment Intensity on Group {
  name
  quarters(from: "2024Q2", to: "2025Q2", asOf: "2025-09-01") {
    calendarQuarter
    capexToRevenue { value change(over: YEAR) { points explanation } explanation }
  }
}`;

/** How much the companies spend for what they earn. */
export const INTENSITY: readonly Claim[] = [
  toCloudRevenue('china', {
    slug: 'china-capex-to-cloud-revenue',
    statement:
      'The Chinese companies put 121 % of their cloud revenue into capital expenditures in the June quarter of 2025.',
    published: 121,
  }),
  toCloudRevenue('us', {
    slug: 'us-capex-to-cloud-revenue',
    statement:
      'The US companies put 94 % of their cloud revenue into capital expenditures in the June quarter of 2025.',
    published: 94,
  }),
  {
    slug: 'china-capex-to-revenue-lower',
    statement: 'Capital expenditures are a lower share of revenue in China than in the US.',
    published: null,
    unit: 'percentage points',
    measure: ratioGap,
    holds: (evidence) => ratioGap(evidence)! < 0,
    finding: ({ china, us }) =>
      `In the June quarter of 2025, capital expenditures were ${rate(toRevenue(china).value)} of revenue at ${names(china, CAPEX.CASH, ITEMS.revenue)}, and ${rate(toRevenue(us).value)} at ${names(us, CAPEX.CASH, ITEMS.revenue)}.`,
    query: REVENUE_QUERY,
  },
  {
    slug: 'china-capex-to-revenue-rising-faster',
    statement:
      'The share of revenue that goes into capital expenditures is rising faster in China than in the US.',
    published: null,
    unit: 'percentage points',
    measure: changeGap,
    holds: (evidence) => changeGap(evidence)! > 0,
    finding({ china, us }) {
      const rise = (group: GroupView) => {
        const ratio = toRevenue(group);
        const change = ratio.change(SPANS.YEAR).points;
        return `${change! < 0 ? 'fell' : 'rose'} by ${points(change)} to ${rate(ratio.value)}`;
      };
      return `Over the year to the June quarter of 2025, capital expenditures over revenue ${rise(china)} in China and ${rise(us)} in the US.`;
    },
    query: REVENUE_QUERY,
  },
];
