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

const MOST_DIGITS = 9;

/** What the rounding of documents leaves open, printed exactly enough that the figure lies in it. */
export function boundsWords(
  { low, high }: { readonly low: number; readonly high: number },
  value: number,
  unit: Unit,
): string {
  if (low === high) return '';
  for (let digits = 1; digits <= MOST_DIGITS; digits++) {
    const [from, at, to] = [low, value, high].map((each) => printed(each, unit, digits));
    if (from !== at && at !== to)
      return `The documents round: ${at} lies between ${from} and ${to}.`;
  }
  return 'The documents print it more exactly than is shown.';
}
