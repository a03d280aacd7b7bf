import { request, withBound, withSlug, withSlugs } from './request.mjs';

const QUARTER = `calendarQuarter revenue { value }
  capex { value overQuarter: growth(over: QUARTER) { value } overYear: growth(over: YEAR) { value } }
  cloudRevenue { value } capexToRevenue { value } capexToCloudRevenue { value }
  trailing: capex(window: TRAILING_TWELVE_MONTHS) { value }`;

const GROUP = 'capex { value growth(over: YEAR) { value } } capexToRevenue { value }';

const quarterRows = ({ slug, quarters }) =>
  quarters.nodes.map((quarter) => [
    slug,
    quarter.calendarQuarter,
    quarter.revenue.value,
    quarter.capex.value,
    quarter.cloudRevenue.value,
    quarter.capexToRevenue.value,
    quarter.capexToCloudRevenue.value,
    quarter.capex.overQuarter.value,
    quarter.capex.overYear.value,
    quarter.trailing.value,
  ]);

const groupNumbers = (group) =>
  group
    ? [group.capex.value, group.capex.growth.value, group.capexToRevenue.value]
    : [null, null, null];

/** @type {import('./request.mjs').Peer} */
export const capexgraph = {
  path: '/graphql',
  D: {
    body: request(
      `query Dashboard { companies { nodes { slug quarters { nodes { ${QUARTER} } } } } }`,
    ),
    read: ({ data }) => data.companies.nodes.flatMap(quarterRows),
  },
  C: {
    body: withSlug(`query Company($slug: String!) {
      company(by: { slug: $slug }) { slug quarters(last: 8) { nodes { ${QUARTER} } } } }`),
    read: ({ data }) => quarterRows(data.company),
  },
  G: {
    body: request(`query Groups {
      comparison(baseline: { slug: "us-hyperscalers" }, challenger: { slug: "china-hyperscalers" }) { quarters {
        calendarQuarter baseline { ${GROUP} } challenger { ${GROUP} } capexMultiple { value } growthLead { points }
      } } }`),
    read: ({ data }) =>
      data.comparison.quarters.map((quarter) => [
        quarter.calendarQuarter,
        ...groupNumbers(quarter.baseline),
        ...groupNumbers(quarter.challenger),
        quarter.capexMultiple.value,
        quarter.growthLead.points,
      ]),
  },
  S: {
    body: withBound(`query Screen($above: Float!) {
      quarters(first: 20, where: { capexToRevenue: { gt: $above } },
        orderBy: { field: CAPEX_TO_REVENUE, direction: DESC }, currency: USD) {
        totalCount
        nodes { company { slug } calendarQuarter capex { value } capexToRevenue { value } }
      } }`),
    read: ({ data: { quarters } }) => [
      [quarters.totalCount],
      ...quarters.nodes.map(({ company, calendarQuarter, capex, capexToRevenue }) => [
        company.slug,
        calendarQuarter,
        capex.value,
        capexToRevenue.value,
      ]),
    ],
  },
  Q: {
    body: withSlugs(`query Series($subjects: [SubjectBy!]!) {
      series(subjects: $subjects, measures: [
        { item: REVENUE } { item: CAPEX } { item: CAPEX, over: REVENUE } { item: CAPEX, growth: YEAR }
      ]) { periods { label } series { label values } } }`),
    read: ({ data: { series } }) => series.series.map(({ label, values }) => [label, ...values]),
  },
};
