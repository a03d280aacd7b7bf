import { formatGrowth, formatMoney, formatPercent, formatPoints } from '@capexgraph/client/format';

/** What numbers of a chart are counted in. */
export interface Unit {
  readonly kind: 'MONEY' | 'FRACTION' | 'INDEX';
  readonly currency: string;
  /** Growth and changes carry a sign. */
  readonly isDifference: boolean;
  /** Of a ratio, in percentage points. */
  readonly isChange: boolean;
}

/** A number in its unit. */
export function printed(
  value: number,
  { kind, currency, isDifference, isChange }: Unit,
  digits = 1,
): string {
  if (kind === 'MONEY') return formatMoney(value, { currency, digits });
  if (kind === 'INDEX') return value.toFixed(digits);
  if (isChange) return formatPoints(value * 100, { digits });
  return isDifference ? formatGrowth(value, { digits }) : formatPercent(value, { digits });
}
