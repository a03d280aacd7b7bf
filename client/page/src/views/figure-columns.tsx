import type { ComponentChildren } from 'preact';
import { columnPrinter } from '../charts/print.ts';
import type { QuarterFiguresFragment, ScreenedQuery } from '../generated/documents.ts';
import type { View } from '../state/view.ts';
import { FiguresTable, FractionCell, type Header, MoneyCell } from './figures-table.tsx';

type Screened = ScreenedQuery['quarters']['nodes'][number];

/** Figures of a quarter or a year, as far as they are asked for. */
type Figures = Partial<
  Pick<
    Screened,
    'capexToCloudRevenue' | 'capexToOperatingCashFlow' | 'capexToDepreciation' | 'depreciation'
  > &
    Omit<QuarterFiguresFragment, 'capex'> & {
      readonly capex: Omit<QuarterFiguresFragment['capex'], 'growth'> &
        Partial<Pick<QuarterFiguresFragment['capex'], 'growth'>>;
    }
>;

/** The figures of one period of one company. */
export interface FiguresRow {
  readonly key: string;
  /** Whose and when, e.g. Alibaba Group, 2025Q2. */
  readonly said: string;
  /** The cells before the figures. */
  readonly lead: readonly ComponentChildren[];
  /** Those after them. */
  readonly tail: readonly ComponentChildren[];
  readonly figures: Figures;
  /** The address of the working of what these changes show. */
  readonly linkTo: (changes: Partial<View>) => string;
}

interface Column {
  readonly header: string;
  readonly said: string;
  /** What shows it in a chart. */
  readonly changes: Partial<View>;
}

const COLUMNS = {
  capex: { header: 'Capex', said: 'capex', changes: {} },
  capexGrowth: {
    header: 'Capex year on year',
    said: 'growth of capex over the year',
    changes: { show: 'GROWTH_YEAR' },
  },
  capexToRevenue: {
    header: 'Capex over revenue',
    said: 'capex over revenue',
    changes: { over: 'REVENUE' },
  },
  capexToCloudRevenue: {
    header: 'Capex over cloud revenue',
    said: 'capex over cloud revenue',
    changes: { over: 'CLOUD_REVENUE' },
  },
  capexToOperatingCashFlow: {
    header: 'Capex over operating cash flow',
    said: 'capex over operating cash flow',
    changes: { over: 'OPERATING_CASH_FLOW' },
  },
  capexToDepreciation: {
    header: 'Capex over depreciation',
    said: 'capex over depreciation',
    changes: { over: 'DEPRECIATION' },
  },
  revenue: { header: 'Revenue', said: 'revenue', changes: { item: 'REVENUE' } },
  cloudRevenue: {
    header: 'Cloud revenue',
    said: 'cloud revenue',
    changes: { item: 'CLOUD_REVENUE' },
  },
  operatingCashFlow: {
    header: 'Operating cash flow',
    said: 'operating cash flow',
    changes: { item: 'OPERATING_CASH_FLOW' },
  },
  freeCashFlow: {
    header: 'Free cash flow',
    said: 'free cash flow',
    changes: { item: 'FREE_CASH_FLOW' },
  },
  depreciation: {
    header: 'Depreciation',
    said: 'depreciation',
    changes: { item: 'DEPRECIATION' },
  },
} satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;
export const isColumn = (name: string): name is ColumnName => Object.hasOwn(COLUMNS, name);

/** A table of figures, a row for each quarter or year; every number is a link to its working. */
export function FigureColumns({
  caption,
  lead,
  columns,
  tail,
  rows,
}: {
  caption: string;
  /** What stands above the cells before the figures. */
  lead: readonly Header[];
  tail: readonly Header[];
  columns: readonly ColumnName[];
  rows: readonly FiguresRow[];
}) {
  const printers = new Map(columns.map((name) => [name, printerOf(name, rows)]));
  return (
    <FiguresTable
      caption={caption}
      header={[...lead, ...columns.map((name) => COLUMNS[name].header), ...tail]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [
          ...row.lead,
          ...columns.map((name) => cellOf(name, row, printers.get(name)!)),
          ...row.tail,
        ],
      }))}
    />
  );
}

/** Prints the amounts of a column alike. */
function printerOf(name: ColumnName, rows: readonly FiguresRow[]) {
  const amounts = rows.flatMap(({ figures }) => {
    const measure = name === 'capexGrowth' ? undefined : figures[name];
    return measure && 'amount' in measure ? measure : [];
  });
  const values = amounts.map(({ amount }) => (amount === null ? null : Number(amount)));
  return columnPrinter(values, amounts[0]?.currency ?? 'USD');
}

function cellOf(
  name: ColumnName,
  { said, figures, linkTo }: FiguresRow,
  print: (value: number) => string,
): ComponentChildren {
  const column = COLUMNS[name];
  const place = { key: name, href: linkTo(column.changes), label: `${said}, ${column.said}` };
  if (name === 'capexGrowth') {
    const growth = figures.capex?.growth;
    return growth && <FractionCell {...place} measure={growth} isGrowth />;
  }
  const measure = figures[name];
  if (!measure) return undefined;
  return 'amount' in measure ? (
    <MoneyCell {...place} amount={measure} print={print} />
  ) : (
    <FractionCell {...place} measure={measure} />
  );
}
