import type { View } from '../state/view.ts';

const GROUPS = ['us-hyperscalers', 'china-hyperscalers'];
const PLAIN: Partial<View> = {
  of: GROUPS,
  item: 'CAPEX',
  over: '',
  show: 'AMOUNT',
  by: 'QUARTER',
  basis: 'CASH',
  currency: 'USD',
  from: '',
  to: '',
  point: '',
  page: 'charts',
};

/** The questions that most people come with; each is a view. */
export const STORIES: readonly { readonly name: string; readonly changes: Partial<View> }[] = [
  { name: 'Spending', changes: PLAIN },
  { name: 'Growth', changes: { ...PLAIN, show: 'GROWTH_YEAR' } },
  { name: 'Part of revenue', changes: { ...PLAIN, over: 'REVENUE' } },
  { name: 'Against cloud revenue', changes: { ...PLAIN, over: 'CLOUD_REVENUE' } },
  {
    name: 'The race',
    changes: { ...PLAIN, show: 'INDEX', by: 'TRAILING_TWELVE_MONTHS', base: '2023Q4' },
  },
];
