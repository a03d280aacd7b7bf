import { START, type View } from '../state/view.ts';

/** What a question leaves as it is: whose figures, in which currency, of which time, as known when. */
const AT_FIRST: Partial<View> = {
  item: START.item,
  over: START.over,
  show: START.show,
  by: START.by,
  basis: START.basis,
  point: '',
};

/** The questions that most people come with; each is a view. */
export const STORIES: readonly { readonly name: string; readonly changes: Partial<View> }[] = [
  { name: 'Spending', changes: AT_FIRST },
  { name: 'By year', changes: { ...AT_FIRST, by: 'CALENDAR_YEAR' } },
  { name: 'Growth', changes: { ...AT_FIRST, show: 'GROWTH_YEAR' } },
  { name: 'Part of revenue', changes: { ...AT_FIRST, over: 'REVENUE' } },
  { name: 'Against cloud revenue', changes: { ...AT_FIRST, over: 'CLOUD_REVENUE' } },
  {
    name: 'The race',
    changes: { ...AT_FIRST, show: 'INDEX', by: 'TRAILING_TWELVE_MONTHS', base: START.base },
  },
];
