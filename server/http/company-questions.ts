/** Questions about companies, a tab of GraphiQL each. */
export const COMPANY_QUESTIONS: readonly string[] = [
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
  /* GraphQL */ `# What part of its revenue does each company
# put into equipment? Over twelve months.
query CapexOverRevenue {
  companies {
    nodes {
      name
      latestQuarter(having: [CAPEX, REVENUE]) {
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
  /* GraphQL */ `# What does Microsoft earn and spend in a year,
# and what is left after its investments?
query MicrosoftYears {
  company(by: { ticker: "MSFT" }) {
    years(last: 4) {
      label
      revenue {
        value(in: BILLION)
      }
      capex {
        value(in: BILLION)
        growth(over: YEAR) {
          value
        }
      }
      freeCashFlow {
        value(in: BILLION)
        explanation
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
  /* GraphQL */ `# How was Microsoft's cloud revenue of a quarter known when?
# Each value that was the answer, from what documents.
query KnownWhen {
  company(by: { ticker: "MSFT" }) {
    quarter(calendarQuarter: "2024Q2") {
      cloudRevenue {
        vintages {
          validFrom
          validTo
          amount {
            amount(in: MILLION)
            explanation
            facts {
              source {
                title
                url
              }
            }
          }
        }
      }
    }
  }
}
`,
];
