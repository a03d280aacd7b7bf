import { dayFromNumber, formatDay, parseDay } from '../../domain/day.ts';
import type { Refusal } from '../refusal.ts';
import { against, type Fact } from './place.ts';

/** Periods that begin so many days from where others do are meant to begin with them. */
const NEAR = 10;

/**
 * Periods that begin or end some days from where more of the company's do: a company's periods meet, and all figures of one
 * are of the same days.
 */
export function strayDays(facts: readonly Fact[]): Refusal[] {
  const counts = new Map<number, number>();
  const borders = facts.map((fact) => {
    const start = parseDay(fact.period_start)!;
    const end = parseDay(fact.period_end)! + 1;
    for (const border of [start, end]) counts.set(border, (counts.get(border) ?? 0) + 1);
    return { fact, start, end };
  });
  const meant = (border: number): number | undefined => {
    const near = Array.from({ length: NEAR * 2 + 1 }, (_, place) => border + place - NEAR);
    const [most] = near.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    return (counts.get(most!) ?? 0) > counts.get(border)! ? most : undefined;
  };
  return borders.flatMap(({ fact, start, end }) =>
    [
      { column: 'period_start', printed: fact.period_start, other: meant(start), less: 0 },
      { column: 'period_end', printed: fact.period_end, other: meant(end), less: 1 },
    ].flatMap(({ column, printed, other, less }) => {
      if (other === undefined) return [];
      const day = formatDay(dayFromNumber(other - less));
      return [
        against(fact.place, column, `${printed} is near ${day}, where other periods have it`),
      ];
    }),
  );
}
