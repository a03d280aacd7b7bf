import { parseDay } from '../../domain/day.ts';
import { TAXONOMY } from '../../domain/measures.ts';
import type { Refusal } from '../refusal.ts';
import { lengthInQuarters } from './annual-totals.ts';
import { against, type Fact } from './place.ts';

/** A figure that is so many times the two nearest of its series, or such a part of them, is more likely wrong than true. */
const JUMP = 5;
/** With one neighbour only, a company may have grown. What may be negative may be near to nothing as well, and is doubted where it is large, or nothing. */
const JUMP_FROM_ONE = 10;

/** A quarter or so more than a year apart, two figures are no neighbours. */
const NEAR_DAYS = 460;

/** Figures that are far from the nearest of their series: those before and after, or the two on the one side that there is. */
export function jumps(facts: readonly Fact[]): Refusal[] {
  const series = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = [fact.concept, fact.definition, fact.currency, lengthInQuarters(fact)].join(' ');
    const alike = series.get(key);
    if (alike) alike.push(fact);
    else series.set(key, [fact]);
  }
  return [...series.values()].flatMap((alike) => {
    const inTurn = alike.toSorted((a, b) => a.period_end.localeCompare(b.period_end));
    return inTurn.flatMap((fact, place) => {
      const neighbours = nearest(inTurn, place);
      if (!isFar(fact, neighbours)) return [];
      const others = neighbours.map(({ value }) => value).join(' and ');
      return [against(fact.place, 'value', `${fact.value} is far from its neighbours, ${others}`)];
    });
  });
}

/** The figures before and after one; at either end, the next two. */
function nearest(inTurn: readonly Fact[], place: number): Fact[] {
  const last = inTurn.length - 1;
  const places =
    place === 0 ? [1, 2] : place === last ? [last - 1, last - 2] : [place - 1, place + 1];
  const end = dayOf(inTurn[place]!);
  return places
    .flatMap((other) => inTurn[other] ?? [])
    .filter((other) => Math.abs(dayOf(other) - end) <= NEAR_DAYS);
}

const dayOf = ({ period_end }: Fact) => parseDay(period_end)!;

function isFar({ concept, value }: Fact, neighbours: readonly Fact[]): boolean {
  const [nearest, ...others] = neighbours.map((other) => Number(other.value));
  if (nearest === undefined) return false;
  if ('mayBeNegative' in TAXONOMY[concept]) {
    const largest = Math.max(...[nearest, ...others].map(Math.abs));
    const size = Math.abs(Number(value));
    return largest > 0 && (size === 0 || size >= largest * JUMP_FROM_ONE);
  }
  const jump = others.length > 0 ? JUMP : JUMP_FROM_ONE;
  const ratios = [nearest, ...others].map((other) => Number(value) / other);
  return ratios.every((ratio) => ratio >= jump) || ratios.every((ratio) => ratio <= 1 / jump);
}
