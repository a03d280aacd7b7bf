import { COMPANY_QUESTIONS } from './company-questions.ts';
import { GROUP_QUESTIONS } from './group-questions.ts';

/** The questions that GraphiQL opens with, a tab each. */
export const QUESTIONS: readonly string[] = [
  ...COMPANY_QUESTIONS,
  ...GROUP_QUESTIONS,
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
];
