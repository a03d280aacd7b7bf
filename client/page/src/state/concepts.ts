import type { View } from './view.ts';

/** What documents report, in sentences. */
export const CONCEPT_WORDS: Record<string, string> = {
  CAPEX: 'capital expenditures',
  CAPEX_INCLUDING_LEASES: 'capital expenditures with leases',
  REVENUE: 'revenue',
  CLOUD_REVENUE: 'cloud revenue',
  OPERATING_CASH_FLOW: 'operating cash flow',
  DEPRECIATION_AND_AMORTIZATION: 'depreciation',
};

/** What has to be reported for what a view shows. */
export function conceptsOf({ item, over, basis }: Pick<View, 'item' | 'over' | 'basis'>): string[] {
  const capex = basis === 'CASH' ? ['CAPEX'] : ['CAPEX', 'CAPEX_INCLUDING_LEASES'];
  return [item, over].flatMap((name) => {
    if (name === 'CAPEX') return capex;
    if (name === 'FREE_CASH_FLOW') return ['CAPEX', 'OPERATING_CASH_FLOW'];
    return name === 'DEPRECIATION' ? ['DEPRECIATION_AND_AMORTIZATION'] : name || [];
  });
}

/** What shows a concept in a chart. */
export function changesOf(concept: string): Partial<View> {
  if (concept === 'CAPEX_INCLUDING_LEASES') return { item: 'CAPEX', basis: 'HEADLINE' };
  if (concept === 'DEPRECIATION_AND_AMORTIZATION') return { item: 'DEPRECIATION' };
  return { item: concept as View['item'] };
}
