import {
  CASH,
  CHINA,
  less,
  type Numbers,
  over,
  perDay,
  REVENUE,
  smallest,
  US,
  type Workings,
} from './claim-workings.ts';

// What the readings of the claims come to.

const HEADLINE = [['CAPEX_INCLUDING_LEASES', 'CAPEX']];
const CLOUD = [['CLOUD_REVENUE']];
const CASH_FLOW = [['OPERATING_CASH_FLOW']];
const SINCE_LATE_2024 = ['2024Q4', '2025Q1', '2025Q2'];

/** A verdict, what it is of, and the figures that it rests on. */
type Expected = readonly [
  verdict: string,
  figure: (from: Workings) => Numbers,
  details?: (from: Workings) => readonly Numbers[],
];

interface ExpectedClaim {
  readonly verdict: string;
  readonly published: number | null;
  readonly readings: readonly Expected[];
}

const REPRODUCED = 'REPRODUCED';
const APPROXIMATE = 'APPROXIMATE';
const CONTRADICTED = 'CONTRADICTED';
const NOT_CHECKABLE = 'NOT_CHECKABLE';

const only = (verdict: string, published: number, figure: Expected[1]): ExpectedClaim => ({
  verdict,
  published,
  readings: [[verdict, figure]],
});

const multiple = (from: Workings, quarter: string) =>
  over(from.spent(US, quarter, 4), from.spent(CHINA, quarter, 4));
const distance = (from: Workings, quarter: string) =>
  less(from.spent(US, quarter, 4), from.spent(CHINA, quarter, 4));
const riseLead = (from: Workings, quarter: string) =>
  less(from.rise(CHINA, quarter), from.rise(US, quarter));
const accelerated = (currency: string): Expected => [
  REPRODUCED,
  (from) => from.growth(CHINA, '2025Q2', 4, { length: 4, currency }),
  (from) => [from.growth(CHINA, '2023Q1', 4, { length: 4, currency })],
];
const leads = (verdict: string, span: number): Expected => [
  verdict,
  (from) => smallest(SINCE_LATE_2024.map((quarter) => from.lead(quarter, span))),
  (from) => SINCE_LATE_2024.map((quarter) => from.lead(quarter, span)),
];
const overQuarterAndYear = (
  subject: string,
  published: number,
  verdict: string,
  others: string,
): ExpectedClaim => ({
  verdict,
  published,
  readings: [
    [verdict, (from) => from.growth(subject, '2025Q2', 1)],
    [others, (from) => from.growth(subject, '2025Q2', 4)],
  ],
});
const toCashFlow = (company: string, published: number, cash: string): ExpectedClaim => ({
  verdict: REPRODUCED,
  published,
  readings: [
    [REPRODUCED, (from) => from.ratio(company, '2025Q3', CASH_FLOW, HEADLINE)],
    [cash, (from) => from.ratio(company, '2025Q3', CASH_FLOW)],
  ],
});

