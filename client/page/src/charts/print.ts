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
  if (kind === 'MONEY') return withMinus(formatMoney(value, { currency, digits }));
  if (kind === 'INDEX') return value.toFixed(digits);
  if (isChange) return withMinus(formatPoints(value * 100, { digits }));
  const format = isDifference ? formatGrowth : formatPercent;
  return withMinus(format(value, { digits }));
}

/** A number with a minus sign, as wide as the plus, in place of the hyphen. */
export const withMinus = (text: string) => text.replace(/^-/, '−');

const BILLION = 1e9;
const MILLION = 1e6;

/** Prints amounts of a column in one unit and with as many digits each, so that they stand point below point. */
export function columnPrinter(
  values: readonly (number | null)[],
  currency: string,
): (value: number) => string {
  const sizes = values.flatMap((value) => (value ? Math.abs(value) : []));
  const most = Math.max(0, ...sizes);
  const [unit, letter] =
    most >= BILLION ? [BILLION, 'B'] : most >= MILLION ? [MILLION, 'M'] : [1, ''];
  const digits = sizes.every((size) => size >= unit) ? 1 : 2;
  const options = { currency, digits, intl: { notation: 'standard' } } as const;
  return (value) => withMinus(formatMoney(value / unit, options)) + letter;
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
