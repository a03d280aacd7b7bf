/** What agents can ask, made from the client’s documents. */
export const TOOLS = [
  {
    "name": "company",
    "field": "company",
    "description": "A company and its quarters, oldest first: revenue, cloud revenue, capital expenditures and cash flows in whole units of `currency` (the reporting currency unless given), growth and ratios as fractions; as known on the day `asOf`. Null when there is no such company.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "company": {
          "type": "object",
          "properties": {
            "cik": {
              "type": "string",
              "description": "The SEC's central index key, with its leading zeros or without."
            },
            "id": {
              "type": "string",
              "description": "Global id."
            },
            "slug": {
              "type": "string",
              "description": "E.g. alibaba."
            },
            "ticker": {
              "type": "string",
              "description": "Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too."
            }
          },
          "required": [],
          "additionalProperties": false,
          "minProperties": 1,
          "maxProperties": 1,
          "description": "Which company."
        },
        "from": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "The first quarter wanted."
        },
        "to": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "The last quarter wanted."
        },
        "first": {
          "type": "integer",
          "description": "The first n items, 0 to 100. Default: 100."
        },
        "after": {
          "type": "string",
          "description": "Only items after the one with this cursor."
        },
        "last": {
          "type": "integer",
          "description": "The last n items, 0 to 100. Default: 4 unless from or first or after is given."
        },
        "currency": {
          "type": "string",
          "enum": [
            "CNY",
            "EUR",
            "HKD",
            "USD"
          ],
          "description": "Converts every amount below. Default: the reporting currency."
        },
        "asOf": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
          "description": "Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known."
        }
      },
      "required": [
        "company"
      ],
      "additionalProperties": false
    },
    "unlessTold": {
      "last": 4
    },
    "document": "query CompanyQuarters($company: CompanyBy!, $from: CalendarQuarter, $to: CalendarQuarter, $first: Int, $after: String, $last: Int, $currency: Currency, $asOf: Date) {\n  company(by: $company) {\n    id\n    slug\n    name\n    quarters(\n      from: $from\n      to: $to\n      first: $first\n      after: $after\n      last: $last\n      currency: $currency\n      asOf: $asOf\n    ) {\n      nodes {\n        id\n        fiscalLabel\n        periodEnd\n        publishedOn\n        ...Figures\n        operatingCashFlow {\n          ...Money\n          explanation\n          missing {\n            company {\n              slug\n              name\n            }\n            concept\n            calendarQuarter\n            reason\n          }\n          facts {\n            source {\n              title\n              publisher\n              url\n              publishedOn\n            }\n          }\n        }\n        freeCashFlow {\n          ...Money\n          explanation\n          missing {\n            company {\n              slug\n              name\n            }\n            concept\n            calendarQuarter\n            reason\n          }\n          facts {\n            source {\n              title\n              publisher\n              url\n              publishedOn\n            }\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      totalCount\n    }\n  }\n}\n\nfragment Figures on Figures {\n  calendarQuarter\n  currency\n  revenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  cloudRevenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capex {\n    ...Money\n    overTheQuarter: growth(over: QUARTER) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    overTheYear: growth(over: YEAR) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexTrailing: capex(window: TRAILING_TWELVE_MONTHS) {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexToRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n  capexToCloudRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n}\n\nfragment Money on Amount {\n  amount\n  value\n  currency\n  quality\n  missing {\n    ...MissingInput\n  }\n  excluded {\n    company {\n      id\n      slug\n      name\n    }\n  }\n  explanation\n  facts {\n    source {\n      title\n      publisher\n      url\n      publishedOn\n    }\n  }\n}\n\nfragment MissingInput on Gap {\n  company {\n    id\n    slug\n    name\n  }\n  concept\n  calendarQuarter\n  reason\n}\n\nfragment GrowthRate on Growth {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}\n\nfragment Fraction on Ratio {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}"
  },
  {
    "name": "group",
    "field": "group",
    "description": "A group, of the dataset or of any companies, and its quarters, oldest first: sums over the members that publish a concept, in whole units of `currency` (USD unless given). A sum is null while one of those members lacks it, and `missing` names it; `excluded` names the members that are known not to publish it, which the sum leaves out. Null when there is no group with such a slug.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "group": {
          "type": "object",
          "properties": {
            "companies": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "cik": {
                    "type": "string",
                    "description": "The SEC's central index key, with its leading zeros or without."
                  },
                  "id": {
                    "type": "string",
                    "description": "Global id."
                  },
                  "slug": {
                    "type": "string",
                    "description": "E.g. alibaba."
                  },
                  "ticker": {
                    "type": "string",
                    "description": "Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too."
                  }
                },
                "required": [],
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1
              },
              "description": "Any companies, 1 to 100, in any order; one that is named twice counts once. One that there is not is refused."
            },
            "slug": {
              "type": "string",
              "description": "A group of the dataset, e.g. us-hyperscalers."
            }
          },
          "required": [],
          "additionalProperties": false,
          "minProperties": 1,
          "maxProperties": 1,
          "description": "Which group."
        },
        "from": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "The first quarter wanted."
        },
        "to": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "The last quarter wanted."
        },
        "last": {
          "type": "integer",
          "description": "Only the newest n of them, 0 or more. Default: 4 unless from is given."
        },
        "currency": {
          "type": "string",
          "enum": [
            "CNY",
            "EUR",
            "HKD",
            "USD"
          ],
          "description": "The currency that every amount is converted to."
        },
        "asOf": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
          "description": "Shows the figures as they were known at the end of this day. Default: all that is known."
        }
      },
      "required": [
        "group"
      ],
      "additionalProperties": false
    },
    "unlessTold": {
      "last": 4
    },
    "document": "query GroupQuarters($group: GroupBy!, $from: CalendarQuarter, $to: CalendarQuarter, $last: Int, $currency: Currency! = USD, $asOf: Date) {\n  group(by: $group) {\n    id\n    slug\n    name\n    description\n    members {\n      id\n      slug\n      name\n    }\n    quarters(from: $from, to: $to, last: $last, currency: $currency, asOf: $asOf) {\n      ...Figures\n    }\n  }\n}\n\nfragment Figures on Figures {\n  calendarQuarter\n  currency\n  revenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  cloudRevenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capex {\n    ...Money\n    overTheQuarter: growth(over: QUARTER) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    overTheYear: growth(over: YEAR) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexTrailing: capex(window: TRAILING_TWELVE_MONTHS) {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexToRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n  capexToCloudRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n}\n\nfragment Money on Amount {\n  amount\n  value\n  currency\n  quality\n  missing {\n    ...MissingInput\n  }\n  excluded {\n    company {\n      id\n      slug\n      name\n    }\n  }\n  explanation\n  facts {\n    source {\n      title\n      publisher\n      url\n      publishedOn\n    }\n  }\n}\n\nfragment MissingInput on Gap {\n  company {\n    id\n    slug\n    name\n  }\n  concept\n  calendarQuarter\n  reason\n}\n\nfragment GrowthRate on Growth {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}\n\nfragment Fraction on Ratio {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}"
  },
  {
    "name": "comparison",
    "field": "comparison",
    "description": "Two groups side by side, quarter by quarter, in one currency (USD unless given). `capexMultiple` is the baseline's capital expenditures over the challenger's, both of twelve months; `growthLead` is the challenger's growth over the year less the baseline's, as a fraction and in percentage points; `outgrowthRuns` are the runs of quarters in which the challenger grew faster. Each group is one of the dataset, or one of any companies. An unknown group is an error with the code NOT_FOUND. `quarters` are all unless `last` or `from` is given; each costs what the figures of all members do, and all at once are too many of large groups.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "baseline": {
          "type": "object",
          "properties": {
            "companies": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "cik": {
                    "type": "string",
                    "description": "The SEC's central index key, with its leading zeros or without."
                  },
                  "id": {
                    "type": "string",
                    "description": "Global id."
                  },
                  "slug": {
                    "type": "string",
                    "description": "E.g. alibaba."
                  },
                  "ticker": {
                    "type": "string",
                    "description": "Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too."
                  }
                },
                "required": [],
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1
              },
              "description": "Any companies, 1 to 100, in any order; one that is named twice counts once. One that there is not is refused."
            },
            "slug": {
              "type": "string",
              "description": "A group of the dataset, e.g. us-hyperscalers."
            }
          },
          "required": [],
          "additionalProperties": false,
          "minProperties": 1,
          "maxProperties": 1,
          "description": "The group to compare with, e.g. that with the slug us-hyperscalers."
        },
        "challenger": {
          "type": "object",
          "properties": {
            "companies": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "cik": {
                    "type": "string",
                    "description": "The SEC's central index key, with its leading zeros or without."
                  },
                  "id": {
                    "type": "string",
                    "description": "Global id."
                  },
                  "slug": {
                    "type": "string",
                    "description": "E.g. alibaba."
                  },
                  "ticker": {
                    "type": "string",
                    "description": "Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too."
                  }
                },
                "required": [],
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1
              },
              "description": "Any companies, 1 to 100, in any order; one that is named twice counts once. One that there is not is refused."
            },
            "slug": {
              "type": "string",
              "description": "A group of the dataset, e.g. us-hyperscalers."
            }
          },
          "required": [],
          "additionalProperties": false,
          "minProperties": 1,
          "maxProperties": 1,
          "description": "The group that is compared, e.g. that with the slug china-hyperscalers."
        },
        "from": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "The first quarter wanted."
        },
        "to": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "The last quarter wanted."
        },
        "currency": {
          "type": "string",
          "enum": [
            "CNY",
            "EUR",
            "HKD",
            "USD"
          ],
          "description": "The currency that every amount is converted to."
        },
        "asOf": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
          "description": "Shows the figures as they were known at the end of this day. Default: all that is known."
        },
        "last": {
          "type": "integer",
          "description": "Only the newest n of them, 0 or more. Default: 2 unless from is given."
        }
      },
      "required": [
        "baseline",
        "challenger"
      ],
      "additionalProperties": false
    },
    "unlessTold": {
      "last": 2
    },
    "document": "query Comparison($baseline: GroupBy!, $challenger: GroupBy!, $from: CalendarQuarter, $to: CalendarQuarter, $currency: Currency! = USD, $asOf: Date, $last: Int) {\n  comparison(\n    baseline: $baseline\n    challenger: $challenger\n    from: $from\n    to: $to\n    currency: $currency\n    asOf: $asOf\n  ) {\n    currency\n    baseline {\n      id\n      slug\n      name\n    }\n    challenger {\n      id\n      slug\n      name\n    }\n    outgrowthRuns {\n      from\n      to\n      quarters\n      ongoing\n    }\n    latest {\n      ...ComparedFigures\n    }\n    quarters(last: $last) {\n      ...ComparedFigures\n    }\n  }\n}\n\nfragment ComparedFigures on ComparedQuarter {\n  calendarQuarter\n  growthLead {\n    value\n    points\n    missing {\n      ...MissingInput\n    }\n    explanation\n  }\n  capexMultiple(window: TRAILING_TWELVE_MONTHS) {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n  baseline {\n    ...Figures\n  }\n  challenger {\n    ...Figures\n  }\n}\n\nfragment MissingInput on Gap {\n  company {\n    id\n    slug\n    name\n  }\n  concept\n  calendarQuarter\n  reason\n}\n\nfragment Fraction on Ratio {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}\n\nfragment Figures on Figures {\n  calendarQuarter\n  currency\n  revenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  cloudRevenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capex {\n    ...Money\n    overTheQuarter: growth(over: QUARTER) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    overTheYear: growth(over: YEAR) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexTrailing: capex(window: TRAILING_TWELVE_MONTHS) {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexToRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n  capexToCloudRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n}\n\nfragment Money on Amount {\n  amount\n  value\n  currency\n  quality\n  missing {\n    ...MissingInput\n  }\n  excluded {\n    company {\n      id\n      slug\n      name\n    }\n  }\n  explanation\n  facts {\n    source {\n      title\n      publisher\n      url\n      publishedOn\n    }\n  }\n}\n\nfragment GrowthRate on Growth {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}"
  },
  {
    "name": "series",
    "field": "series",
    "description": "A table for a chart: companies and groups, and what is shown of each, over the same periods, which are quarters unless `by` says otherwise. `values` has a number for each period, in `unit`: money in whole units of `currency`, or fractions, or an index that is 100 in a quarter. Where one is null, `missing` of the measure in the same place says why. `csv` is the path on the server where the same table is as CSV.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "subjects": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "company": {
                "type": "object",
                "properties": {
                  "cik": {
                    "type": "string",
                    "description": "The SEC's central index key, with its leading zeros or without."
                  },
                  "id": {
                    "type": "string",
                    "description": "Global id."
                  },
                  "slug": {
                    "type": "string",
                    "description": "E.g. alibaba."
                  },
                  "ticker": {
                    "type": "string",
                    "description": "Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too."
                  }
                },
                "required": [],
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1,
                "description": "One company, e.g. by its slug alibaba."
              },
              "group": {
                "type": "object",
                "properties": {
                  "companies": {
                    "type": "array",
                    "items": {
                      "type": "object",
                      "properties": {
                        "cik": {
                          "type": "string",
                          "description": "The SEC's central index key, with its leading zeros or without."
                        },
                        "id": {
                          "type": "string",
                          "description": "Global id."
                        },
                        "slug": {
                          "type": "string",
                          "description": "E.g. alibaba."
                        },
                        "ticker": {
                          "type": "string",
                          "description": "Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too."
                        }
                      },
                      "required": [],
                      "additionalProperties": false,
                      "minProperties": 1,
                      "maxProperties": 1
                    },
                    "description": "Any companies, 1 to 100, in any order; one that is named twice counts once. One that there is not is refused."
                  },
                  "slug": {
                    "type": "string",
                    "description": "A group of the dataset, e.g. us-hyperscalers."
                  }
                },
                "required": [],
                "additionalProperties": false,
                "minProperties": 1,
                "maxProperties": 1,
                "description": "One group, e.g. by its slug china-hyperscalers, or any companies."
              }
            },
            "required": [],
            "additionalProperties": false,
            "minProperties": 1,
            "maxProperties": 1
          },
          "description": "Companies and groups, 1 to 100, each once."
        },
        "measures": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "basis": {
                "type": "string",
                "enum": [
                  "CASH",
                  "HEADLINE"
                ],
                "description": "Which capital expenditures, where an item is that."
              },
              "growth": {
                "type": "string",
                "enum": [
                  "QUARTER",
                  "YEAR"
                ],
                "description": "Makes it growth over this, like for like; of an item over another, the change, as a fraction. Of years, over QUARTER is NOT_MEANINGFUL."
              },
              "indexedTo": {
                "type": "string",
                "pattern": "^\\d{4}Q[1-4]$",
                "description": "Makes an amount an index: 100 in this quarter; of years, 100 in the year of the same number, e.g. FY2023 for 2023Q1. Each period is compared with it like for like; it need not be one of the periods. Not with `over` or `growth`."
              },
              "item": {
                "type": "string",
                "enum": [
                  "CAPEX",
                  "CLOUD_REVENUE",
                  "DEPRECIATION",
                  "FREE_CASH_FLOW",
                  "OPERATING_CASH_FLOW",
                  "REVENUE"
                ],
                "description": "What is shown."
              },
              "over": {
                "type": "string",
                "enum": [
                  "CAPEX",
                  "CLOUD_REVENUE",
                  "DEPRECIATION",
                  "FREE_CASH_FLOW",
                  "OPERATING_CASH_FLOW",
                  "REVENUE"
                ],
                "description": "Another item that it is divided by, over the same period; of a group, over the members that publish both."
              }
            },
            "required": [
              "item"
            ],
            "additionalProperties": false
          },
          "description": "What is shown of each, 1 to 20, each once."
        },
        "by": {
          "type": "string",
          "enum": [
            "CALENDAR_YEAR",
            "FISCAL_YEAR",
            "QUARTER",
            "TRAILING_TWELVE_MONTHS"
          ],
          "description": "What the rows are."
        },
        "from": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "Only periods that end in this quarter or later; of fiscal years, those that do of any subject."
        },
        "to": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "Only periods that end in this quarter or earlier; of fiscal years, those that do of any subject."
        },
        "last": {
          "type": "integer",
          "description": "Only the newest n of them, 0 or more. Default: 8 unless from is given."
        },
        "currency": {
          "type": "string",
          "enum": [
            "CNY",
            "EUR",
            "HKD",
            "USD"
          ],
          "description": "Converts every amount. Default: each company's reporting currency, and US dollars for groups."
        },
        "asOf": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
          "description": "Shows the figures as they were known at the end of this day. Default: all that is known."
        }
      },
      "required": [
        "subjects",
        "measures"
      ],
      "additionalProperties": false
    },
    "unlessTold": {
      "last": 8
    },
    "document": "query Series($subjects: [SubjectBy!]!, $measures: [MeasureBy!]!, $by: Period! = QUARTER, $from: CalendarQuarter, $to: CalendarQuarter, $last: Int, $currency: Currency, $asOf: Date) {\n  series(\n    subjects: $subjects\n    measures: $measures\n    by: $by\n    from: $from\n    to: $to\n    last: $last\n    currency: $currency\n    asOf: $asOf\n  ) {\n    csv\n    periods {\n      label\n      calendarQuarter\n      start\n      end\n    }\n    series {\n      label\n      unit\n      currency\n      subject {\n        ... on Company {\n          __typename\n          id\n          slug\n          name\n        }\n        ... on Group {\n          __typename\n          id\n          groupSlug: slug\n          name\n        }\n      }\n      values\n      measures {\n        missing {\n          ...MissingInput\n        }\n        explanation\n        ... on Amount {\n          facts {\n            source {\n              title\n              publisher\n              url\n              publishedOn\n            }\n          }\n        }\n        ... on Ratio {\n          numerator {\n            explanation\n            facts {\n              source {\n                title\n                publisher\n                url\n                publishedOn\n              }\n            }\n          }\n          denominator {\n            explanation\n            facts {\n              source {\n                title\n                publisher\n                url\n                publishedOn\n              }\n            }\n          }\n        }\n        ... on Growth {\n          from {\n            explanation\n            facts {\n              source {\n                title\n                publisher\n                url\n                publishedOn\n              }\n            }\n          }\n          to {\n            explanation\n            facts {\n              source {\n                title\n                publisher\n                url\n                publishedOn\n              }\n            }\n          }\n        }\n        ... on IndexNumber {\n          from {\n            explanation\n            facts {\n              source {\n                title\n                publisher\n                url\n                publishedOn\n              }\n            }\n          }\n          to {\n            explanation\n            facts {\n              source {\n                title\n                publisher\n                url\n                publishedOn\n              }\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment MissingInput on Gap {\n  company {\n    id\n    slug\n    name\n  }\n  concept\n  calendarQuarter\n  reason\n}"
  },
  {
    "name": "screen",
    "field": "quarters",
    "description": "Quarters across companies that meet conditions on any figure, ordered by any figure; one page of them, as many as `first` says, from the one after the cursor `after` on. Ratios and growth in conditions are fractions, amounts are whole units of `currency` (each company's reporting currency unless given).",
    "inputSchema": {
      "type": "object",
      "properties": {
        "where": {
          "type": "object",
          "properties": {
            "calendarQuarter": {
              "type": "string",
              "pattern": "^\\d{4}Q[1-4]$",
              "description": "This quarter."
            },
            "capex": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Capital expenditures; positive when money is spent. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given."
            },
            "capexGrowthOverYear": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Growth of capex over the year, like for like. A fraction: 0.2 is 20 %."
            },
            "capexToCloudRevenue": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Capital expenditures, the whole company's, over cloud revenue. A fraction: 0.2 is 20 %."
            },
            "capexToDepreciation": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Capital expenditures over depreciation: above 1, the stock of equipment grows. A fraction: 0.2 is 20 %."
            },
            "capexToOperatingCashFlow": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Capital expenditures over operating cash flow: above 1, they were not paid from it alone. A fraction: 0.2 is 20 %."
            },
            "capexToRevenue": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Capital expenditures over total revenue. A fraction: 0.2 is 20 %."
            },
            "capexToRevenueChangeOverYear": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Change of capex over revenue over the year, like for like. A fraction: 0.2 is 20 %."
            },
            "cloudRevenue": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Revenue of the segment or line that sells cloud services; what it takes in differs by company and is named by the definition of its facts. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given."
            },
            "companies": {
              "type": "array",
              "items": {
                "type": "string"
              },
              "description": "Of one of these companies, by slug. A slug of none is refused."
            },
            "countries": {
              "type": "array",
              "items": {
                "type": "string"
              },
              "description": "Of a company in one of these countries, ISO 3166-1 alpha-2."
            },
            "depreciation": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Depreciation, with amortization where the company reports the two together; positive. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given."
            },
            "fiscalQuarter": {
              "type": "integer",
              "description": "This quarter of the company's fiscal year, 1 to 4."
            },
            "fiscalYear": {
              "type": "integer",
              "description": "Of this fiscal year of the company's, named by the calendar year in which it ends; in four digits."
            },
            "freeCashFlow": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Operating cash flow less capital expenditures (CASH) of the same window; negative when more was spent than came in. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given."
            },
            "from": {
              "type": "string",
              "pattern": "^\\d{4}Q[1-4]$",
              "description": "This quarter or later."
            },
            "group": {
              "type": "string",
              "description": "Of a company in this group, by slug; a slug of none is refused."
            },
            "operatingCashFlow": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Net cash from operating activities; negative when cash went out. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given."
            },
            "revenue": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Total revenue. Of the quarter. In whole units of `currency`; of each company's reporting currency when none is given."
            },
            "revenueGrowthOverYear": {
              "type": "object",
              "properties": {
                "gt": {
                  "type": "number",
                  "description": "Above this."
                },
                "gte": {
                  "type": "number",
                  "description": "This or above."
                },
                "lt": {
                  "type": "number",
                  "description": "Below this."
                },
                "lte": {
                  "type": "number",
                  "description": "This or below."
                }
              },
              "required": [],
              "additionalProperties": false,
              "description": "Growth of revenue over the year, like for like. A fraction: 0.2 is 20 %."
            },
            "to": {
              "type": "string",
              "pattern": "^\\d{4}Q[1-4]$",
              "description": "This quarter or earlier."
            }
          },
          "required": [],
          "additionalProperties": false,
          "description": "Which quarters. Default: all."
        },
        "orderBy": {
          "type": "object",
          "properties": {
            "direction": {
              "type": "string",
              "enum": [
                "ASC",
                "DESC"
              ],
              "description": "Which way."
            },
            "field": {
              "type": "string",
              "enum": [
                "CALENDAR_QUARTER",
                "CAPEX",
                "CAPEX_GROWTH_OVER_YEAR",
                "CAPEX_TO_CLOUD_REVENUE",
                "CAPEX_TO_DEPRECIATION",
                "CAPEX_TO_OPERATING_CASH_FLOW",
                "CAPEX_TO_REVENUE",
                "CAPEX_TO_REVENUE_CHANGE_OVER_YEAR",
                "CAPEX_TRAILING_TWELVE_MONTHS",
                "CLOUD_REVENUE",
                "DEPRECIATION",
                "FREE_CASH_FLOW",
                "OPERATING_CASH_FLOW",
                "REVENUE",
                "REVENUE_GROWTH_OVER_YEAR"
              ],
              "description": "What to order by."
            }
          },
          "required": [
            "field"
          ],
          "additionalProperties": false,
          "description": "Their order. Default: newest first."
        },
        "first": {
          "type": "integer",
          "description": "The first n items, 0 to 100. Default: 5."
        },
        "after": {
          "type": "string",
          "description": "Only items after the one with this cursor."
        },
        "currency": {
          "type": "string",
          "enum": [
            "CNY",
            "EUR",
            "HKD",
            "USD"
          ],
          "description": "Converts every amount below. Default: the reporting currency."
        },
        "asOf": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
          "description": "Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known."
        }
      },
      "required": [],
      "additionalProperties": false
    },
    "unlessTold": {
      "first": 5
    },
    "document": "query Screen($where: QuarterFilter, $orderBy: QuarterOrder, $first: Int, $after: String, $currency: Currency, $asOf: Date) {\n  quarters(\n    where: $where\n    orderBy: $orderBy\n    first: $first\n    after: $after\n    currency: $currency\n    asOf: $asOf\n  ) {\n    nodes {\n      id\n      company {\n        id\n        slug\n        name\n      }\n      fiscalLabel\n      ...Figures\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    totalCount\n  }\n}\n\nfragment Figures on Figures {\n  calendarQuarter\n  currency\n  revenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  cloudRevenue {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capex {\n    ...Money\n    overTheQuarter: growth(over: QUARTER) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    overTheYear: growth(over: YEAR) {\n      ...GrowthRate\n      explanation\n      missing {\n        company {\n          slug\n          name\n        }\n        concept\n        calendarQuarter\n        reason\n      }\n    }\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexTrailing: capex(window: TRAILING_TWELVE_MONTHS) {\n    ...Money\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n    facts {\n      source {\n        title\n        publisher\n        url\n        publishedOn\n      }\n    }\n  }\n  capexToRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n  capexToCloudRevenue {\n    ...Fraction\n    explanation\n    missing {\n      company {\n        slug\n        name\n      }\n      concept\n      calendarQuarter\n      reason\n    }\n  }\n}\n\nfragment Money on Amount {\n  amount\n  value\n  currency\n  quality\n  missing {\n    ...MissingInput\n  }\n  excluded {\n    company {\n      id\n      slug\n      name\n    }\n  }\n  explanation\n  facts {\n    source {\n      title\n      publisher\n      url\n      publishedOn\n    }\n  }\n}\n\nfragment MissingInput on Gap {\n  company {\n    id\n    slug\n    name\n  }\n  concept\n  calendarQuarter\n  reason\n}\n\nfragment GrowthRate on Growth {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}\n\nfragment Fraction on Ratio {\n  value\n  missing {\n    ...MissingInput\n  }\n  explanation\n}"
  },
  {
    "name": "sources",
    "field": "company",
    "description": "The facts of one quarter, and of longer periods that end with it, with the documents that printed them: amounts in whole units of the currency that was printed, each with the day on which it became public and, where it was noted, its place in the document. Of every concept unless one is given; `definition` says what the concept means in the fact's series. Null when there is no such company; its `quarter` is null when that is not known.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "company": {
          "type": "object",
          "properties": {
            "cik": {
              "type": "string",
              "description": "The SEC's central index key, with its leading zeros or without."
            },
            "id": {
              "type": "string",
              "description": "Global id."
            },
            "slug": {
              "type": "string",
              "description": "E.g. alibaba."
            },
            "ticker": {
              "type": "string",
              "description": "Of any listing, in capitals or not, e.g. MSFT, goog or 0700.HK; another name of the company will do, too."
            }
          },
          "required": [],
          "additionalProperties": false,
          "minProperties": 1,
          "maxProperties": 1,
          "description": "Which company."
        },
        "calendarQuarter": {
          "type": "string",
          "pattern": "^\\d{4}Q[1-4]$",
          "description": "The quarter wanted."
        },
        "concept": {
          "type": "string",
          "enum": [
            "CAPEX",
            "CAPEX_INCLUDING_LEASES",
            "CLOUD_REVENUE",
            "DEPRECIATION_AND_AMORTIZATION",
            "OPERATING_CASH_FLOW",
            "REVENUE"
          ],
          "description": "Only facts of this concept."
        },
        "asOf": {
          "type": "string",
          "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
          "description": "Shows the figures as they were known at the end of this day, before later filings and restatements. Default: all that is known."
        }
      },
      "required": [
        "company",
        "calendarQuarter"
      ],
      "additionalProperties": false
    },
    "unlessTold": {},
    "document": "query QuarterSources($company: CompanyBy!, $calendarQuarter: CalendarQuarter!, $concept: Concept, $asOf: Date) {\n  company(by: $company) {\n    id\n    name\n    quarter(calendarQuarter: $calendarQuarter, asOf: $asOf) {\n      id\n      fiscalLabel\n      facts(concept: $concept) {\n        id\n        concept\n        definition {\n          slug\n          description\n        }\n        amount\n        currency\n        quality\n        roundedTo\n        periodStart\n        periodEnd\n        publishedOn\n        locator\n        note\n        setAside\n        supersededBy {\n          id\n          publishedOn\n        }\n        source {\n          id\n          kind\n          title\n          publisher\n          url\n          form\n          accession\n        }\n      }\n    }\n  }\n}"
  },
  {
    "name": "claims",
    "field": "claims",
    "description": "Published statements, each worked out again from the filings: as known when it was published (`computed`) and with everything known today, in every reading that the source's words leave open. The figures are in `unit`; `query` is a document that is the working, runnable as it stands. The newest first; `search` is a text in the statement or in the title or the publisher of its document.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "source": {
          "type": "string",
          "description": "Only claims of this document: the id of its `Source`, or its slug."
        },
        "search": {
          "type": "string",
          "description": "Only claims with this text, in any letter case, in their statement or in the title or the publisher of their document."
        },
        "first": {
          "type": "integer",
          "description": "Only the newest n of them, 0 or more. Default: 5."
        }
      },
      "required": [],
      "additionalProperties": false
    },
    "unlessTold": {
      "first": 5
    },
    "document": "query Claims($source: String, $search: String, $first: Int) {\n  claims(source: $source, search: $search, first: $first) {\n    id\n    slug\n    statement\n    saidOn\n    published\n    publishedTo\n    computed\n    computedToday\n    unit\n    verdict\n    finding\n    query\n    readings {\n      basis\n      isStated\n      computed\n      computedToday\n      bounds {\n        low\n        high\n      }\n      unit\n      verdict\n      verdictToday\n      query\n    }\n    source {\n      id\n      title\n      publisher\n      publishedOn\n      url\n    }\n  }\n}"
  },
  {
    "name": "changes",
    "field": "changes",
    "description": "Facts in the order in which the dataset got them, a page of them, from the one after the cursor `after` on: keep the last `endCursor`, and ask again for what came since. `supersedes` is the fact whose place one took. Of every company unless one is given by its slug.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "first": {
          "type": "integer",
          "description": "The next n changes, 0 to 100. Default: 20."
        },
        "after": {
          "type": "string",
          "description": "Only changes after the one with this cursor. The last cursor that was read is all that a follower keeps: it holds for ever on this database."
        },
        "company": {
          "type": "string",
          "description": "Only facts of this company, by its slug."
        }
      },
      "required": [],
      "additionalProperties": false
    },
    "unlessTold": {
      "first": 20
    },
    "document": "query Changes($first: Int, $after: String, $company: String) {\n  changes(first: $first, after: $after, company: $company) {\n    nodes {\n      recordedAt\n      fact {\n        ...ReportedFigure\n      }\n      supersedes {\n        ...ReportedFigure\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n\nfragment ReportedFigure on Fact {\n  id\n  concept\n  definition {\n    slug\n    description\n  }\n  periodStart\n  periodEnd\n  amount\n  currency\n  quality\n  publishedOn\n  locator\n  source {\n    id\n    title\n    publisher\n    url\n    publishedOn\n  }\n}"
  },
  {
    "name": "glossary",
    "field": "glossary",
    "description": "What each concept, measure, rule, reason, verdict and definition means: its formula, its unit, and where it stands in the schema, e.g. `Figures.capexToRevenue`. Of all unless `search`, a text in the name or the definition, is given.",
    "inputSchema": {
      "type": "object",
      "properties": {
        "search": {
          "type": "string",
          "description": "Only entries with this text, in any letter case, in their name or their definition."
        }
      },
      "required": [],
      "additionalProperties": false
    },
    "unlessTold": {},
    "document": "query Glossary($search: String) {\n  glossary(search: $search) {\n    name\n    definition\n    formula\n    unit\n    coordinate\n  }\n}"
  }
] as const;
