/** The questions that GraphiQL opens with, a tab each. */
export const QUESTIONS: readonly string[] = [
  /* GraphQL */ `# What did Alibaba spend in the June quarter of 2025,
# and which document says so?
query AlibabaJune2025 {
  company(by: { slug: "alibaba" }) {
    name
    quarter(calendarQuarter: "2025Q2") {
      fiscalLabel
      periodStart
      periodEnd
      capex {
        amount(in: MILLION)
        currency
        overTheQuarter: growth(over: QUARTER) {
          value
          explanation
        }
        overTheYear: growth(over: YEAR) {
          value
          explanation
        }
        facts {
          publishedOn
          definition {
            slug
            description
          }
          source {
            title
            url
          }
        }
      }
    }
  }
}
`,
  /* GraphQL */ `# Which company puts the most of its revenue
# into equipment?
query CapexOverRevenue {
  companies(orderBy: { field: LATEST_CAPEX_USD, direction: DESC }) {
    nodes {
      name
      latestQuarter {
        calendarQuarter
        capexToRevenue(window: TRAILING_TWELVE_MONTHS) {
          value
          change(over: YEAR) {
            points
            explanation
          }
          explanation
          missing {
            concept
            calendarQuarter
            reason
          }
        }
      }
    }
  }
}
`,
  /* GraphQL */ `# What was known on 1 September 2024 about Microsoft's
# cloud revenue, and what is known now?
query MicrosoftCloudRevenue {
  company(by: { ticker: "MSFT" }) {
    then: quarters(from: "2023Q3", to: "2024Q2", asOf: "2024-09-01") {
      nodes {
        ...CloudRevenue
      }
    }
    now: quarters(from: "2023Q3", to: "2024Q2") {
      nodes {
        ...CloudRevenue
      }
    }
  }
}

fragment CloudRevenue on Quarter {
  calendarQuarter
  cloudRevenue {
    amount(in: MILLION)
    growth(over: YEAR) {
      value
      explanation
    }
  }
  facts(concept: CLOUD_REVENUE) {
    definition {
      slug
      description
    }
    amount(in: MILLION)
    publishedOn
    source {
      title
    }
  }
}
`,
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
  /* GraphQL */ `# What was published about these figures,
# and does it hold?
query Claims {
  claims {
    statement
    saidOn
    published
    unit
    verdict
    finding
    readings {
      basis
      isStated
      computed
      computedToday
      verdict
      query
    }
    source {
      title
      url
    }
  }
}
`,
  /* GraphQL */ `# In which quarters did a company put more than a third
# of its revenue into equipment?
query Screen {
  quarters(
    first: 20
    where: { capexToRevenue: { gt: 0.333 } }
    orderBy: { field: CAPEX_TO_REVENUE }
    currency: USD
  ) {
    totalCount
    nodes {
      company {
        name
      }
      calendarQuarter
      capex {
        value(in: BILLION)
      }
      capexToRevenue {
        value
        explanation
      }
    }
    pageInfo {
      endCursor
      hasNextPage
    }
  }
}
`,
];
