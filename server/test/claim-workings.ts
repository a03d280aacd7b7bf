import { type Item, indexOf } from './known-figures.ts';
import { SINGLE_SPANS } from './recalculated-figures.ts';
import { GroupRecalculation, membersOf, Recalculation } from './recalculation.ts';
import { WINDOWS } from './windows.ts';

const CAPEX = [['CAPEX']];
const REVENUE = [['REVENUE']];
const CLOUD = [['CLOUD_REVENUE']];
const { QUARTER, TRAILING_TWELVE_MONTHS } = WINDOWS;
const [OVER_QUARTER, OVER_YEAR] = SINGLE_SPANS;
const JUNE_2025 = indexOf('2025Q2');

/** The figures of the claims, worked out from the files as known on a day. */
export class Workings {
  readonly us: GroupRecalculation;
  readonly china: GroupRecalculation;
  readonly chinaInYuan: GroupRecalculation;

  constructor(readonly asOf: string) {
    this.us = new GroupRecalculation(membersOf('us-hyperscalers'), 'USD', asOf);
    this.china = new GroupRecalculation(membersOf('china-hyperscalers'), 'USD', asOf);
    this.chinaInYuan = new GroupRecalculation(membersOf('china-hyperscalers'), 'CNY', asOf);
  }

  /** Growth over the quarter of one company. */
  growth(company: string): number {
    const figures = new Recalculation(company, 'CNY', this.asOf);
    return figures.growth(CAPEX, JUNE_2025, QUARTER!, OVER_QUARTER!).value!.toNumber() * 100;
  }

  /** Growth of the Chinese group over the year, in yuan. */
  inYuan(quarter: string): number {
    return (
      this.chinaInYuan.growth(CAPEX, indexOf(quarter), QUARTER!, OVER_YEAR!).value!.toNumber() * 100
    );
  }

  lead(quarter: string): number {
    const [us, china] = [this.us, this.china].map((group) =>
      group.growth(CAPEX, indexOf(quarter), QUARTER!, OVER_YEAR!).value!.toNumber(),
    );
    return (china! - us!) * 100;
  }
}

const spent = (group: GroupRecalculation) =>
  group.amount(CAPEX, JUNE_2025, TRAILING_TWELVE_MONTHS!).value!.toNumber() / 1e9;
const share = (group: GroupRecalculation, below: Item) =>
  group.ratio(CAPEX, below, JUNE_2025, QUARTER!).value!.toNumber() * 100;
const rise = (group: GroupRecalculation) =>
  group.change(CAPEX, REVENUE, JUNE_2025, QUARTER!, OVER_YEAR!).value!.times(100).toNumber();

interface Expected {
  published: number | null;
  /** To the digit of the finding. */
  computed: string;
  unit: string;
  verdict: string;
  numbers: string[];
  /** A claim about two figures shows both, and its own is their difference. */
  isDifference?: true;
  workOut(from: Workings): number;
}

/** What the claims must come to. */
export const EXPECTED: Record<string, Expected> = {
  'us-capex-12-months': {
    published: 291,
    computed: '291.3',
    unit: 'USD bn',
    verdict: 'REPRODUCED',
    numbers: ['USD 291 bn', 'USD 291.3 bn', 'USD 317.6 bn'],
    workOut: ({ us }) => spent(us),
  },
  'china-capex-12-months': {
    published: 45,
    computed: '31.0',
    unit: 'USD bn',
    verdict: 'NOT_CHECKABLE',
    numbers: ['USD 45 bn', 'USD 31.0 bn'],
    workOut: ({ china }) => spent(china),
  },
  'china-outgrows-us': {
    published: null,
    computed: '34.9',
    unit: 'percentage points',
    verdict: 'REPRODUCED',
    numbers: ['34.9 percentage points', 'ended in 2025Q2'],
    workOut: (from) => Math.min(...['2024Q4', '2025Q1', '2025Q2'].map((q) => from.lead(q))),
  },
  'three-firms-growth': {
    published: 168,
    computed: '168.4',
    unit: '%',
    verdict: 'REPRODUCED',
    numbers: ['168 %', '168.4 % over the year', 'over the quarter they grew by 12.0 %'],
    workOut: (from) => from.inYuan('2025Q2'),
  },
  'alibaba-growth': {
    published: 57,
    computed: '57.1',
    unit: '%',
    verdict: 'REPRODUCED',
    numbers: ['57 %', '57.1 % over the quarter', 'over the year they grew by 219.8 %'],
    workOut: (from) => from.growth('alibaba'),
  },
  'baidu-growth': {
    published: 30,
    computed: '31.0',
    unit: '%',
    verdict: 'APPROXIMATE',
    numbers: ['30 %', '31.0 % over the quarter', 'over the year they grew by 79.4 %'],
    workOut: (from) => from.growth('baidu'),
  },
  'tencent-decline': {
    published: null,
    computed: '-30.5',
    unit: '%',
    verdict: 'REPRODUCED',
    numbers: ['fell by 30.5 %', 'grew by 57.1 %', 'grew by 31.0 %'],
    workOut: (from) => from.growth('tencent'),
  },
  'china-capex-to-cloud-revenue': {
    published: 121,
    computed: '106.5',
    unit: '%',
    verdict: 'CONTRADICTED',
    numbers: ['121 %', '106.5 %', 'Tencent publishes no cloud revenue'],
    workOut: ({ china }) => share(china, CLOUD),
  },
  'us-capex-to-cloud-revenue': {
    published: 94,
    computed: '96.4',
    unit: '%',
    verdict: 'APPROXIMATE',
    numbers: ['94 %', '96.4 %', 'Meta Platforms publishes no cloud revenue'],
    workOut: ({ us }) => share(us, CLOUD),
  },
  'china-capex-to-revenue-lower': {
    published: null,
    computed: '-9.5',
    unit: 'percentage points',
    verdict: 'REPRODUCED',
    numbers: ['13.2 %', '22.7 %'],
    isDifference: true,
    workOut: ({ us, china }) => share(china, REVENUE) - share(us, REVENUE),
  },
  'china-capex-to-revenue-rising-faster': {
    published: null,
    computed: '1.0',
    unit: 'percentage points',
    verdict: 'REPRODUCED',
    numbers: ['rose by 8.0 percentage points', 'rose by 7.0 percentage points'],
    isDifference: true,
    workOut: ({ us, china }) => rise(china) - rise(us),
  },
  'china-accelerated': {
    published: null,
    computed: '223.5',
    unit: 'percentage points',
    verdict: 'REPRODUCED',
    numbers: ['a fall of 55.1 % in 2023Q1', 'a rise of 168.4 % in 2025Q2'],
    isDifference: true,
    workOut: (from) => from.inYuan('2025Q2') - from.inYuan('2023Q1'),
  },
};