/** What the claims come to, by what was known when they were made. */
export const EXPECTED: Readonly<Record<string, ExpectedClaim>> = {
  'us-capex-12-months': {
    verdict: REPRODUCED,
    published: 291,
    readings: [
      [REPRODUCED, (from) => from.spent(US, '2025Q2', 4)],
      [CONTRADICTED, (from) => from.spent(US, '2025Q2', 4, HEADLINE)],
    ],
  },
  'china-capex-12-months': only(NOT_CHECKABLE, 45, (from) => from.spent(CHINA, '2025Q2', 4)),
  'china-outgrows-us': {
    verdict: REPRODUCED,
    published: null,
    readings: [leads(REPRODUCED, 4), leads(CONTRADICTED, 1)],
  },
  'three-firms-growth': overQuarterAndYear(CHINA, 168, CONTRADICTED, REPRODUCED),
  'alibaba-growth': overQuarterAndYear('alibaba', 57, REPRODUCED, CONTRADICTED),
  'baidu-growth': overQuarterAndYear('baidu', 30, REPRODUCED, CONTRADICTED),
  'tencent-decline': {
    verdict: REPRODUCED,
    published: null,
    readings: [
      [
        REPRODUCED,
        (from) => from.growth('tencent', '2025Q2', 1),
        (from) => ['alibaba', 'baidu'].map((company) => from.growth(company, '2025Q2', 1)),
      ],
    ],
  },
  'china-capex-to-cloud-revenue': only(NOT_CHECKABLE, 121, (from) =>
    from.ratio(CHINA, '2025Q2', CLOUD),
  ),
  'us-capex-to-cloud-revenue': only(NOT_CHECKABLE, 94, (from) => from.ratio(US, '2025Q2', CLOUD)),
  'china-above-us-in-cloud-intensity': {
    verdict: NOT_CHECKABLE,
    published: null,
    readings: [
      [
        NOT_CHECKABLE,
        (from) => less(from.ratio(CHINA, '2025Q2', CLOUD), from.ratio(US, '2025Q2', CLOUD)),
        (from) => [from.ratio(CHINA, '2025Q2', CLOUD), from.ratio(US, '2025Q2', CLOUD)],
      ],
    ],
  },
  'china-capex-to-revenue-lower': {
    verdict: REPRODUCED,
    published: null,
    readings: [
      [
        REPRODUCED,
        (from) => less(from.ratio(CHINA, '2025Q2', REVENUE), from.ratio(US, '2025Q2', REVENUE)),
        (from) => [from.ratio(CHINA, '2025Q2', REVENUE), from.ratio(US, '2025Q2', REVENUE)],
      ],
    ],
  },
  'china-capex-to-revenue-rising-faster': {
    verdict: REPRODUCED,
    published: null,
    readings: [
      [
        REPRODUCED,
        (from) => riseLead(from, '2025Q2'),
        (from) => [from.rise(CHINA, '2025Q2'), from.rise(US, '2025Q2')],
      ],
      [
        CONTRADICTED,
        (from) => smallest(SINCE_LATE_2024.map((quarter) => riseLead(from, quarter))),
        (from) => SINCE_LATE_2024.map((quarter) => riseLead(from, quarter)),
      ],
    ],
  },
  'china-accelerated': {
    verdict: REPRODUCED,
    published: null,
    readings: [accelerated('USD'), accelerated('CNY')],
  },
  'china-closing-the-gap': {
    verdict: REPRODUCED,
    published: null,
    readings: [
      [
        REPRODUCED,
        (from) => multiple(from, '2025Q2'),
        (from) => [multiple(from, '2023Q3'), multiple(from, '2024Q2')],
      ],
      [CONTRADICTED, (from) => distance(from, '2025Q2'), (from) => [distance(from, '2024Q2')]],
    ],
  },
  'us-capex-per-day': {
    verdict: REPRODUCED,
    published: 760,
    readings: [
      [REPRODUCED, (from) => perDay(from.spent(US, '2025Q3', 7))],
      [CONTRADICTED, (from) => perDay(from.spent(US, '2025Q3', 7, HEADLINE))],
      [
        CONTRADICTED,
        (from) => perDay(from.spent(US, '2025Q3', 7)! + from.spent('oracle', '2025Q3', 7)!),
      ],
    ],
  },
  'amazon-capex-2025-outlook': only(NOT_CHECKABLE, 118, (from) =>
    from.spent('amazon', '2025Q4', 4),
  ),
  'microsoft-capex-2025q3': {
    verdict: REPRODUCED,
    published: 34.9,
    readings: [
      [REPRODUCED, (from) => from.spent('microsoft', '2025Q3', 1, HEADLINE)],
      [CONTRADICTED, (from) => from.spent('microsoft', '2025Q3', 1)],
    ],
  },
  'microsoft-capex-growth-2025q3': {
    verdict: REPRODUCED,
    published: 74,
    readings: [HEADLINE, CASH].map((measure, place) => [
      place === 0 ? REPRODUCED : CONTRADICTED,
      (from) => from.growth('microsoft', '2025Q3', 4, { measure, currency: 'USD' }),
    ]),
  },
  'alphabet-capex-2024': only(REPRODUCED, 52.5, (from) => from.spent('alphabet', '2024Q4', 4)),
  'alphabet-capex-to-cash-flow-2025q3': toCashFlow('alphabet', 49, REPRODUCED),
  'meta-capex-to-cash-flow-2025q3': toCashFlow('meta', 64.6, APPROXIMATE),
  'microsoft-capex-to-cash-flow-2025q3': toCashFlow('microsoft', 77.5, CONTRADICTED),
  'china-capex-first-half-2024': only(REPRODUCED, 50, (from) =>
    from.spent(CHINA, '2024Q2', 2, CASH, 'CNY'),
  ),
  'china-capex-first-half-2023': only(REPRODUCED, 23, (from) =>
    from.spent(CHINA, '2023Q2', 2, CASH, 'CNY'),
  ),
  'alibaba-capex-first-half-2024': only(REPRODUCED, 23, (from) =>
    from.spent('alibaba', '2024Q2', 2, CASH, 'CNY'),
  ),
  'alibaba-capex-growth-first-half-2024': only(REPRODUCED, 123, (from) =>
    from.growth('alibaba', '2024Q2', 4, { length: 2 }),
  ),
  'tencent-capex-growth-2024q4': only(REPRODUCED, 386, (from) =>
    from.growth('tencent', '2024Q4', 4),
  ),
  'alibaba-capex-four-quarters': only(CONTRADICTED, 120, (from) =>
    from.spent('alibaba', '2025Q3', 4, CASH, 'CNY'),
  ),
  'us-capex-2025q4': {
    verdict: APPROXIMATE,
    published: 120,
    readings: [
      [APPROXIMATE, (from) => from.spent(US, '2025Q4', 1)],
      [CONTRADICTED, (from) => from.spent(US, '2025Q4', 1, HEADLINE)],
    ],
  },
  'amazon-capex-2025': only(APPROXIMATE, 131, (from) => from.spent('amazon', '2025Q4', 4)),
  'alphabet-capex-2025': only(REPRODUCED, 91, (from) => from.spent('alphabet', '2025Q4', 4)),
  'amazon-capex-plan-2026': only(
    CONTRADICTED,
    60,
    (from) => (200 / from.spent('amazon', '2025Q4', 4)! - 1) * 100,
  ),
  'cloud-providers-capex-a-year': {
    verdict: CONTRADICTED,
    published: 600,
    readings: [
      [CONTRADICTED, (from) => from.spent(US, '2025Q2', 4)],
      [NOT_CHECKABLE, (from) => from.spent(US, '2025Q4', 4)],
    ],
  },
};
