import type { Amount } from '../domain/amount.ts';
import { ComparedQuarter } from '../domain/comparison.ts';
import { GroupQuarter } from '../domain/group-quarter.ts';
import { SEVERAL_QUARTERS, SINCE, TWO_AMOUNTS } from './cost-weights.ts';

/** How many times as much all costs that is asked of something as of one quarter's amount of one company. */
export function sizeOf(item: unknown): number {
  if (item instanceof GroupQuarter) return item.view.members.length;
  if (item instanceof ComparedQuarter) {
    const { baseline, challenger } = item.comparison;
    return baseline.members.length + challenger.members.length;
  }
  return ofMeasure(item as object);
}

function ofMeasure(measure: object): number {
  if ('parts' in measure) return ofAmount(measure as Amount);
  // A part of a sum, or what an amount was on a day.
  if ('amount' in measure) return ofMeasure(measure.amount as object);
  if ('numerator' in measure) return ofMeasure(measure.numerator as object);
  return 'to' in measure ? ofMeasure(measure.to as object) : 1;
}

function ofAmount(amount: Amount): number {
  return Math.max(1, amount.parts.length) * sizeOfPart(amount);
}

/** The same of an amount for each company in it. */
export function sizeOfPart({ item, window }: Pick<Amount, 'item' | 'window'>): number {
  return sizeOfWindow(window.name) * ('less' in item ? TWO_AMOUNTS : 1);
}

function sizeOfWindow(name: Amount['window']['name']): number {
  if (name === 'SINCE') return SINCE;
  return name === 'QUARTER' ? 1 : SEVERAL_QUARTERS;
}
