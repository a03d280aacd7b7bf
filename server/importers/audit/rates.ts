import type { Refusal } from '../refusal.ts';
import type { TableRow } from '../tables/tables.ts';
import { against, type Placed } from './place.ts';

type Rate = Placed<TableRow<'exchange-rates'>>;

/** A currency seldom loses a third from one quarter to the next, or within one. */
const JUMP = 1.5;

/** Exchange rates that are far from those of the quarters before and after, or at a quarter's end from its average. */
export function auditRates(rates: readonly Rate[]): Refusal[] {
  const inTurn = rates.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return inTurn.flatMap((rate, place) => {
    const neighbours = [inTurn[place - 1], inTurn[place + 1]].flatMap((other) => other ?? []);
    return farFrom(
      rate,
      neighbours.filter(({ base, quote }) => base === rate.base && quote === rate.quote),
    );
  });
}

const keyOf = ({ base, quote, calendar_quarter }: Rate) => `${base} ${quote} ${calendar_quarter}`;

function farFrom({ average, period_end, place }: Rate, neighbours: readonly Rate[]): Refusal[] {
  const others = neighbours.map((other) => other.average);
  if (others.length > 0 && others.every((other) => isFar(average, other))) {
    const reason = `${average} is far from its neighbours, ${others.join(' and ')}`;
    return [against(place, 'average', reason)];
  }
  if (period_end === null || !isFar(period_end, average)) return [];
  return [against(place, 'period_end', `${period_end} is far from the average, ${average}`)];
}

function isFar(rate: string, other: string): boolean {
  const ratio = Number(rate) / Number(other);
  return ratio > JUMP || ratio < 1 / JUMP;
}
