import {
  type Claim,
  type Outcome,
  type Printed,
  type Reading,
  VERDICTS,
  type Verdict,
} from './claim.ts';

/** How far a figure may lie from the printed one, as a part of that, to be called approximate. */
const TOLERANCE = 0.05;

/** What a double may stray by. */
const EPSILON = 1e-9;

/** The verdict on a reading, by what it came to. */
export function verdictOn(
  { printed }: Pick<Claim, 'printed'>,
  { substitute }: Pick<Reading, 'substitute'>,
  outcome: Outcome,
): Verdict {
  if (substitute !== null || outcome.figure === null) return 'NOT_CHECKABLE';
  if (printed) return compare(outcome.figure, outcome.bounds, printed);
  if (outcome.holds === null) return 'NOT_CHECKABLE';
  return outcome.holds ? 'REPRODUCED' : 'CONTRADICTED';
}

function compare(figure: number, bounds: Outcome['bounds'], printed: Printed): Verdict {
  if (rounds(figure, printed) || liesWithin(bounds, printed)) return 'REPRODUCED';
  const [distance, nearest] =
    figure < printed.from
      ? [printed.from - figure, printed.from]
      : [figure - printed.to, printed.to];
  return distance <= Math.abs(nearest) * TOLERANCE + EPSILON ? 'APPROXIMATE' : 'CONTRADICTED';
}

/** Whether a figure, rounded to the printed digit, is the printed one; one that lies half-way rounds to both. */
export function rounds(figure: number, { from, to, precision }: Printed): boolean {
  const half = precision / 2 + EPSILON * Math.max(1, Math.abs(figure));
  return figure >= from - half && figure <= to + half;
}

/** Whether a figure lies half-way between the printed one and the next. */
export function isHalfWay(figure: number, printed: Printed): boolean {
  const nearer = {
    ...printed,
    precision: printed.precision - 4 * EPSILON * Math.max(1, Math.abs(figure)),
  };
  return rounds(figure, printed) && !rounds(figure, nearer);
}

/** Whether the printed figure, or a part of the range, lies within what rounding leaves open. */
function liesWithin(bounds: Outcome['bounds'], { from, to }: Printed): boolean {
  return bounds !== null && bounds.low <= to + EPSILON && bounds.high >= from - EPSILON;
}

interface Judged {
  readonly reading: Pick<Reading, 'isStated'>;
  readonly verdict: Verdict;
}

/** The reading that a claim's verdict is of: the stated one, or the best where the source states none. */
export function decisive<One extends Judged>(readings: readonly One[]): One {
  const stated = readings.find(({ reading }) => reading.isStated === true);
  const rank = ({ verdict }: One) => VERDICTS.indexOf(verdict);
  return stated ?? readings.reduce((best, one) => (rank(one) < rank(best) ? one : best));
}
