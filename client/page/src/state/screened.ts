/** What the Screen compares and orders quarters by: each figure in words, and what it is counted in. */
export const SCREENED = {
  capex: { words: 'capex', unit: 'BILLION' },
  capexGrowthOverYear: { words: 'growth of capex over the year', unit: 'PER_CENT' },
  capexToRevenue: { words: 'capex over revenue', unit: 'PER_CENT' },
  capexToRevenueChangeOverYear: {
    words: 'change of capex over revenue over the year',
    unit: 'POINTS',
  },
  capexToCloudRevenue: { words: 'capex over cloud revenue', unit: 'PER_CENT' },
  capexToOperatingCashFlow: { words: 'capex over operating cash flow', unit: 'PER_CENT' },
  capexToDepreciation: { words: 'capex over depreciation', unit: 'PER_CENT' },
  revenue: { words: 'revenue', unit: 'BILLION' },
  revenueGrowthOverYear: { words: 'growth of revenue over the year', unit: 'PER_CENT' },
  cloudRevenue: { words: 'cloud revenue', unit: 'BILLION' },
  operatingCashFlow: { words: 'operating cash flow', unit: 'BILLION' },
  freeCashFlow: { words: 'free cash flow', unit: 'BILLION' },
  depreciation: { words: 'depreciation', unit: 'BILLION' },
} as const;

export type Screened = keyof typeof SCREENED;
export const SCREENED_NAMES = Object.keys(SCREENED) as Screened[];

/** E.g. capex over revenue is more than 33 %. */
export interface Condition {
  readonly figure: Screened;
  readonly is: 'over' | 'under';
  /** In billions of US dollars, per cent or percentage points. */
  readonly number: number;
}

/** A condition as addresses have it, e.g. `capexToRevenue.over.33`; undefined for anything else. */
export function conditionOf(text: string): Condition | undefined {
  const [, figure = '', is, number] = /^(\w+)\.(over|under)\.(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (!Object.hasOwn(SCREENED, figure)) return undefined;
  return { figure: figure as Screened, is: is as Condition['is'], number: Number(number) };
}

export const conditionText = ({ figure, is, number }: Condition) => `${figure}.${is}.${number}`;

/** E.g. more than 33%. */
export function conditionWords({ figure, is, number }: Condition): string {
  const { words, unit } = SCREENED[figure];
  const amount = `${number < 0 ? '−' : ''}$${Math.abs(number)}B`;
  const text = {
    BILLION: number === 0 ? 'zero' : amount,
    PER_CENT: `${number}%`,
    POINTS: `${number} points`,
  }[unit];
  return `${words} was ${is === 'over' ? 'more' : 'less'} than ${text}`;
}
