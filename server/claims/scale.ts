import type { Outcome, Printed, Reading } from './claim.ts';

/** By what a figure is out when a unit was mistaken for another one. */
const SCALES = [1e-9, 1e-6, 1e-3, 1e3, 1e6, 1e9];

/** By what a fraction is out as a percentage. */
const OF_A_FRACTION = 1e-2;

const TOLERANCE = 0.05;

/** How a figure is out that is the printed one but for its unit, in words; null for any other. */
export function scaleFault(
  printed: Printed | null,
  { unit }: Pick<Reading, 'unit'>,
  { figure }: Outcome,
): string | null {
  if (!printed || figure === null) return null;
  const { from, to } = printed;
  const isRate = unit === '%' || unit === 'percentage points';
  const scale = [...SCALES, ...(isRate ? [OF_A_FRACTION] : [])].find((scale) => {
    const [low, high] = [figure / scale / from, figure / scale / to].sort((a, b) => a - b);
    return low! <= 1 + TOLERANCE && high! >= 1 - TOLERANCE;
  });
  if (scale === undefined) return null;
  const times =
    scale > 1 ? scale.toLocaleString('en') : `1/${Math.round(1 / scale).toLocaleString('en')}`;
  const mend = isRate ? 'multiply by 100' : 'ask for `value(in: BILLION)`, or divide';
  return `gives ${figure}, about ${times} times the published ${to}; expected ${unit}: ${mend}`;
}
