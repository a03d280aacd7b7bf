import type { Claim, Outcome, Verdict } from './claim.ts';
import { isHalfWay, rounds } from './verdict.ts';
import { figureIn, printedFigure } from './words.ts';

/** How a figure stands to what was said, as the rest of a sentence; `again` where it was said before. */
export function judgement(
  { printed, unit }: Claim,
  { figure, bounds, holds }: Outcome,
  verdict: Verdict,
  again = false,
): string {
  if (!printed)
    return holds ? ', which bears the statement out' : ', which contradicts the statement';
  const published = again
    ? 'the published figure'
    : `the published ${printedFigure(printed, unit)}`;
  if (verdict === 'APPROXIMATE') return `, which is within 5 % of ${published}`;
  if (verdict === 'CONTRADICTED') return `, which is more than 5 % away from ${published}`;
  if (printed.from < printed.to) return `, which lies within ${published}`;
  if (rounds(figure!, printed) && !(bounds && isHalfWay(figure!, printed)))
    return `, which rounds to ${published}`;
  const [low, high] = [bounds!.low, bounds!.high].map((end) => figureIn(unit, end, printed));
  return `; as its inputs are printed, it may be anything from ${low} to ${high}, and ${published} lies in between`;
}
