import { Decimal, plain } from '../../../domain/decimal.ts';

const NEAR = 0.005;

/** The decimal that a figure was printed as. */
export function exact(value: number): string {
  if (Number.isInteger(value)) return String(value);
  return plain(new Decimal(value));
}

/** a − b, to the digit. */
export function exactDifference(a: number, b: number): string {
  if (Number.isInteger(a) && Number.isInteger(b)) return String(a - b);
  return plain(new Decimal(a).minus(b));
}

/** Whether a figure is another one, printed with fewer digits: 1200000000 of 1234567000. */
export function isRoundingOf(rounded: number, precise: number): boolean {
  if (rounded === precise) return true;
  const unit = lastDigit(rounded);
  return unit > lastDigit(precise) && Math.abs(rounded - precise) <= unit / 2;
}

/** Whether two figures are so near that they are one, rounded, rather than one and its restatement. */
export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * NEAR;
}

/** The place value of the last digit that is not zero: 100000000 of 1200000000. */
export function lastDigit(value: number): number {
  if (value === 0 || !Number.isInteger(value)) return 0;
  let unit = 1;
  while (value % (unit * 10) === 0) unit *= 10;
  return unit;
}
