import { readTable } from './dataset.ts';

// Tables of series, as tests ask for them.

export const COMPANIES = readTable('companies').map(({ slug }) => slug);
export const GROUPS = readTable('groups').map(({ slug }) => slug);

export interface TableMeasure {
  readonly value: number | null;
  readonly amount?: string | null;
  readonly missing: readonly { readonly reason: string }[];
}
export interface Table {
  readonly periods: readonly {
    readonly label: string;
    readonly calendarQuarter: string | null;
    readonly start: string | null;
    readonly end: string | null;
  }[];
  readonly series: readonly {
    readonly label: string;
    readonly unit: string;
    readonly currency: string;
    readonly values: readonly (number | null)[];
    readonly measures: readonly TableMeasure[];
  }[];
  readonly csv: string;
}

export const TABLE = `
  periods { label calendarQuarter start end }
  series { label unit currency values measures { value ... on Amount { amount } missing { reason } } }
  csv`;
