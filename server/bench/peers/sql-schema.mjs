// What Mercurius and Apollo Server have in common: a schema as one writes it over the views, and the
// statements behind it. They have names, so that each connection plans them once.

export const typeDefs = /* GraphQL */ `
  type Query {
    companies: [Company!]!
    company(slug: String!): Company
    comparison: [ComparedQuarter!]!
    screen(above: Float!, first: Int!): Screen!
  }

  type Company {
    slug: String!
    name: String!
    quarters(last: Int): [Quarter!]!
  }

  type Quarter {
    calendarQuarter: String!
    revenue: Float
    capex: Float
    cloudRevenue: Float
    capexToRevenue: Float
    capexToCloudRevenue: Float
    capexGrowthQuarter: Float
    capexGrowthYear: Float
    trailingCapex: Float
  }

  type ComparedQuarter {
    calendarQuarter: String!
    baselineCapex: Float
    baselineGrowthYear: Float
    baselineCapexToRevenue: Float
    challengerCapex: Float
    challengerGrowthYear: Float
    challengerCapexToRevenue: Float
    capexMultiple: Float
    growthLead: Float
  }

  type Screen {
    totalCount: Int!
    nodes: [ScreenedQuarter!]!
  }

  type ScreenedQuarter {
    slug: String!
    calendarQuarter: String!
    capex: Float
    capexToRevenue: Float
  }
`;

const COMPANIES = 'select id, slug, name from bench.company order by name, slug';

const COMPANY = 'select id, slug, name from bench.company where slug = $1';

// A condition on any() of several companies would not reach the indexes; one company at a time does.
const QUARTERS = `
  select key.place::int, calendar_quarter as "calendarQuarter", revenue, capex,
    cloud_revenue as "cloudRevenue", capex_to_revenue as "capexToRevenue",
    capex_to_cloud_revenue as "capexToCloudRevenue", capex_growth_quarter as "capexGrowthQuarter",
    capex_growth_year as "capexGrowthYear", trailing_capex as "trailingCapex"
  from unnest($1::int[], $2::int[]) with ordinality key (company_id, last, place)
  cross join lateral (
    select * from bench.quarter where quarter.company_id = key.company_id
    order by calendar_quarter desc limit key.last
  ) quarters
  order by key.place, calendar_quarter`;

const COMPARISON = `
  select calendar_quarter as "calendarQuarter", baseline_capex as "baselineCapex",
    baseline_growth_year as "baselineGrowthYear",
    baseline_capex_to_revenue as "baselineCapexToRevenue", challenger_capex as "challengerCapex",
    challenger_growth_year as "challengerGrowthYear",
    challenger_capex_to_revenue as "challengerCapexToRevenue", capex_multiple as "capexMultiple",
    growth_lead as "growthLead"
  from bench.comparison order by calendar_quarter`;

const SCREEN = `
  select count(*) over ()::int as "totalCount", slug, calendar_quarter as "calendarQuarter", capex,
    capex_to_revenue as "capexToRevenue"
  from bench.screen($1) found join bench.company on company.id = found.company_id
  order by capex_to_revenue desc, calendar_quarter, slug limit $2`;

/**
 * The root fields' resolvers over a pool of connections.
 *
 * @param {import('pg').Pool} pool
 */
export function rootFields(pool) {
  return {
    companies: () => read(pool, 'companies', COMPANIES, []),
    company: async (_, { slug }) => (await read(pool, 'company', COMPANY, [slug]))[0] ?? null,
    comparison: () => read(pool, 'comparison', COMPARISON, []),
    screen: async (_, { above, first }) => {
      const nodes = await read(pool, 'screen', SCREEN, [above, first]);
      return { totalCount: nodes[0]?.totalCount ?? 0, nodes };
    },
  };
}

/**
 * The quarters of several companies in one statement, oldest first.
 *
 * @param {import('pg').Pool} pool
 * @param {readonly { companyId: number, last?: number | null }[]} keys
 */
export async function readQuarters(pool, keys) {
  const rows = await read(pool, 'quarters', QUARTERS, [
    keys.map(({ companyId }) => companyId),
    keys.map(({ last }) => last ?? null),
  ]);
  const quarters = keys.map(() => []);
  for (const row of rows) quarters[row.place - 1].push(row);
  return quarters;
}

async function read(pool, name, text, values) {
  return (await pool.query({ name, text, values })).rows;
}
