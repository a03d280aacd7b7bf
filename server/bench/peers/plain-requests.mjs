import { request, withBound, withSlug } from './request.mjs';

// The peers whose quarters are plain columns of the views.

const PLAIN_QUARTER = `calendarQuarter revenue capex cloudRevenue capexToRevenue capexToCloudRevenue
  capexGrowthQuarter capexGrowthYear trailingCapex`;

const PLAIN_COMPARISON = `calendarQuarter baselineCapex baselineGrowthYear baselineCapexToRevenue
  challengerCapex challengerGrowthYear challengerCapexToRevenue capexMultiple growthLead`;

const plainRows = ({ slug, quarters }) =>
  (quarters.nodes ?? quarters).map((quarter) => [
    slug,
    quarter.calendarQuarter,
    quarter.revenue,
    quarter.capex,
    quarter.cloudRevenue,
    quarter.capexToRevenue,
    quarter.capexToCloudRevenue,
    quarter.capexGrowthQuarter,
    quarter.capexGrowthYear,
    quarter.trailingCapex,
  ]);

const plainComparison = (quarter) => [
  quarter.calendarQuarter,
  quarter.baselineCapex,
  quarter.baselineGrowthYear,
  quarter.baselineCapexToRevenue,
  quarter.challengerCapex,
  quarter.challengerGrowthYear,
  quarter.challengerCapexToRevenue,
  quarter.capexMultiple,
  quarter.growthLead,
];

const plainScreen = ({ totalCount, nodes }) => [
  [totalCount],
  ...nodes.map(({ slug, company, calendarQuarter, capex, capexToRevenue }) => [
    slug ?? company.slug,
    calendarQuarter,
    capex,
    capexToRevenue,
  ]),
];

/** @type {import('./request.mjs').Peer} */
export const postgraphile = {
  path: '/graphql',
  D: {
    body: request(
      `query Dashboard { allCompanies { nodes { slug quarters { nodes { ${PLAIN_QUARTER} } } } } }`,
    ),
    read: ({ data }) => data.allCompanies.nodes.flatMap(plainRows),
  },
  C: {
    body: withSlug(`query Company($slug: String!) {
      companyBySlug(slug: $slug) { slug quarters(last: 8) { nodes { ${PLAIN_QUARTER} } } } }`),
    read: ({ data }) => plainRows(data.companyBySlug),
  },
  G: {
    body: request(`query Groups { allComparisons { nodes { ${PLAIN_COMPARISON} } } }`),
    read: ({ data }) => data.allComparisons.nodes.map(plainComparison),
  },
  S: {
    body: withBound(`query Screen($above: Float!) {
      screen(above: $above, first: 20) {
        totalCount nodes { company { slug } calendarQuarter capex capexToRevenue } } }`),
    read: ({ data }) => plainScreen(data.screen),
  },
};

/** @type {import('./request.mjs').Peer} */
export const overSqlSchema = {
  path: '/graphql',
  D: {
    body: request(`query Dashboard { companies { slug quarters { ${PLAIN_QUARTER} } } }`),
    read: ({ data }) => data.companies.flatMap(plainRows),
  },
  C: {
    body: withSlug(`query Company($slug: String!) {
      company(slug: $slug) { slug quarters(last: 8) { ${PLAIN_QUARTER} } } }`),
    read: ({ data }) => plainRows(data.company),
  },
  G: {
    body: request(`query Groups { comparison { ${PLAIN_COMPARISON} } }`),
    read: ({ data }) => data.comparison.map(plainComparison),
  },
  S: {
    body: withBound(`query Screen($above: Float!) {
      screen(above: $above, first: 20) {
        totalCount nodes { slug calendarQuarter capex capexToRevenue } } }`),
    read: ({ data }) => plainScreen(data.screen),
  },
};

/** @type {import('./request.mjs').Peer} */
export const rows = {
  path: '/',
  D: {
    body: () => JSON.stringify({ query: 'D' }),
    read: ({ companies }) => companies.flatMap(plainRows),
  },
  C: {
    body: (slug) => JSON.stringify({ query: 'C', slug }),
    read: ({ company }) => plainRows(company),
  },
};
