import { inUnit } from '../domain/published-units.ts';
import type { Claim, Outcome, Printed, Reading, Verdict } from './claim.ts';
import { isHalfWay, rounds } from './verdict.ts';
import { decimalsFor, figureIn } from './words.ts';

/** How a figure stands to what was said, as the rest of a sentence. */
export function judgement(
  { printed, unit }: Claim,
  { isStated }: Reading,
  outcome: Outcome,
  verdict: Verdict,
): string {
  if (!printed) return truthOf(outcome, isStated);
  const { bounds } = outcome;
  const figure = outcome.figure!;
  if (verdict === 'APPROXIMATE' || verdict === 'CONTRADICTED')
    return `, which is ${distance(figure, printed, unit)} the published ${nounOf(printed)}`;
  if (printed.from < printed.to) return ', which lies within the published range';
  if (rounds(figure, printed) && !(bounds && isHalfWay(figure, printed)))
    return ', which rounds to the published figure';
  const [low, high] = [bounds!.low, bounds!.high].map((end) => figureIn(unit, end, printed));
  return `; as its inputs are printed, it may be anything from ${low} to ${high}, and the published figure lies in between`;
}

const nounOf = ({ from, to }: Printed) => (from < to ? 'range' : 'figure');

function truthOf({ holds }: Outcome, isStated: boolean | null): string {
  if (holds) return ', which bears out the statement';
  // What the source does not say is shown, and not held against it.
  return isStated === false ? '' : ', which contradicts the statement';
}

/** How far a figure lies from the printed one, of what both are shown as. */
function distance(figure: number, printed: Printed, unit: Claim['unit']): string {
  const decimals = decimalsFor(unit, figure, printed);
  const isAbove = figure > printed.to;
  const nearest = isAbove ? printed.to : printed.from;
  const away = Math.abs(Number(figure.toFixed(decimals)) - nearest);
  const points = unit === '%' ? 'percentage points' : unit;
  return `${inUnit(away, points, decimals)} ${isAbove ? 'more' : 'less'} than`;
}
