import type { TableRow } from '../../tables/tables.ts';
import { isNear, lastDigit } from './exact.ts';
import { groupBy } from './group-by.ts';

type Fact = TableRow<'facts'>;
type Known = Pick<
  Fact,
  'company' | 'concept' | 'definition' | 'period_end' | 'value' | 'quality' | 'published_on'
>;

/**
 * The facts that say something new beside those that are known already: a press release gives most
 * figures a day or two before the filing does, and the filing's print of the same value is no news.
 */
export function withoutReprints(facts: readonly Fact[], known: readonly Known[]): Fact[] {
  const keyOf = ({ company, concept, definition, period_end }: Known) =>
    `${company} ${concept} ${definition} ${period_end}`;
  const printed = groupBy(known, keyOf);
  const isNews = (fact: Fact, versions: readonly Known[]) => {
    const before = versions.filter(({ published_on }) => published_on <= fact.published_on);
    const newest = before.reduce<Known | undefined>(
      (a, b) => (a && a.published_on > b.published_on ? a : b),
      undefined,
    );
    return newest === undefined || !isTheSame(fact, newest);
  };
  return [...groupBy(facts, keyOf)].flatMap(([key, versions]) => {
    const all = [...(printed.get(key) ?? [])];
    return versions.filter((fact) => isNews(fact, all) && all.push(fact));
  });
}

function isTheSame(fact: Fact, known: Known): boolean {
  const [value, knownValue] = [Number(fact.value), Number(known.value)];
  if (fact.quality === 'REPORTED' || known.quality !== 'REPORTED') return value === knownValue;
  // Each operand of a difference is rounded: it may miss the printed figure by a unit of each.
  const unit = Math.min(lastDigit(value), lastDigit(knownValue));
  return Math.abs(value - knownValue) <= 2 * unit && isNear(value, knownValue);
}
