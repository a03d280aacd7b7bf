import { Decimal, plain } from '../../../domain/decimal.ts';

/** The decimal that a figure was reported as. */
export function exact(value: number): string {
  return Number.isInteger(value) ? String(value) : plain(new Decimal(value));
}

/** Nobody reports in coarser units than millions; a figure with more zeros just has them. */
const COARSEST = 1_000_000;

/** The unit that the figures of one document are rounded to, by the one with the most digits. */
export function unitOf(values: readonly number[]): number {
  return Math.min(COARSEST, ...values.filter((value) => value !== 0).map(lastDigit));
}

/** The unit that one figure of a document may be rounded to where another has its digits: 1.2 billion has two. */
export function coarsestUnitOf(value: number): number {
  const ofTwoDigits = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return Math.max(unitOf([value]), Math.min(lastDigit(value), ofTwoDigits));
}

/** The place value of the last digit that is not zero: 100000000 of 1200000000. */
function lastDigit(value: number): number {
  if (!Number.isInteger(value)) return 0.0001;
  let unit = 1;
  while (value % (unit * 10) === 0) unit *= 10;
  return unit;
}
