import { Decimal } from '../../domain/decimal.ts';
import type { Concept } from '../../domain/vocabulary.ts';
import type { Refusal } from '../refusal.ts';
import { against, type Fact } from './place.ts';

// What a figure as it was printed cannot be, whatever came before and after it.

/** A figure with more digits than it is rounded to. */
export function unevenUnits({ value, rounded_to, place }: Fact): Refusal[] {
  if (rounded_to === null || new Decimal(value).mod(rounded_to).isZero()) return [];
  return [against(place, 'value', `${value} has more digits than one rounded to ${rounded_to}`)];
}

/** Figures in another currency than the company reports in. */
export function otherCurrency(facts: readonly Fact[], reporting: string): Refusal[] {
  return facts
    .filter(({ currency }) => currency !== reporting)
    .map(({ currency, place }) =>
      against(place, 'currency', `${currency} is not ${reporting}, which the company reports in`),
    );
}

/** What is a part of what. */
const WHOLES: Partial<Record<Concept, Concept>> = {
  CLOUD_REVENUE: 'REVENUE',
  CAPEX: 'CAPEX_INCLUDING_LEASES',
};

/** Figures that are larger than all that was printed of what they are a part of. */
export function largerThanWhole(facts: readonly Fact[]): Refusal[] {
  const periodOf = ({ period_start, period_end }: Fact) => `${period_start} ${period_end}`;
  const byPeriod = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.concept} ${periodOf(fact)}`;
    byPeriod.set(key, [...(byPeriod.get(key) ?? []), fact]);
  }
  return facts.flatMap((part) => {
    const whole = WHOLES[part.concept];
    const wholes = whole ? (byPeriod.get(`${whole} ${periodOf(part)}`) ?? []) : [];
    const isLarger = wholes.every(
      ({ value, rounded_to }) =>
        Number(part.value) > Number(value) + Number(rounded_to ?? 1) + Number(part.rounded_to ?? 1),
    );
    if (wholes.length === 0 || !isLarger) return [];
    const reason = `${part.value} is more than the ${whole} that it is a part of, ${wholes[0]!.value}`;
    return [against(part.place, 'value', reason)];
  });
}
