/** Questions about groups of companies, a tab of GraphiQL each. */
export const GROUP_QUESTIONS: readonly string[] = [
  /* GraphQL */ `# Is China catching up?
# Two groups side by side in US dollars.
query Comparison {
  comparison(
    baseline: { slug: "us-hyperscalers" }
    challenger: { slug: "china-hyperscalers" }
    from: "2024Q1"
  ) {
    outgrowthRuns {
      from
      to
      ongoing
    }
    quarters {
      calendarQuarter
      capexMultiple(window: TRAILING_TWELVE_MONTHS) {
        value
        explanation
      }
      growthLead {
        points
        explanation
      }
      challenger {
        capexToRevenue {
          value
        }
        capex {
          growth(over: YEAR) {
            explanation
          }
        }
      }
    }
  }
}
`,
  /* GraphQL */ `# What share has each of China's hyperscalers
# in what they spend together?
query ChinaShares {
  group(by: { slug: "china-hyperscalers" }) {
    quarters(last: 4) {
      calendarQuarter
      capex {
        value(in: BILLION)
        missing {
          company {
            name
          }
          reason
        }
      }
      members {
        company {
          name
        }
        capex {
          shareOf(group: { slug: "china-hyperscalers" }) {
            value
            explanation
          }
        }
      }
    }
  }
}
`,
  /* GraphQL */ `# How fast did the spending of the US hyperscalers
# grow over three years, and what is that in a year?
query ThreeYears {
  group(by: { slug: "us-hyperscalers" }) {
    quarters(last: 4) {
      calendarQuarter
      capex(window: TRAILING_TWELVE_MONTHS) {
        value(in: BILLION)
        growth(over: YEAR, count: 3) {
          value
          annualRate
          explanation
        }
      }
    }
  }
}
`,
];
